package org.uplift.evaluation;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What people make of how a priority came out. */
@Schema(name = "NewEvaluation", description = "The evaluation of a priority, as people write it.")
record EvaluationTerms(
        @Schema(description = "Absent in a draft, which the gate to closed does not count") @Nullable
        Achievement judgement,

        @Schema(
                description = "With a judgement, this or what did not work has 20 characters at least",
                examples = "Daily reading aloud has reached every class")
        @Size(max = 5000)
        @Nullable
        String whatWorked,

        @Schema(examples = "Extra groups for disadvantaged pupils began too late") @Size(max = 5000) @Nullable
        String whatDidNot,

        @Schema(
                description = "What was learnt; the rationale of a priority that is carried forward ends with it",
                examples = "Begin the groups in September")
        @Size(max = 2000)
        @Nullable
        String lessons,

        @Schema(description = "Whether the next cycle goes on with the priority; absent: no") @Nullable
        Boolean carryForward) {
    static final EvaluationTerms NOTHING = new EvaluationTerms(null, null, null, null, false);
}
