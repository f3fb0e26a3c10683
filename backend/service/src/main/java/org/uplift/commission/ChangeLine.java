package org.uplift.commission;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;
import org.uplift.term.TermName;

@Schema(
        name = "CommissionChange",
        description =
                "A change of what was agreed: one party proposes it, the other agrees or refuses. What is absent stays.")
record ChangeLine(
        UUID id,
        @Schema(description = "The new last day") @Nullable LocalDate endsOn,
        @Nullable AcademicYear academicYear,
        @Nullable TermName term,

        @Schema(description = "How many days in that term, instead of what was agreed") @Nullable
        BigDecimal days,

        @Schema(description = "The new cost, in pounds") @Nullable
        BigDecimal cost,

        String reason,
        String proposedBy,
        Instant proposedAt,
        ChangeStatus status,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Schema(description = "It waits for you") boolean mayDecide) {}
