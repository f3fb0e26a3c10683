package org.uplift.commission;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "CommissionCandidate",
        description = "Somebody of the trust who might give the support: whether they can, and how well they match.")
record Candidate(
        UUID expertId,
        String name,
        @Nullable Integer schoolUrn,
        @Nullable String schoolName,

        @Schema(description = "They can: no conflict, days left, dates free")
        boolean fits,

        @Schema(description = "Why they cannot, a sentence each; empty where they can")
        List<String> obstacles,

        @Schema(
                description = "How well they match, 0 to 100: the weighted mean of the parts that are known",
                examples = "81.5")
        BigDecimal score,

        List<Part> parts,

        @Schema(description = "Days left in the term with the fewest, before what is asked", examples = "4")
        BigDecimal freeDays,

        @Schema(
                description = "Days that they have given this academic year; who gave fewest comes first on one score",
                examples = "3.5")
        BigDecimal givenThisYear) {

    @Schema(name = "CandidatePart", description = "One part of a match.")
    record Part(
            MatchPart part,
            @Schema(examples = "Nearness") String label,

            @Schema(description = "How much it counts among the parts", examples = "1")
            BigDecimal weight,

            @Schema(
                    description = "0 to 1; absent where it is not known, which counts neither for nor against",
                    examples = "0.82")
            @Nullable
            BigDecimal value,

            @Schema(description = "Why, as a sentence", examples = "Their school is 9.1 km away.")
            String why) {}
}
