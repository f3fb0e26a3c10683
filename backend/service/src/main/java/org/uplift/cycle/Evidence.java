package org.uplift.cycle;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/** What a priority rests on. It is added and taken away, never changed. */
@Embeddable
class Evidence {
    private @Nullable Integer schoolUrn;

    @Enumerated(EnumType.STRING)
    private EvidenceKind kind;

    private @Nullable String reference;
    private String label;

    protected Evidence() {}

    Evidence(@Nullable Integer schoolUrn, NewEvidence wanted) {
        this.schoolUrn = schoolUrn;
        kind = wanted.kind();
        reference = wanted.kind() == EvidenceKind.NOTE ? null : wanted.reference();
        label = wanted.label().strip();
    }

    EvidenceKind kind() {
        return kind;
    }

    @Nullable
    String reference() {
        return reference;
    }

    String label() {
        return label;
    }
}
