package org.uplift.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.checkpoint.AdjustmentSummary;
import org.uplift.checkpoint.SignedJudgement;
import org.uplift.cycle.ActionSummary;
import org.uplift.cycle.PrioritySummary;
import org.uplift.cycle.Stage;
import org.uplift.school.AcademicYear;
import org.uplift.target.MilestoneSummary;
import org.uplift.target.SeriesPoint;
import org.uplift.target.TargetSummary;

@Schema(description = "How the priorities of a cycle came out: what is known of each, and what people make of it.")
public record CycleEvaluation(
        UUID cycleId,

        @Schema(description = "Absent in the cycle of the trust", examples = "900001") @Nullable
        Integer schoolUrn,

        @Nullable String schoolName,
        AcademicYear academicYear,
        Stage stage,

        @Schema(description = "The day on which it reads so")
        LocalDate asAt,

        @Schema(description = "How many of the priorities have a judgement")
        int evaluated,

        @Schema(description = "Those that are not ended, in their order")
        List<PriorityEvaluation> priorities) {

    /** A priority with what is known of it, and its evaluation as far as there is one. */
    @Schema(description = "What is known of a priority at the end of its cycle, and its evaluation.")
    public record PriorityEvaluation(
            PrioritySummary priority,

            @Schema(description = "The first due first") List<EvaluatedTarget> targets,
            @Schema(description = "The first due first") List<MilestoneSummary> milestones,
            ActionCounts actionCounts,
            @Schema(description = "The first due first") List<ActionSummary> actions,

            @Schema(
                    description =
                            "What signed checkpoints say of the priority, its targets and its actions, the oldest first")
            List<SignedJudgement> checkpoints,

            @Schema(description = "The oldest first") List<AdjustmentSummary> adjustments,

            @Schema(description = "Absent where no target or milestone has a status that says anything") @Nullable
            JudgementProposal proposal,

            @Schema(description = "Absent until somebody has begun it") @Nullable
            EvaluationSummary evaluation) {

        boolean isJudged() {
            return evaluation != null && evaluation.judgement() != null;
        }
    }

    /** A target and what came. */
    @Schema(description = "A target with its status today, and what came.")
    public record EvaluatedTarget(
            TargetSummary target,

            @Schema(
                    description =
                            "From the baseline to the end of the year in which it was due, oldest first, as you may see it")
            List<SeriesPoint> series) {}
}
