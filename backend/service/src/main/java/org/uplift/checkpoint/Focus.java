package org.uplift.checkpoint;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * Something that a checkpoint looks at.
 *
 * @param position its place, from 0
 * @param label what it was called then
 */
@Embeddable
record Focus(
        @Nullable Integer schoolUrn,
        int position,
        @Enumerated(EnumType.STRING) FocusKind kind,
        String label,

        @Enumerated(EnumType.STRING) @Nullable Judgement judgement,

        @Nullable String narrative) {}
