package org.uplift.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.uplift.access.Caller;
import org.uplift.platform.Words;
import org.uplift.thing.Reference;
import org.uplift.thing.ThingKind;
import org.uplift.work.WorkItem;
import org.uplift.work.WorkKind;
import org.uplift.work.WorkSource;

/** The open actions that the caller leads. */
@ApplicationScoped
class LedActions implements WorkSource {
    @Inject
    Actions actions;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @Override
    public List<WorkItem> items(LocalDate today, int most) {
        return actions.openOf(caller.personId(), most).stream()
                .map(action -> WorkItem.of(
                                WorkKind.ACTION,
                                action.title(),
                                action.status().code(),
                                heard(action),
                                action.schoolUrn(),
                                action.schoolName(),
                                new Reference(ThingKind.ACTION, action.id(), action.cycleId()))
                        .due(action.dueOn(), today))
                .toList();
    }

    private String heard(ActionSummary action) {
        if (action.stale()) {
            return "Nothing was reported for 30 days.";
        }
        ActionUpdateSummary latest = action.latestUpdate();
        return latest == null
                ? "Nothing was reported yet."
                : "Last reported on " + Words.day(LocalDate.ofInstant(latest.at(), clock.getZone())) + ".";
    }
}
