package org.uplift.checkpoint;

import java.util.UUID;

/** A part of a cycle that a checkpoint can look at, and what it is called today. */
record CyclePart(FocusKind kind, UUID id, String label) {
    /** Whether a checkpoint looks at it when nobody says at what. */
    boolean isAim() {
        return kind != FocusKind.ACTION;
    }

    FocusTerms focus() {
        return new FocusTerms(kind, id, null, null);
    }
}
