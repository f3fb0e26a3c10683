package org.uplift.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.uplift.access.CommitteeSql;
import org.uplift.access.Permission;
import org.uplift.platform.Problem;

/** Agendas as they are prepared and arranged. */
@ApplicationScoped
class Agendas {
    private static final LocalDate BEFORE_ALL = LocalDate.of(2000, 1, 1);

    private static final String IDS =
            "select i.id from agenda_item i where {committee:i.committee_id} and i.meeting_id = :id order by i.position, i.id";
    private static final String LAST_HELD = "select max(m.day) as day from meeting m where {committee:m.committee_id}"
            + " and m.committee_id = :committee and m.status = 'HELD' and m.day < :day";

    @Inject
    CommitteeSql sql;

    @Inject
    AgendaItems items;

    @Inject
    DueItems due;

    /** Puts what is missing on it: what stands on every agenda where there is none yet, and what is due. */
    void prepare(Meeting meeting) {
        List<AgendaItem> present = of(meeting);
        List<DueItem> dueNow = due.due(meeting, lastHeld(meeting));
        if (present.isEmpty()) {
            DueItems.Standing standing = due.standing(meeting);
            int at = add(meeting, 1, ItemSource.STANDING, standing.before());
            at = add(meeting, at, ItemSource.DUE, dueNow);
            add(meeting, at, ItemSource.STANDING, standing.after());
            return;
        }
        Set<String> there = new HashSet<>();
        present.forEach(item -> there.add(item.link() + " " + item.title()));
        add(
                meeting,
                present.size() + 1,
                ItemSource.DUE,
                dueNow.stream()
                        .filter(item -> !there.contains(item.link() + " " + item.title()))
                        .toList());
    }

    private int add(Meeting meeting, int from, ItemSource source, List<DueItem> added) {
        int at = from;
        for (DueItem item : added) {
            items.persist(new AgendaItem(meeting, at++, source, item));
        }
        items.flush();
        return at;
    }

    /** Arranges it as wanted. What is not named goes; nothing that was minuted does. */
    void set(Meeting meeting, List<ItemTerms> wanted) {
        Map<UUID, AgendaItem> present = new HashMap<>();
        of(meeting).forEach(item -> present.put(item.id(), item));
        int at = 1;
        for (ItemTerms terms : wanted) {
            UUID id = terms.id();
            if (id == null) {
                AgendaItem item = new AgendaItem(
                        meeting,
                        at,
                        ItemSource.ADDED,
                        new DueItem(terms.title().strip(), terms.link(), null, terms.confidential()));
                items.persist(item);
            } else {
                AgendaItem item = present.remove(id);
                if (item == null) {
                    throw Problem.invalid(
                            "/items/" + (at - 1) + "/id",
                            "unknown-item",
                            "The agenda has no such item, or it is named twice.");
                }
                item.place(at, terms);
            }
            at++;
        }
        present.values().forEach(items::delete);
        items.flush();
    }

    private List<AgendaItem> of(Meeting meeting) {
        List<AgendaItem> found = new ArrayList<>();
        sql.rows(Permission.KEEP_MEETINGS, IDS, Map.of("id", meeting.id()))
                .forEach(row -> found.add(items.readable(row.get("id", UUID.class))));
        return found;
    }

    private LocalDate lastHeld(Meeting meeting) {
        LocalDate day = sql.rows(
                        Permission.KEEP_MEETINGS,
                        LAST_HELD,
                        Map.of("committee", meeting.committeeId(), "day", meeting.day()))
                .getFirst()
                .get("day", LocalDate.class);
        return day == null ? BEFORE_ALL : day;
    }
}
