package org.uplift.practice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.platform.Words;
import org.uplift.thing.Reference;
import org.uplift.thing.ThingKind;
import org.uplift.work.WorkItem;
import org.uplift.work.WorkKind;
import org.uplift.work.WorkSource;

/**
 * Good practice to look at again: that of the caller's schools; of those who lead the whole trust what is of the trust, and
 * what they published or are asked about.
 */
@ApplicationScoped
class OwnPractices implements WorkSource {
    private static final String MINE = """
            select g.id, g.title, g.school_urn, g.school_name, g.review_on
            from good_practice g
            where g.withdrawn_on is null and g.review_on <= :today and {scope:g.school_urn}
                and (g.school_urn is null or g.school_urn = any(:own) or g.contact_id = :me or g.publisher_id = :me)
            order by g.review_on, g.id limit :most
            """;

    @Inject
    ScopedSql sql;

    @Inject
    Caller caller;

    @Override
    public List<WorkItem> items(LocalDate today, int most) {
        Integer[] own = caller.scope(Permission.CHANGE_CYCLES).schools().toArray(Integer[]::new);
        return sql
                .rows(
                        Permission.CHANGE_CYCLES,
                        MINE,
                        Map.of("today", today, "own", own, "me", caller.personId(), "most", most))
                .stream()
                .map(row -> item(row, today))
                .toList();
    }

    private static WorkItem item(Tuple row, LocalDate today) {
        LocalDate day = row.get("review_on", LocalDate.class);
        return WorkItem.of(
                        WorkKind.PRACTICE_TO_REVIEW,
                        row.get("title", String.class),
                        "published",
                        "It was to be looked at again on " + Words.day(day) + ".",
                        row.get("school_urn", Integer.class),
                        row.get("school_name", String.class),
                        new Reference(ThingKind.PRACTICE, row.get("id", UUID.class), null))
                .due(day, today);
    }
}
