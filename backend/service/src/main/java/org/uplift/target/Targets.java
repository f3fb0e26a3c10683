package org.uplift.target;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.outcome.Actual;
import org.uplift.outcome.Measure;
import org.uplift.outcome.Measures;
import org.uplift.outcome.Outcomes;
import org.uplift.outcome.Outcomes.SeriesKey;
import org.uplift.outcome.OutdatedOutcomes;
import org.uplift.outcome.PupilGroups;
import org.uplift.school.AcademicYear;

/** The targets that the caller may see, with their status as the caller may see it. */
@ApplicationScoped
public class Targets extends ScopedRepository<Target, UUID> {
    private static final int MOST = 1000;

    /** A target with what its status is computed from. */
    private record Followed(Target target, Measure measure, Aim aim, List<Actual> series) {}

    @Inject
    Measures measures;

    @Inject
    PupilGroups groups;

    @Inject
    Outcomes outcomes;

    @Inject
    OutdatedOutcomes outdated;

    @Inject
    TargetNotes notes;

    @Inject
    Clock clock;

    @Override
    protected String permission() {
        return Permission.READ_CYCLES;
    }

    /** Those of a priority, the first due first. */
    PanacheQuery<Target> of(UUID priority) {
        return readable(
                "priority.id = :priority",
                Map.of("priority", priority),
                Sort.by("dueDate").and("id"));
    }

    /** Those of a cycle, the first due first. */
    public List<Target> ofCycle(UUID cycle) {
        return readable(
                        "priority.cycle.id = :cycle",
                        Map.of("cycle", cycle),
                        Sort.by("dueDate").and("id"))
                .page(0, MOST)
                .list();
    }

    /** Those of some priorities, the first due first. */
    public List<Target> ofPriorities(Collection<UUID> priorities) {
        return priorities.isEmpty()
                ? List.of()
                : readable(
                                "priority.id in (:priorities)",
                                Map.of("priorities", priorities),
                                Sort.by("dueDate").and("id"))
                        .page(0, MOST)
                        .list();
    }

    /** Those of all cycles of an academic year that are still followed, by school. */
    public List<Target> ofYear(AcademicYear year) {
        return readable(
                        "priority.cycle.academicYear = :year and endedOn is null and priority.endedOn is null",
                        Map.of("year", year.start()),
                        Sort.by("schoolUrn").and("dueDate").and("id"))
                .page(0, MOST)
                .list();
    }

    /** Whether a priority has another target for the same thing. */
    boolean has(UUID priority, TargetTerms terms, Optional<UUID> except) {
        return readable(
                        "priority.id = :priority and endedOn is null and measureCode = :measure and cohort = :cohort"
                                + " and pupilGroup = :pupils and dueAcademicYear = :year and dueAssessmentPoint = :point",
                        Map.of(
                                "priority", priority,
                                "measure", terms.measureCode(),
                                "cohort", terms.cohort(),
                                "pupils", terms.pupilGroup(),
                                "year", terms.dueYear().start(),
                                "point", terms.duePoint()),
                        Sort.by("id"))
                .stream()
                .anyMatch(target -> !Optional.of(target.id()).equals(except));
    }

    /** Their status today; the actuals of all of them come in one statement. */
    public List<TargetSummary> summaries(List<Target> targets) {
        List<Followed> followed = followed(targets);
        Map<UUID, String> narratives =
                notes.newest(targets.stream().map(Target::id).toList());
        LocalDate today = LocalDate.now(clock);
        Set<Integer> behind = outdated.among(targets.stream()
                .map(Target::schoolUrn)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return followed.stream()
                .map(one -> TargetSummary.of(
                        one.target(),
                        narratives.get(one.target().id()),
                        one.measure(),
                        TargetStatus.of(one.aim(), one.series(), today),
                        one.target().schoolUrn() != null
                                && behind.contains(one.target().schoolUrn())))
                .toList();
    }

    /** Those that stand otherwise today than they did on a day, by today's rule and terms; in as few statements. */
    public List<TargetMove> moves(List<Target> targets, LocalDate since) {
        LocalDate today = LocalDate.now(clock);
        return followed(targets).stream()
                .map(one -> TargetMove.of(
                        one.target(),
                        one.aim(),
                        TargetStatus.of(one.aim(), one.series(), since).status(),
                        TargetStatus.of(one.aim(), one.series(), today)))
                .filter(move -> move.before() != move.status())
                .toList();
    }

    private List<Followed> followed(List<Target> targets) {
        // Any other query flushes, after which Hibernate would fetch those of each by themselves.
        targets.forEach(Target::fetch);
        Map<SeriesKey, List<Actual>> actuals = outcomes.series(targets.stream()
                .flatMap(target -> target.series().stream())
                .distinct()
                .toList());
        Map<String, Measure> known = measures.byCode(
                targets.stream().map(Target::measureCode).distinct().toList());
        Map<String, String> labels = groups.labels();
        return targets.stream()
                .map(target -> {
                    Measure measure = Objects.requireNonNull(known.get(target.measureCode()));
                    return new Followed(
                            target,
                            measure,
                            target.aim(measure, Objects.requireNonNull(labels.get(target.pupilGroup()))),
                            target.series()
                                    .map(key -> actuals.getOrDefault(key, List.of()))
                                    .orElse(List.of()));
                })
                .toList();
    }

    /** The actuals of some targets, by target, oldest first; in one statement. */
    public Map<UUID, List<SeriesPoint>> series(List<Target> targets) {
        Map<SeriesKey, List<Actual>> actuals = outcomes.series(targets.stream()
                .flatMap(target -> target.series().stream())
                .distinct()
                .toList());
        return targets.stream()
                .collect(Collectors.toMap(
                        Target::id,
                        target ->
                                target
                                        .series()
                                        .map(key -> actuals.getOrDefault(key, List.of()))
                                        .orElse(List.of())
                                        .stream()
                                        .map(SeriesPoint::of)
                                        .toList()));
    }

    /** One with its status today. */
    TargetSummary summary(Target target) {
        return summaries(List.of(target)).getFirst();
    }

    /** The actuals of a target. */
    List<Actual> series(Target target) {
        return target.series()
                .map(key -> outcomes.series(key.schoolUrn(), key.measureCode(), key.cohort(), key.pupilGroup()))
                .orElse(List.of());
    }

    /** How a target stood whenever an actual came. */
    TargetHistory history(Target target) {
        return TargetHistory.of(aim(target), series(target), LocalDate.now(clock));
    }

    /** Where a target would end if things went on as they have. */
    TargetForecast forecast(Target target) {
        return TargetForecast.of(
                aim(target),
                series(target),
                LocalDate.now(clock),
                measure(target).unit().equals("percent"));
    }

    /** How one is called in messages. */
    String label(Target target) {
        return target.label(measure(target), group(target));
    }

    private Aim aim(Target target) {
        return target.aim(measure(target), group(target));
    }

    private Measure measure(Target target) {
        return measures.named("/measureCode", target.measureCode());
    }

    private String group(Target target) {
        return Objects.requireNonNull(groups.labels().get(target.pupilGroup()));
    }
}
