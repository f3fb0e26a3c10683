package org.uplift.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

/** One outcome of a school, as the reader may see it. */
@Schema(name = "Outcome", description = "One value of a measure for a school, a cohort and a group of its pupils.")
public record OutcomeValue(
        int schoolUrn,
        @Schema(examples = "KS2_RWM_EXP") String measureCode,
        String measureLabel,
        AcademicYear academicYear,

        @Schema(enumeration = {"autumn", "spring", "summer"})
        String assessmentPoint,

        @Schema(description = "Year group, or ALL", examples = "6")
        String cohort,

        @Schema(examples = "DISADVANTAGED") String pupilGroup,
        String pupilGroupLabel,

        @Schema(description = "Unrounded; absent when there is a symbol") @Nullable
        BigDecimal value,

        @Schema(
                enumeration = {"c", "z", "x"},
                description = "c suppressed, z not applicable, x not available; why there is no value")
        @Nullable
        String symbol,

        @Schema(
                description = "As it is shown: rounded, or the symbol; low is more than nothing and rounds to it",
                examples = "61%")
        String display,

        @Schema(
                description =
                        "What a computed percentage or rate counts: pupils who meet the standard, sessions missed, suspensions")
        @Nullable
        Integer numerator,

        @Schema(description = "What it is counted of: the eligible pupils, or the sessions possible") @Nullable
        Integer denominator,

        @Schema(description = "Eligible pupils") @Nullable Integer cohortSize,

        @Schema(description = "Share of the eligible pupils with a result, 0 to 1") @Nullable
        BigDecimal coverage,

        @Schema(description = "Coverage is below 95 %: the value can still change much")
        boolean partial,

        @Schema(
                description =
                        "Lower limit of the 95 % confidence interval: as published, by Wilson's method of a share, by the standard"
                                + " error of a mean")
        @Nullable
        BigDecimal confidenceLower,

        @Schema(description = "Upper limit of the same interval") @Nullable
        BigDecimal confidenceUpper,

        @Schema(enumeration = {"provisional", "revised", "final"})
        String resultStatus,

        @Schema(enumeration = {"published", "computed", "pushed"})
        String source,

        @Schema(description = "The latest result in it; for a published value the end of the year's tests")
        LocalDate date,

        Benchmarks benchmarks) {

    /** The same measure, year and group elsewhere. */
    @Schema(
            name = "Benchmarks",
            description = "The same measure, year and group elsewhere, where it has been imported.")
    public record Benchmarks(
            @Schema(description = "State-funded schools of England") @Nullable
            BigDecimal england,

            @Schema(description = "The school's local authority") @Nullable
            BigDecimal localAuthority,

            @Schema(
                    description =
                            "The schools of the trust: mean over pupils, in a list of one measure. Absent where it would tell of few"
                                    + " pupils, or of a single school that the reader does not see")
            @Nullable
            BigDecimal trust,

            @Schema(
                    description =
                            "The similar schools of which a value is published: mean over pupils, in a list of one measure")
            @Nullable
            BigDecimal similarSchools) {}
}
