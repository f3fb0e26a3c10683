package org.uplift.need;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.outcome.Better;
import org.uplift.school.AcademicYear;

@Schema(
        name = "NeedIndicator",
        description = "Something that is looked at to see how much support a school needs, and how it counts.")
record NeedIndicatorLine(
        @Schema(examples = "RWM_ENGLAND") String code,

        @Schema(examples = "Reading, writing and maths against England")
        String label,

        @Schema(description = "For the head of a column", examples = "RWM against England")
        String shortLabel,

        @Schema(description = "Under which it is shown", examples = "Outcomes")
        String area,

        NeedSource source,
        Computation computation,

        @Schema(description = "What the figure is, for people")
        String explanation,

        @Schema(description = "The measures that it is computed from; the first with a value counts")
        List<String> measureCodes,

        @Schema(description = "Only values of this point count; absent: the latest of a year", examples = "summer")
        @Nullable
        String assessmentPoint,

        @Schema(description = "It applies to schools that teach pupils of this age; absent: to all", examples = "10")
        @Nullable
        Integer taughtAge,

        @Schema(description = "What stands behind the figure", examples = "percentage points")
        String unit,

        int decimals,

        @Schema(description = "Which direction of the figure is the better one")
        Better better,

        @Schema(description = "From here on it contributes", examples = "0")
        BigDecimal startsAt,

        @Schema(description = "From here on it contributes its maximum", examples = "-20")
        BigDecimal fullAt,

        @Schema(description = "What it contributes at most: its weight", examples = "15")
        BigDecimal maximum,

        @Schema(description = "The figure is rounded down to a multiple of this, where there is one") @Nullable
        BigDecimal step,

        @Schema(description = "A change up to this counts as none")
        BigDecimal tolerance,

        @Schema(description = "Whether a change of it can be a decline; what only goes by with time cannot")
        boolean showsDecline,

        @Schema(description = "First academic year in which it counts")
        AcademicYear validFrom,

        @Schema(description = "Last academic year in which it counts; still does when absent") @Nullable
        AcademicYear validTo,

        @Schema(description = "What single facts count for, where the figure is made of points")
        List<Points> points) {

    /** What a single fact counts for. */
    @Schema(name = "NeedPoints", description = "What a grade, a severity or a judgement counts for.")
    record Points(
            @Schema(examples = "needs-attention") String code,
            @Schema(examples = "Needs attention") String label,
            @Schema(examples = "1") BigDecimal points) {}
}
