package org.uplift.commission;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

@Schema(description = "Who supports whom in an academic year, and what that comes to, over the schools that you see.")
record SupportDetail(
        AcademicYear academicYear,

        @Schema(description = "Every school of the trust that you see, by name")
        List<SchoolSupport> schools,

        @Schema(description = "Who supports whom, most days first")
        List<SupportLink> links,

        @Schema(
                description = "Of what is approved, under way or completed and begins in the year, in pounds",
                examples = "7400")
        BigDecimal spend) {

    @Schema(description = "The support of one school, against what its level of need gives it.")
    record SchoolSupport(
            @Schema(examples = "900001") int schoolUrn,
            String schoolName,
            @Schema(examples = "targeted") @Nullable String level,
            @Schema(examples = "Targeted") @Nullable String levelLabel,

            @Schema(description = "Days in the year; absent without a level", examples = "10") @Nullable
            Integer entitlementDays,

            @Schema(
                    description = "Days that are matched or agreed; of what has ended, those that were given",
                    examples = "6")
            BigDecimal agreed,

            @Schema(examples = "3.5") BigDecimal given,

            @Schema(description = "Days of its people for others", examples = "4")
            BigDecimal givesAgreed,

            @Schema(description = "Asked for and not matched yet", examples = "1")
            int requested,

            @Schema(description = "In pounds", examples = "1800")
            BigDecimal spend) {}

    @Schema(description = "Support from one place for another.")
    record SupportLink(
            @Schema(
                    description =
                            "Where the supporter works; absent for those of the trust as a whole and for partners")
            @Nullable
            Integer fromUrn,

            @Schema(description = "The school, the trust, or the partner", examples = "Birch Hill Primary School")
            String from,

            @Schema(description = "A partner from outside") boolean external,

            @Schema(description = "Absent beyond the trust") @Nullable
            Integer toUrn,

            @Schema(examples = "Alder Grove Primary School") String to,
            int commissions,
            @Schema(examples = "6") BigDecimal agreed,
            @Schema(examples = "3.5") BigDecimal given) {}
}
