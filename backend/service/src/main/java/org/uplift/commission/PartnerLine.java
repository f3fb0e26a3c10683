package org.uplift.commission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Partner",
        description = "Somebody outside the trust who can be asked, what was checked of them, and what came of it.")
record PartnerLine(
        UUID id,
        @Schema(examples = "A phonics hub") String name,
        String offers,

        @Schema(description = "What a day costs, in pounds", examples = "450") @Nullable
        BigDecimal dayRate,

        @Schema(description = "What was checked") @Nullable String diligence,

        @Schema(description = "The last day on which that holds") @Nullable
        LocalDate diligenceUntil,

        @Schema(description = "It holds today: they can be commissioned")
        boolean inDate,

        @Schema(description = "The first day on which they are not asked any more") @Nullable
        LocalDate endedOn,

        @Schema(description = "Completed commissions of the schools that you see", examples = "3")
        int commissions,

        @Schema(
                description = "How those schools have judged them, the mean: 1 to 4; absent where none has",
                examples = "3.3")
        @Nullable
        BigDecimal rating,

        @Schema(description = "Revision, as in the ETag") int version) {}
