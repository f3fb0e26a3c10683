package org.uplift.report;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uplift.checkpoint.AdjustmentSummary;
import org.uplift.checkpoint.SignedJudgement;
import org.uplift.cycle.ActionStatus;
import org.uplift.cycle.ActionSummary;
import org.uplift.cycle.CarryForward;
import org.uplift.cycle.PrioritySummary;
import org.uplift.evaluation.Achievement;
import org.uplift.evaluation.CycleEvaluation;
import org.uplift.evaluation.CycleEvaluation.EvaluatedTarget;
import org.uplift.evaluation.CycleEvaluation.PriorityEvaluation;
import org.uplift.evaluation.EvaluationSummary;
import org.uplift.platform.Words;
import org.uplift.target.MilestoneSummary;
import org.uplift.target.Status;
import org.uplift.target.TargetSummary;

/** The evaluation of a cycle in the words of the document. */
public record EvaluationReport(
        String title, String asAt, String stage, String reader, String evaluated, List<Part> parts) {
    private static final String NONE = "–";

    /** A priority. */
    public record Part(
            int number,
            String title,
            String judgement,
            String next,
            String lead,
            List<Said> said,
            List<Chart> charts,
            List<Table> tables,
            @Nullable String written) {}

    /** Something that people wrote. */
    public record Said(String title, String text) {}

    /** The document for a reader, of what that reader sees. */
    static EvaluationReport of(CycleEvaluation cycle, String reader) {
        List<Part> parts = new ArrayList<>();
        cycle.priorities().forEach(priority -> parts.add(part(parts.size() + 1, priority)));
        return new EvaluationReport(
                "Evaluation " + cycle.academicYear() + ", " + owner(cycle),
                Words.day(cycle.asAt()),
                Words.of(cycle.stage().code()),
                reader,
                cycle.evaluated() + " of " + parts.size() + (parts.size() == 1 ? " priority is" : " priorities are")
                        + " evaluated.",
                List.copyOf(parts));
    }

    private static String owner(CycleEvaluation cycle) {
        if (cycle.schoolUrn() == null) {
            return "the trust";
        }
        return cycle.schoolName() == null ? "school " + cycle.schoolUrn() : cycle.schoolName();
    }

    private static Part part(int number, PriorityEvaluation of) {
        PrioritySummary priority = of.priority();
        EvaluationSummary evaluation = of.evaluation();
        return new Part(
                number,
                priority.title(),
                judgement(evaluation),
                evaluation != null && evaluation.carryForward() ? "Carried forward" : "Not carried forward",
                lead(priority),
                said(priority, evaluation),
                of.targets().stream().map(Chart::of).filter(Objects::nonNull).toList(),
                Stream.of(
                                targets(of.targets()),
                                milestones(of.milestones()),
                                actions(of.actions()),
                                checkpoints(of.checkpoints()),
                                adjustments(of.adjustments()))
                        .filter(table -> !table.rows().isEmpty())
                        .toList(),
                evaluation == null
                        ? null
                        : "Written " + (evaluation.author() == null ? "" : "by " + evaluation.author() + " ") + "on "
                                + Words.day(
                                        evaluation.at().atZone(ZoneOffset.UTC).toLocalDate()) + ".");
    }

    private static String judgement(@Nullable EvaluationSummary evaluation) {
        Achievement judgement = evaluation == null ? null : evaluation.judgement();
        return judgement == null ? "Not judged yet" : Words.capital(judgement.words());
    }

    private static String lead(PrioritySummary priority) {
        String lead = priority.leadName() == null ? priority.leadRole() : priority.leadName();
        return lead == null ? "" : "Led by " + lead + ".";
    }

    private static List<Said> said(PrioritySummary priority, @Nullable EvaluationSummary evaluation) {
        List<Said> said = new ArrayList<>();
        add(said, "Why it was a priority", priority.rationale());
        if (evaluation != null) {
            add(said, "What worked", evaluation.whatWorked());
            add(said, "What did not", evaluation.whatDidNot());
            add(said, "What was learnt", evaluation.lessons());
        }
        return said;
    }

    private static void add(List<Said> said, String title, @Nullable String text) {
        if (text != null) {
            said.add(new Said(title, text));
        }
    }

    private static Table targets(List<EvaluatedTarget> targets) {
        return new Table(
                "Targets",
                List.of("Target", "Baseline", "To reach", "Status", "Why"),
                targets.stream()
                        .map(EvaluatedTarget::target)
                        .map(target -> List.of(
                                target.measureLabel() + group(target),
                                Words.figure(target.baselineValue()) + ", " + Words.day(target.baselineDate()),
                                Words.figure(target.targetValue()) + ", " + Words.day(target.dueDate()),
                                target.endedOn() == null ? status(target.status()) : "Ended",
                                Optional.ofNullable(target.endReason()).orElse(target.statusReason())))
                        .toList());
    }

    private static String group(TargetSummary target) {
        return (target.pupilGroup().equals("ALL")
                        ? ""
                        : ", " + target.pupilGroup().toLowerCase(Locale.ROOT).replace('_', ' '))
                + (target.cohort().equals("ALL") ? "" : ", year " + target.cohort());
    }

    private static Table milestones(List<MilestoneSummary> milestones) {
        return new Table(
                "Milestones",
                List.of("Milestone", "Due", "Status", "Why"),
                milestones.stream()
                        .map(milestone -> List.of(
                                milestone.milestone(),
                                Words.day(milestone.dueDate()),
                                milestone.endedOn() == null ? status(milestone.status()) : "Ended",
                                Optional.ofNullable(milestone.endReason()).orElse(milestone.statusReason())))
                        .toList());
    }

    private static Table actions(List<ActionSummary> actions) {
        return new Table(
                "Actions",
                List.of("Action", "Status", "Next cycle"),
                actions.stream()
                        .map(action -> List.of(
                                action.title(),
                                action.endedOn() == null
                                        ? Words.capital(Words.of(action.status().code()))
                                        : "Ended",
                                decision(action)))
                        .toList());
    }

    private static String decision(ActionSummary action) {
        if (action.endedOn() != null || action.status() == ActionStatus.DONE) {
            return NONE;
        }
        CarryForward decision = action.carryForward();
        return decision == null ? "Not decided" : decision == CarryForward.DROP ? "Dropped" : "Carried forward";
    }

    private static Table checkpoints(List<SignedJudgement> checkpoints) {
        return new Table(
                "Signed checkpoints",
                List.of("Checkpoint", "Looked at", "Judgement"),
                checkpoints.stream()
                        .map(judged -> List.of(
                                judged.typeLabel() + ", " + Words.day(judged.date()),
                                judged.label(),
                                Words.capital(Words.of(judged.judgement().code()))))
                        .toList());
    }

    private static Table adjustments(List<AdjustmentSummary> adjustments) {
        return new Table(
                "Small improvements",
                List.of("What was changed", "Effect seen", "Decision"),
                adjustments.stream()
                        .map(adjustment -> List.of(
                                adjustment.change(),
                                Optional.ofNullable(adjustment.effectSeen()).orElse(NONE),
                                Words.capital(adjustment.status().code())))
                        .toList());
    }

    private static String status(Status status) {
        return Words.capital(Words.of(status.code()));
    }
}
