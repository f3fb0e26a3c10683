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
import java.util.UUID;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.school.AcademicYear;

/** The milestones that the caller may see, with their status. */
@ApplicationScoped
public class Milestones extends ScopedRepository<Milestone, UUID> {
    private static final int MOST = 1000;

    @Inject
    Judgements judgements;

    @Inject
    Clock clock;

    @Override
    protected String permission() {
        return Permission.READ_CYCLES;
    }

    /** Those of a priority, the first due first. */
    PanacheQuery<Milestone> of(UUID priority) {
        return readable(
                "priority.id = :priority",
                Map.of("priority", priority),
                Sort.by("dueDate").and("id"));
    }

    /** Those of a cycle with their status today, the first due first. */
    public List<MilestoneSummary> ofCycle(UUID cycle) {
        return summaries(readable(
                        "priority.cycle.id = :cycle",
                        Map.of("cycle", cycle),
                        Sort.by("dueDate").and("id"))
                .page(0, MOST)
                .list());
    }

    /** Those of the cycles of a year that are worked towards, with their status today, the first due first. */
    List<MilestoneSummary> ofYear(AcademicYear year) {
        return summaries(readable(
                        "priority.cycle.academicYear = :year and endedOn is null and priority.endedOn is null",
                        Map.of("year", year.start()),
                        Sort.by("dueDate").and("id"))
                .page(0, MOST)
                .list());
    }

    /** Those of some priorities with their status today, the first due first. */
    public List<MilestoneSummary> ofPriorities(Collection<UUID> priorities) {
        return priorities.isEmpty()
                ? List.of()
                : summaries(readable(
                                "priority.id in (:priorities)",
                                Map.of("priorities", priorities),
                                Sort.by("dueDate").and("id"))
                        .page(0, MOST)
                        .list());
    }

    /** Their status today; the judgements of all of them come at once. */
    List<MilestoneSummary> summaries(List<Milestone> milestones) {
        milestones.forEach(Milestone::fetch);
        Map<UUID, List<Judgement>> judged =
                judgements.of(milestones.stream().map(Milestone::id).toList());
        LocalDate today = LocalDate.now(clock);
        return milestones.stream()
                .map(milestone -> MilestoneSummary.of(
                        milestone,
                        MilestoneStatus.of(
                                milestone.terms().dueDate(), judged.getOrDefault(milestone.id(), List.of()), today)))
                .toList();
    }

    /** One with its status today. */
    MilestoneSummary summary(Milestone milestone) {
        return summaries(List.of(milestone)).getFirst();
    }
}
