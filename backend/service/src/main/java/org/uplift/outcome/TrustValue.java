package org.uplift.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

/** A measure over the schools of the trust, as the reader may see it. */
@Schema(name = "TrustOutcome", description = "A measure over the schools of the trust: mean over their pupils.")
record TrustValue(
        AcademicYear academicYear,

        @Schema(enumeration = {"autumn", "spring", "summer"})
        String assessmentPoint,

        @Schema(description = "Year group, or ALL", examples = "6")
        String cohort,

        @Schema(examples = "DISADVANTAGED") String pupilGroup,

        @Schema(description = "Unrounded; absent when there is a symbol") @Nullable
        BigDecimal value,

        @Schema(
                enumeration = {"c", "x"},
                description =
                        "c hidden: it would tell of few pupils, or of a single school that the reader does not see; x not"
                                + " available")
        @Nullable
        String symbol,

        @Schema(description = "As it is shown: rounded, or the symbol", examples = "61%")
        String display,

        @Schema(description = "What a percentage or rate counts") @Nullable
        Long numerator,

        @Schema(description = "What it is counted of") @Nullable
        Long denominator,

        @Schema(description = "Eligible pupils") @Nullable Long cohortSize,

        @Schema(description = "Share of the eligible pupils with a result, 0 to 1") @Nullable
        BigDecimal coverage,

        @Schema(description = "Schools that contribute") @Nullable
        Long schools,

        @Schema(
                description = "The least settled of theirs",
                enumeration = {"provisional", "revised", "final"})
        String resultStatus,

        @Schema(enumeration = {"published", "computed", "pushed"})
        String source,

        @Schema(description = "The latest of theirs") LocalDate date) {

    Elsewhere.Key key() {
        return new Elsewhere.Key(academicYear.start(), assessmentPoint, cohort, pupilGroup, source);
    }
}
