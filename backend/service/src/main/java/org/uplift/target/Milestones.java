package org.uplift.target;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.cycle.Stage;

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

    /** The open ones of priorities that somebody leads and of some schools, with their status today. */
    List<MilestoneSummary> openOf(UUID lead, Set<Integer> schools, int most) {
        return summaries(readable(
                        Targets.OPEN_OF,
                        Map.of("lead", lead, "schools", schools, "closed", Stage.CLOSED),
                        Sort.by("dueDate").and("id"))
                .page(0, most)
                .list());
    }

    /** Their status today; the judgements of all of them come at once. */
    List<MilestoneSummary> summaries(List<Milestone> milestones) {
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
