package org.uplift.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.uplift.access.Caller;
import org.uplift.access.CommitteeSql;
import org.uplift.access.Permission;
import org.uplift.platform.Words;
import org.uplift.thing.Reference;
import org.uplift.thing.ThingKind;
import org.uplift.work.WorkItem;
import org.uplift.work.WorkKind;
import org.uplift.work.WorkSource;

/** What the caller was given to do in meetings, whether they are of the committee or not. */
@ApplicationScoped
class OwnMeetingActions implements WorkSource {
    private static final String MINE = """
            select a.id, a.meeting_id, a.committee_id, a.what, a.due_on, m.day
            from meeting_action a left join meeting m on m.id = a.meeting_id
            where a.who_id = :me and a.done_on is null and ({committee:a.committee_id} or a.who_id = :me)
            order by a.due_on nulls last, a.id limit :most
            """;

    @Inject
    CommitteeSql sql;

    @Inject
    Caller caller;

    @Override
    public List<WorkItem> items(LocalDate today, int most) {
        return sql.rows(Permission.READ_MEETINGS, MINE, Map.of("me", caller.personId(), "most", most)).stream()
                .map(row -> item(row, today))
                .toList();
    }

    private static WorkItem item(Tuple row, LocalDate today) {
        LocalDate day = row.get("day", LocalDate.class);
        return WorkItem.of(
                        WorkKind.MEETING_ACTION,
                        row.get("what", String.class),
                        "open",
                        day == null
                                ? "A committee asked you for it."
                                : "You were asked for it in the meeting of " + Words.day(day) + ".",
                        null,
                        null,
                        day == null ? null : new Reference(ThingKind.MEETING, row.get("meeting_id", UUID.class), null))
                .due(row.get("due_on", LocalDate.class), today);
    }
}
