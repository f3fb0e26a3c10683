package org.uplift.evaluation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.uplift.checkpoint.AdjustmentSummary;
import org.uplift.checkpoint.Adjustments;
import org.uplift.checkpoint.SignedJudgement;
import org.uplift.checkpoint.SignedJudgements;
import org.uplift.cycle.ActionSummary;
import org.uplift.cycle.Actions;
import org.uplift.cycle.CycleSummary;
import org.uplift.cycle.Cycles;
import org.uplift.cycle.Priorities;
import org.uplift.cycle.Priority;
import org.uplift.cycle.PrioritySummary;
import org.uplift.evaluation.CycleEvaluation.EvaluatedTarget;
import org.uplift.evaluation.CycleEvaluation.PriorityEvaluation;
import org.uplift.target.MilestoneSummary;
import org.uplift.target.Milestones;
import org.uplift.target.SeriesPoint;
import org.uplift.target.Target;
import org.uplift.target.TargetSummary;
import org.uplift.target.Targets;

/** Brings together what is known of the priorities of a cycle, in as many statements whatever their number. */
@ApplicationScoped
public class CycleEvaluations {
    private static final int MOST_PRIORITIES = 100;

    @Inject
    Cycles cycles;

    @Inject
    Priorities priorities;

    @Inject
    Targets targets;

    @Inject
    Milestones milestones;

    @Inject
    Actions actions;

    @Inject
    SignedJudgements judgements;

    @Inject
    Adjustments adjustments;

    @Inject
    Evaluations evaluations;

    @Inject
    Clock clock;

    /** The evaluation of a cycle as the caller may see it today, or 404. */
    @Transactional
    public CycleEvaluation of(UUID id) {
        CycleSummary cycle = cycles.summary(id);
        List<PrioritySummary> open = priorities.of(id).page(0, MOST_PRIORITIES).list().stream()
                .filter(Priority::isOpen)
                .map(priorities::summary)
                .toList();
        Map<UUID, List<EvaluatedTarget>> aimed = aimed(id);
        Map<UUID, List<MilestoneSummary>> marked =
                milestones.ofCycle(id).stream().collect(groupingBy(MilestoneSummary::priorityId));
        Map<UUID, List<ActionSummary>> done =
                actions.ofCycle(id).stream().collect(groupingBy(ActionSummary::priorityId));
        Map<UUID, List<SignedJudgement>> judged =
                judgements.ofCycle(id).stream().collect(groupingBy(SignedJudgement::priorityId));
        Map<UUID, List<AdjustmentSummary>> improved =
                adjustments.ofCycle(id).stream().collect(groupingBy(AdjustmentSummary::priorityId));
        Map<UUID, EvaluationSummary> written = evaluations.ofCycle(id).stream()
                .map(evaluations::summary)
                .collect(toMap(EvaluationSummary::priorityId, evaluation -> evaluation));
        List<PriorityEvaluation> evaluated = open.stream()
                .map(priority -> {
                    UUID key = priority.id();
                    List<EvaluatedTarget> aims = aimed.getOrDefault(key, List.of());
                    List<MilestoneSummary> marks = marked.getOrDefault(key, List.of());
                    List<ActionSummary> steps = done.getOrDefault(key, List.of());
                    return new PriorityEvaluation(
                            priority,
                            aims,
                            marks,
                            ActionCounts.of(steps),
                            steps,
                            judged.getOrDefault(key, List.of()),
                            improved.getOrDefault(key, List.of()),
                            JudgementProposal.of(
                                    aims.stream().map(EvaluatedTarget::target).toList(), marks),
                            written.get(key));
                })
                .toList();
        return new CycleEvaluation(
                cycle.id(),
                cycle.schoolUrn(),
                cycle.schoolName(),
                cycle.academicYear(),
                cycle.stage(),
                LocalDate.now(clock),
                Math.toIntExact(
                        evaluated.stream().filter(PriorityEvaluation::isJudged).count()),
                evaluated);
    }

    private Map<UUID, List<EvaluatedTarget>> aimed(UUID cycle) {
        List<Target> found = targets.ofCycle(cycle);
        List<TargetSummary> summaries = targets.summaries(found);
        Map<UUID, List<SeriesPoint>> series = targets.series(found);
        return summaries.stream()
                .collect(groupingBy(
                        TargetSummary::priorityId,
                        mapping(
                                target -> new EvaluatedTarget(
                                        target, ofItsTime(target, series.getOrDefault(target.id(), List.of()))),
                                toList())));
    }

    /** What came between the baseline and the end of the year in which the target was due; later pupils are other ones. */
    private static List<SeriesPoint> ofItsTime(TargetSummary target, List<SeriesPoint> series) {
        LocalDate end = target.dueAcademicYear().lastDay();
        return series.stream()
                .filter(point -> !point.date().isBefore(target.baselineDate())
                        && !point.date().isAfter(end))
                .toList();
    }
}
