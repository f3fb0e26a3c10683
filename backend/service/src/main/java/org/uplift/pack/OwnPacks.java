package org.uplift.pack;

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

/** The packs of the meetings to come, for those who sit in them; for their clerk those that are not built yet. */
@ApplicationScoped
class OwnPacks implements WorkSource {
    private static final int DAYS_AHEAD = 14;

    private static final String NEXT = """
            select m.id as meeting_id, m.committee_id, m.day, c.name as committee_name, p.id as pack_id, p.as_at, p.exceptions
            from meeting m
                join committee c on c.id = m.committee_id
                left join lateral (select k.id, k.as_at, k.exceptions from pack k where k.meeting_id = m.id
                    order by k.number desc limit 1) p on true
            where {committee:m.committee_id} and m.committee_id = any(:own) and m.status = 'PLANNED' and m.day >= :today
                and (p.id is not null or m.day <= :soon)
            order by m.day, m.id limit :most
            """;

    @Inject
    CommitteeSql sql;

    @Inject
    Caller caller;

    @Override
    public List<WorkItem> items(LocalDate today, int most) {
        List<UUID> kept =
                List.copyOf(caller.committees(Permission.KEEP_MEETINGS).committees());
        return sql
                .rows(
                        Permission.READ_MEETINGS,
                        NEXT,
                        Map.of(
                                "own",
                                caller.ownCommittees(),
                                "today",
                                today,
                                "soon",
                                today.plusDays(DAYS_AHEAD),
                                "most",
                                most))
                .stream()
                .filter(row ->
                        row.get("pack_id", UUID.class) != null || kept.contains(row.get("committee_id", UUID.class)))
                .map(row -> item(row, today))
                .toList();
    }

    private static WorkItem item(Tuple row, LocalDate today) {
        LocalDate day = row.get("day", LocalDate.class);
        UUID pack = row.get("pack_id", UUID.class);
        String committee = row.get("committee_name", String.class);
        WorkItem item = pack == null
                ? WorkItem.of(
                        WorkKind.PACK_TO_BUILD,
                        "Pack for the meeting of " + Words.day(day),
                        "missing",
                        committee + ". None has been built yet.",
                        null,
                        null,
                        new Reference(ThingKind.MEETING, row.get("meeting_id", UUID.class), null))
                : WorkItem.of(
                        WorkKind.PACK,
                        "Pack for the meeting of " + Words.day(day),
                        "built",
                        committee + ", as at " + Words.day(row.get("as_at", LocalDate.class)) + ". "
                                + exceptions(row.get("exceptions", Integer.class)),
                        null,
                        null,
                        new Reference(ThingKind.PACK, pack, null));
        return item.due(day, today);
    }

    private static String exceptions(int count) {
        return count == 0
                ? "Nothing stands out."
                : count == 1 ? "One thing needs the committee." : count + " things need the committee.";
    }
}
