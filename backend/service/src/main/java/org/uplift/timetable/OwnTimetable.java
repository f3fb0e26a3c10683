package org.uplift.timetable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.access.Role;
import org.uplift.platform.Words;
import org.uplift.thing.Reference;
import org.uplift.thing.ThingKind;
import org.uplift.work.WorkItem;
import org.uplift.work.WorkKind;
import org.uplift.work.WorkSource;

/**
 * What is planned, and waits to be seen to: for who leads it; where nobody does, for the headteacher, and for trust leaders
 * what is of the trust. Once a checkpoint is begun, that waits instead.
 */
@ApplicationScoped
class OwnTimetable implements WorkSource {
    private static final int DAYS_AHEAD = 14;

    @Inject
    Occurrences occurrences;

    @Inject
    Caller caller;

    @Override
    public List<WorkItem> items(LocalDate today, int most) {
        if (caller.scope(Permission.PLAN_TIMETABLE).isEmpty()
                && caller.scope(Permission.RECORD_CHECKPOINTS).isEmpty()) {
            return List.of();
        }
        return occurrences
                .toSeeTo(
                        today.plusDays(DAYS_AHEAD),
                        caller.headships(),
                        caller.scope(Role.TRUST_LEADER).trust(),
                        most)
                .stream()
                .map(one -> WorkItem.of(
                                WorkKind.OCCURRENCE,
                                one.title() == null ? one.typeLabel() : one.typeLabel() + ": " + one.title(),
                                one.status().code(),
                                reason(one),
                                one.schoolUrn(),
                                one.schoolName(),
                                new Reference(ThingKind.OCCURRENCE, one.id(), null))
                        .due(one.day(), today))
                .toList();
    }

    private static String reason(OccurrenceSummary one) {
        String when = "Planned for " + Words.day(one.day());
        return switch (one.status()) {
            case MISSED -> when + "; nothing was recorded in its term.";
            case OVERDUE -> when + "; nothing is recorded yet.";
            default -> one.leadPersonId() == null ? when + "; nobody leads it yet." : when + ".";
        };
    }
}
