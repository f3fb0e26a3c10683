package org.uplift.outcome;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

/** A measure as readers see it. */
@Schema(name = "Measure", description = "What is measured, and how.")
record MeasureDetail(
        @Schema(examples = "KS2_RWM_EXP") String code,
        String label,
        @Schema(examples = "KS2") String keyStage,

        @Schema(enumeration = {"percent", "score", "progress", "points", "days", "rate"})
        String unit,

        @Schema(description = "How many decimals are shown") int decimals,

        @Schema(description = "Which direction is the better one")
        Better better,

        @Schema(description = "How far below the expected value is still only at risk, where the measure says so")
        @Nullable
        BigDecimal tolerance,

        @Schema(description = "First academic year") AcademicYear validFrom,

        @Schema(description = "Last academic year, for a measure that has ended") @Nullable
        AcademicYear validTo,

        @Schema(description = "First academic year in between in which it is not there") @Nullable
        AcademicYear gapFrom,

        @Schema(description = "Last academic year in between in which it is not there") @Nullable
        AcademicYear gapTo,

        @Schema(description = "How it is computed, in words")
        String computation) {}
