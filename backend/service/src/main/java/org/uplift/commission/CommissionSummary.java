package org.uplift.commission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Commission", description = "Support for a school, and how far it is.")
record CommissionSummary(
        UUID id,
        String title,

        @Schema(description = "The school that is supported; absent for one beyond the trust", examples = "900001")
        @Nullable
        Integer schoolUrn,

        @Nullable String schoolName,

        @Schema(description = "Who is supported beyond the trust") @Nullable
        String beyond,

        @Schema(examples = "early-reading") String specialism,
        @Schema(examples = "Early reading and phonics") String specialismLabel,
        CommissionStatus status,
        LocalDate startsOn,
        LocalDate endsOn,

        @Schema(description = "It is under way, and its last day is over")
        boolean overdue,

        UUID requesterId,
        String requestedBy,
        LocalDate requestedOn,

        @Schema(description = "The need, the priority or the checkpoint that asks for it; absent where none does")
        @Nullable
        UUID sourceId,

        @Schema(description = "Who gives it, from inside; absent before the match and for partners") @Nullable
        UUID expertId,

        @Schema(description = "Who gives it, from outside") @Nullable
        UUID partnerId,

        @Schema(description = "Who gives it; absent before the match") @Nullable
        String supporter,

        @Schema(
                description = "Where the supporter works; absent for partners and those of the trust as a whole",
                examples = "900002")
        @Nullable
        Integer supporterUrn,

        @Nullable String supporterSchool,

        @Schema(description = "In pounds; absent from inside the trust", examples = "1800") @Nullable
        BigDecimal cost,

        @Schema(examples = "4") BigDecimal daysAgreed,
        @Schema(examples = "2.5") BigDecimal daysGiven,

        @Schema(description = "How much is different, as the school says: 1 to 4; absent before its review") @Nullable
        Integer schoolRating,

        @Schema(description = "What the supporter gained, as they say: 1 to 4; absent before their review") @Nullable
        Integer supporterRating,

        @Schema(description = "Revision, as in the ETag") int version) {}
