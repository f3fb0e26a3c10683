package org.uplift.outcome;

import java.math.BigDecimal;
import java.util.List;
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

        @Schema(description = "First academic year of the latest of its gaps; read gaps instead", deprecated = true)
        @Nullable
        AcademicYear gapFrom,

        @Schema(description = "Last academic year of the latest of its gaps; read gaps instead", deprecated = true)
        @Nullable
        AcademicYear gapTo,

        @Schema(description = "Academic years in between in which it is not there, oldest first")
        List<Gap> gaps,

        @Schema(description = "How it is computed, in words")
        String computation) {
    /** Years without a measure. */
    @Schema(name = "MeasureGap", description = "Academic years in which a measure is not there, and why.")
    record Gap(
            @Schema(description = "The first of them") AcademicYear from,
            @Schema(description = "The last of them") AcademicYear to,

            @Schema(
                    description = "Why, in words",
                    examples = "There were no assessments in the summers of 2020 and 2021")
            String reason) {}
}
