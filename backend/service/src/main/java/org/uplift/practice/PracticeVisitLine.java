package org.uplift.practice;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PracticeVisit", description = "Who comes to see good practice.")
record PracticeVisitLine(
        UUID id,
        UUID slotId,
        String name,

        @Schema(description = "For which school; absent: for the trust", examples = "900002") @Nullable
        Integer schoolUrn,

        @Schema(description = "As it was called then") @Nullable
        String schoolName,

        Instant bookedAt) {}
