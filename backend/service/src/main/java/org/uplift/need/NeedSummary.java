package org.uplift.need;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;
import org.uplift.term.TermName;

@Schema(name = "NeedAssessment", description = "How much support a school needs in a term.")
record NeedSummary(
        UUID id,
        @Schema(examples = "900001") int schoolUrn,
        String schoolName,
        AcademicYear academicYear,
        TermName term,

        @Schema(description = "What was known on this day") LocalDate asAt,

        Instant computedAt,

        @Schema(
                description =
                        "From 0 to 100: what the indicators contribute, of what those that could be computed might have; absent"
                                + " where less than 60 % of the maximum could be computed",
                examples = "41.7")
        @Nullable
        BigDecimal score,

        @Schema(description = "What the indicators that could be computed might have contributed", examples = "109")
        BigDecimal possible,

        @Schema(description = "What all that apply to the school might have", examples = "117")
        BigDecimal maximum,

        @Schema(
                description = "The level that counts; absent where there is not enough data and nobody has set one",
                examples = "intensive")
        @Nullable
        String level,

        @Schema(examples = "Intensive") @Nullable String levelLabel,

        @Schema(description = "The level as computed", examples = "targeted") @Nullable
        String computedLevel,

        @Schema(examples = "Targeted") @Nullable String computedLevelLabel,

        @Schema(description = "Whether people have set the level")
        boolean moderated,

        @Schema(description = "Whether a moderation waits for a second person")
        boolean waiting,

        @Schema(
                description = "Why it has at least the level of a school in concern; absent where nothing says so",
                examples = "Category of concern: Special measures, inspection of 3 March 2026.")
        @Nullable
        String floor,

        @Schema(description = "Days of support that the level gives in an academic year", examples = "20") @Nullable
        Integer entitlementDays,

        @Schema(
                description =
                        "Where the score goes over this term and the two before it; steady within 3 points; absent where one of"
                                + " the three is missing")
        @Nullable
        NeedChange direction,

        @Schema(description = "The school is at the first level, and may decline")
        boolean riskOfDecline,

        @Schema(
                description = "What raised that, a sentence for each indicator",
                examples = "[\"Absence has worsened two terms running: 4.1%, 4.6%, 5.2%.\"]")
        List<String> riskReasons,

        @Schema(description = "Revision, as in the ETag") int version) {}
