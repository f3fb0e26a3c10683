package org.uplift.concern;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NeedToKnow", description = "Somebody who needs to know of a restricted concern.")
record NeedToKnowLine(
        UUID id,
        UUID personId,
        String name,
        String reason,
        LocalDate from,

        @Schema(description = "The first day on which they no longer do") @Nullable
        LocalDate until,

        @Schema(description = "They may open it today") boolean current,
        String namedBy,
        Instant namedAt) {}
