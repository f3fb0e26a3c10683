package org.uplift.practice;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

/** The measures by which one knows that good practice works, with what they are now. */
@Schema(description = "The measures by which one knows that it works, with the newest value of each of the last years.")
record PracticeMeasures(
        @Schema(description = "You may see the outcomes of the school; others see whole cohorts alone")
        boolean seen,

        List<PracticeMeasure> results,

        @Schema(description = "Revision of the entry, as in the ETag")
        int version) {

    @Schema(description = "A measure, and its newest value in each of the last years.")
    record PracticeMeasure(
            @Schema(examples = "KS2_RWM_EXP") String measureCode,
            String measureLabel,
            @Schema(examples = "6") String cohort,
            @Schema(examples = "ALL") String pupilGroup,
            String groupLabel,

            @Schema(description = "The latest year first; empty where nothing is stored, or it is not for you")
            List<PracticeMeasureValue> values) {}

    @Schema(description = "What a measure was in a year, as you may see it.")
    record PracticeMeasureValue(
            AcademicYear academicYear,
            @Schema(examples = "autumn") String assessmentPoint,

            @Schema(
                    description = "As it is shown: the value, or a symbol: c hidden, z not applicable, x not available",
                    examples = "67%")
            String display,

            @Schema(description = "Pupils that it is about; absent where it is hidden or unknown") @Nullable
            Integer cohortSize,

            @Schema(examples = "final") String resultStatus) {}
}
