package org.uplift.outcome;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

/** What an outcome was from a moment on, as the reader may see it. */
@Schema(name = "OutcomeState", description = "What an outcome was from a moment on, until the next state of it.")
record OutcomeState(
        @Schema(description = "When it was learnt") Instant changedAt,
        @Schema(examples = "KS2_RWM_EXP") String measureCode,
        AcademicYear academicYear,

        @Schema(enumeration = {"autumn", "spring", "summer"})
        String assessmentPoint,

        @Schema(description = "Year group, or ALL", examples = "6")
        String cohort,

        @Schema(examples = "DISADVANTAGED") String pupilGroup,

        @Schema(enumeration = {"published", "computed", "pushed"})
        String source,

        @Schema(description = "From then on there was no such outcome")
        boolean gone,

        @Schema(description = "Unrounded; absent when there is a symbol") @Nullable
        BigDecimal value,

        @Schema(
                enumeration = {"c", "z", "x"},
                description = "c suppressed, z not applicable, x not available; why there is no value")
        @Nullable
        String symbol,

        @Schema(description = "As it is shown: rounded, or the symbol", examples = "61%")
        String display,

        @Nullable Integer numerator,
        @Nullable Integer denominator,
        @Schema(description = "Eligible pupils") @Nullable Integer cohortSize,
        @Nullable BigDecimal coverage,

        @Schema(enumeration = {"provisional", "revised", "final"})
        String resultStatus,

        @Schema(description = "What it was the value of") LocalDate date) {}
