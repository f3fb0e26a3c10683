package org.uplift.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.cycle.Priorities;
import org.uplift.cycle.Priority;
import org.uplift.thing.Thing;
import org.uplift.thing.Things;
import org.uplift.work.WorkItem;
import org.uplift.work.WorkKind;
import org.uplift.work.WorkSource;

/**
 * Targets and milestones that are off track, at risk or without a result that is overdue, of priorities that the caller
 * leads and of the schools whose headteacher the caller is. Their status is what the caller may know of it.
 */
@ApplicationScoped
class TroubledTargets implements WorkSource {
    private static final Set<Status> TROUBLE = Set.of(Status.OFF_TRACK, Status.AT_RISK);

    private record Troubled(UUID id, Status status, String reason, LocalDate due) {}

    @Inject
    Priorities priorities;

    @Inject
    Targets targets;

    @Inject
    Milestones milestones;

    @Inject
    Things things;

    @Inject
    Caller caller;

    @Override
    public List<WorkItem> items(LocalDate today, int most) {
        List<UUID> led = priorities.openOf(caller.personId(), caller.headships(), most).stream()
                .map(Priority::id)
                .toList();
        List<Troubled> troubled = new ArrayList<>();
        for (TargetSummary target : targets.summaries(targets.ofPriorities(led))) {
            if (target.endedOn() == null && (TROUBLE.contains(target.status()) || target.lacksResult())) {
                troubled.add(new Troubled(target.id(), target.status(), target.statusReason(), target.dueDate()));
            }
        }
        for (MilestoneSummary milestone : milestones.ofPriorities(led)) {
            if (milestone.endedOn() == null && TROUBLE.contains(milestone.status())) {
                troubled.add(new Troubled(
                        milestone.id(), milestone.status(), milestone.statusReason(), milestone.dueDate()));
            }
        }
        Map<UUID, Thing> named = things.of(troubled.stream().map(Troubled::id).toList());
        return troubled.stream()
                .flatMap(one -> item(one, named.get(one.id()), today))
                .limit(most)
                .toList();
    }

    private static Stream<WorkItem> item(Troubled one, @Nullable Thing thing, LocalDate today) {
        return thing == null
                ? Stream.empty()
                : Stream.of(WorkItem.of(
                                WorkKind.TARGET_OFF_TRACK,
                                thing.title(),
                                one.status().code(),
                                one.reason(),
                                thing.schoolUrn(),
                                thing.schoolName(),
                                thing.reference())
                        .due(one.due(), today));
    }
}
