package org.uplift.checkpoint;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the signed checkpoints of a school said in a term. */
@Schema(description = "What the signed checkpoints of a school said in a term.")
record SchoolTerm(
        @Schema(examples = "900001") int schoolUrn,
        String schoolName,

        @Schema(description = "How many were held in the term")
        int checkpoints,

        @Schema(
                description =
                        "Its priorities for those of the trust at which the trust's checkpoint looks, or for any where it looks"
                                + " at none; in the trust's order")
        List<JudgedPriority> priorities) {

    /** A priority of the school and how it was judged last in the term. */
    @Schema(
            description =
                    "A priority of a school and how it, or a target or an action of it, was judged last in the term.")
    record JudgedPriority(
            UUID priorityId,
            UUID cycleId,
            String title,

            @Schema(description = "The priority of the trust for which it is")
            UUID contributesTo,

            @Schema(description = "Absent where no signed checkpoint of the term looked at it") @Nullable
            Judgement judgement,

            @Nullable UUID checkpointId,
            @Nullable LocalDate heldOn) {}
}
