package org.uplift.checkpoint;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who took part. */
@Embeddable
record Participant(
        @Nullable Integer schoolUrn,
        @Nullable UUID personId,
        String name,
        @Nullable String role) {}
