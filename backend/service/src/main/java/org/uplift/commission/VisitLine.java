package org.uplift.commission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CommissionVisit", description = "Days that were given, and what was done.")
record VisitLine(
        UUID id,
        LocalDate day,
        @Schema(examples = "0.5") BigDecimal days,
        String what,

        @Schema(description = "Where it is recorded as a checkpoint") @Nullable
        UUID checkpointId,

        UUID personId,
        String author) {}
