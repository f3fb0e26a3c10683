package org.uplift.commission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.delegation.ApprovalState;
import org.uplift.school.AcademicYear;
import org.uplift.term.TermName;
import org.uplift.thing.Thing;

@Schema(description = "A commission with everything that belongs to it, and what the reader can do.")
record CommissionDetail(
        CommissionSummary commission,

        @Schema(description = "What is to be different afterwards")
        String purpose,

        @Schema(description = "What asks for it; absent where nothing does, or you may not see it") @Nullable
        Thing source,

        List<TermDays> days,

        @Schema(description = "Why this supporter; of a partner, why nobody inside fits") @Nullable
        String choiceReason,

        @Schema(
                description =
                        "Who inside was there when it was decided to go outside, and why each does not fit; for those who"
                                + " can ask for support there")
        List<Unfit> insideFirst,

        @Schema(description = "Absent where the scheme of delegation reserves it for nobody, and before the match")
        @Nullable
        ApprovalState approval,

        @Schema(description = "What the two parties agree") @Nullable
        String agreement,

        @Nullable LocalDate startedOn,
        @Nullable LocalDate endedOn,

        @Schema(description = "Why it was declined or cancelled") @Nullable
        String endReason,

        List<MeasureLine> measures,
        List<VisitLine> visits,
        List<ChangeLine> changes,
        List<ImpactLine> impact,

        @Schema(description = "Absent beyond the trust, and where the school has no level") @Nullable
        EntitlementLine entitlement,

        @Schema(description = "Absent while no day was given") @Nullable
        Value value,

        May may) {

    @Schema(name = "CommissionTermDays", description = "Days of one term: agreed and given.")
    record TermDays(
            AcademicYear academicYear,
            TermName term,
            @Schema(examples = "4") BigDecimal agreed,
            @Schema(examples = "2.5") BigDecimal given) {}

    @Schema(name = "CommissionUnfit", description = "Somebody inside the trust, and why they do not fit.")
    record Unfit(UUID expertId, String name, String reason) {}

    @Schema(name = "CommissionMeasure", description = "What is to move by the support: before it began, and now.")
    record MeasureLine(
            @Schema(examples = "PHONICS_Y1_WA") String measureCode,

            @Schema(examples = "Phonics, expected standard in year 1")
            String label,

            String cohort,
            String pupilGroup,

            @Schema(description = "The newest value from before it began; absent where there is none that you may see")
            @Nullable
            MeasureValue before,

            @Schema(description = "The newest value since it began; absent where there is none that you may see")
            @Nullable
            MeasureValue after) {}

    @Schema(name = "CommissionMeasureValue", description = "What a measure was on a day, as you may see it.")
    record MeasureValue(
            @Schema(description = "As it is shown: the value, or the symbol in its place", examples = "67%")
            String display,

            AcademicYear academicYear,
            LocalDate date,

            @Schema(description = "Pupils that it is about; absent where it is hidden or unknown") @Nullable
            Integer cohortSize,

            @Schema(examples = "final") String resultStatus) {}

    @Schema(
            name = "CommissionEntitlement",
            description =
                    "The days of support that the school's level of need gives in an academic year, and what became of them.")
    record EntitlementLine(
            AcademicYear academicYear,
            @Schema(examples = "targeted") String level,
            @Schema(examples = "Targeted") String levelLabel,
            @Schema(examples = "10") int days,

            @Schema(
                    description = "Agreed in all commissions of the school that are under way or have been",
                    examples = "6")
            BigDecimal agreed,

            @Schema(examples = "3.5") BigDecimal given) {}

    @Schema(name = "CommissionValue", description = "What a day came to, beside what came of it.")
    record Value(
            @Schema(description = "In pounds; 0 from inside the trust", examples = "1800")
            BigDecimal cost,

            BigDecimal daysGiven,

            @Schema(description = "In pounds, for each day that was given", examples = "450")
            BigDecimal costPerDay,

            @Schema(description = "As the school says: 1 to 4; absent before its review") @Nullable
            Integer schoolRating,

            @Schema(
                    description =
                            "Days for each step of the school's judgement above 1; absent where nothing is different",
                    examples = "2")
            @Nullable
            BigDecimal daysPerStep) {}

    @Schema(name = "CommissionMay", description = "What you can do now.")
    record May(
            boolean match,
            boolean agree,
            boolean accept,
            boolean log,
            boolean propose,
            boolean reviewForSchool,
            boolean reviewForSupporter,
            boolean complete,
            boolean decline,
            boolean cancel) {}
}
