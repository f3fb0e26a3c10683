package org.uplift.plan;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

@Schema(description = "A priority that the trust could have, and why.")
record Suggestion(
        @Schema(
                description =
                        "common-measure: several schools work on it; common-area: in the same area; below-england:"
                                + " several schools are below England; high-need: an indicator of need is high in several",
                examples = "below-england")
        String kind,

        @Schema(description = "What the priority could be called")
        String title,

        @Schema(description = "The measure that it would rest on; absent where it rests on none") @Nullable
        String measureCode,

        @Schema(description = "The indicator of need that it would rest on; absent where it rests on none") @Nullable
        String indicatorCode,

        @Schema(description = "The area; absent where it is about a measure or an indicator") @Nullable
        String area,

        @Schema(description = "Why, with the figures and the schools")
        String why,

        @Schema(description = "By name") List<Supporting> schools) {

    /** A school that speaks for a suggestion. */
    @Schema(name = "SuggestionSchool", description = "A school that speaks for a suggestion, and by what.")
    record Supporting(
            int schoolUrn,
            String schoolName,

            @Schema(description = "Its priority, where that is what speaks for it") @Nullable
            String priority,

            @Schema(description = "Its value, where that is below England") @Nullable
            BigDecimal value,

            @Nullable BigDecimal england,
            @Nullable AcademicYear academicYear,

            @Schema(description = "What the indicator contributes to its need, where that is high") @Nullable
            BigDecimal contribution,

            @Schema(description = "What the indicator could contribute") @Nullable
            BigDecimal maximum) {

        String words() {
            if (contribution != null) {
                return schoolName + " " + contribution.toPlainString() + " of " + maximum;
            }
            return value == null ? schoolName : schoolName + " " + value.toPlainString() + " against " + england;
        }
    }
}
