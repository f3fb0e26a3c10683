package org.uplift.evaluation;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Evaluation", description = "How a priority came out in the eyes of people.")
public record EvaluationSummary(
        UUID id,
        UUID priorityId,
        UUID cycleId,

        @Schema(description = "Absent in the cycle of the trust", examples = "900001") @Nullable
        Integer schoolUrn,

        @Schema(description = "Absent in a draft") @Nullable Achievement judgement,

        @Schema(description = "Absent from the assurance view") @Nullable
        String whatWorked,

        @Schema(description = "Absent from the assurance view") @Nullable
        String whatDidNot,

        @Schema(description = "What was learnt; absent from the assurance view") @Nullable
        String lessons,

        @Schema(description = "Whether the next cycle goes on with the priority")
        boolean carryForward,

        @Schema(description = "Who wrote it last; absent from the assurance view") @Nullable
        String author,

        @Schema(description = "When it was written last") Instant at,
        @Schema(description = "Revision, as in the ETag") int version) {

    static EvaluationSummary of(Evaluation evaluation) {
        EvaluationTerms terms = evaluation.terms();
        return new EvaluationSummary(
                evaluation.id(),
                evaluation.priority().id(),
                evaluation.priority().cycle().id(),
                evaluation.schoolUrn(),
                terms.judgement(),
                terms.whatWorked(),
                terms.whatDidNot(),
                terms.lessons(),
                evaluation.carryForward(),
                evaluation.author(),
                evaluation.at(),
                evaluation.version());
    }

    /** As those see it who assure and do not record. */
    EvaluationSummary assured() {
        return new EvaluationSummary(
                id, priorityId, cycleId, schoolUrn, judgement, null, null, null, carryForward, null, at, version);
    }
}
