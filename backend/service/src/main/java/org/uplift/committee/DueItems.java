package org.uplift.committee;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.uplift.access.CommitteeSql;
import org.uplift.access.OnBehalf;
import org.uplift.access.Permission;
import org.uplift.ingest.Settlement;

/** What comes on an agenda by itself: what stands on every one, and what is due from everywhere. */
@ApplicationScoped
class DueItems {
    /** The part of what is due that is challenges. */
    private static final int CHALLENGES = 1;

    private static final int MOST = 100;

    private static final String DUE = Settlement.sql(DueItems.class, "due-items.sql");

    private static final String STANDING = """
            select t.title, t.confidential, t.after_due, t.code, t.position, s.urn, s.name
            from standing_item t
                join committee c on c.id = :id
                left join school s on t.each_school and s.status = 'IN_TRUST' and exists (
                    select from committee_school l where l.committee_id = c.id and l.school_urn = s.urn
                      and l.valid_from <= :day and (l.valid_until is null or l.valid_until > :day))
            where {committee:c.id} and (t.board is null or t.board = c.whole_trust) and (not t.each_school or s.urn is not null)
            order by t.position, s.name
            """;

    /** What stands on every agenda, before what is due and after it. */
    record Standing(List<DueItem> before, List<DueItem> after) {}

    @Inject
    CommitteeSql sql;

    @Inject
    @Any
    Instance<AgendaSource> sources;

    @Inject
    OnBehalf onBehalf;

    @Inject
    Clock clock;

    Standing standing(Meeting meeting) {
        List<DueItem> before = new ArrayList<>();
        List<DueItem> after = new ArrayList<>();
        sql.rows(Permission.KEEP_MEETINGS, STANDING, Map.of("id", meeting.committeeId(), "day", meeting.day()))
                .forEach(row -> {
                    Integer urn = row.get("urn", Integer.class);
                    String title = row.get("title", String.class);
                    DueItem item = new DueItem(
                            urn == null ? title : title + ": " + row.get("name", String.class),
                            urn == null ? null : "/schools/" + urn,
                            null,
                            row.get("confidential", Boolean.class));
                    (row.get("after_due", Boolean.class) ? after : before).add(item);
                });
        return new Standing(before, after);
    }

    /** What is due, the challenges first, then what is off track as a member may see it. */
    List<DueItem> due(Meeting meeting, LocalDate lastMeeting) {
        Map<Boolean, List<DueItem>> stored = sql
                .rows(
                        Permission.KEEP_MEETINGS,
                        DUE,
                        Map.of(
                                "id",
                                meeting.committeeId(),
                                "today",
                                LocalDate.now(clock),
                                "since",
                                lastMeeting.atStartOfDay().toInstant(ZoneOffset.UTC),
                                "day",
                                meeting.day()))
                .stream()
                .collect(Collectors.partitioningBy(
                        row -> row.get("part", Integer.class) == CHALLENGES,
                        Collectors.mapping(DueItems::item, Collectors.toList())));
        return Stream.of(stored.get(true), computed(meeting.committeeId()), stored.get(false))
                .flatMap(List::stream)
                .toList();
    }

    private List<DueItem> computed(UUID committee) {
        return onBehalf.ofMember(
                committee,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> sources.stream()
                                .flatMap(source -> source.due().stream())
                                .limit(MOST)
                                .toList()));
    }

    private static DueItem item(Tuple row) {
        return new DueItem(
                row.get("title", String.class),
                row.get("link", String.class),
                row.get("approval_id", UUID.class),
                false);
    }
}
