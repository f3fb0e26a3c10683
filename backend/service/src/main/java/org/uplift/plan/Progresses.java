package org.uplift.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.cycle.Cycle;
import org.uplift.target.Targets;

/** What moved in the cycles of a year since the trust looked last. */
@ApplicationScoped
class Progresses {
    private static final int DAYS = 30;

    private static final String LAST = """
            select max(k.dated) as day from checkpoint k
            where k.cycle_id = :cycle and k.status = 'SIGNED_OFF' and k.dated < :today and {scope:k.school_urn}
            """;

    private static final String COUNTS = """
            select
                (select count(*) from action a
                 join priority p on p.id = a.priority_id join cycle c on c.id = p.cycle_id
                 where c.academic_year = :year and a.done_on >= :since and {scope:a.school_urn}) as done,
                (select count(*) from checkpoint k join cycle c on c.id = k.cycle_id
                 where c.academic_year = :year and k.school_urn is not null and k.status = 'SIGNED_OFF'
                     and k.dated >= :since and {scope:k.school_urn}) as checkpoints,
                (select count(*) from adjustment d
                 join priority p on p.id = d.priority_id join cycle c on c.id = p.cycle_id
                 where c.academic_year = :year and d.status = 'KEPT' and d.decided_on >= :since
                     and {scope:d.school_urn}) as kept,
                (select count(*) from adjustment d
                 join priority p on p.id = d.priority_id join cycle c on c.id = p.cycle_id
                 where c.academic_year = :year and d.status = 'DROPPED' and d.decided_on >= :since
                     and {scope:d.school_urn}) as dropped
            """;

    @Inject
    ScopedSql sql;

    @Inject
    Targets targets;

    @Inject
    Clock clock;

    /** Since a day, or since the trust's last checkpoint. */
    Progress of(Cycle cycle, @Nullable LocalDate wanted) {
        LocalDate since = wanted == null ? last(cycle) : wanted;
        Tuple counts = sql.rows(
                        Permission.READ_CYCLES,
                        COUNTS,
                        Map.of("year", cycle.academicYear().start(), "since", since))
                .getFirst();
        return new Progress(
                since,
                targets.moves(targets.ofYear(cycle.academicYear()), since),
                count(counts, "done"),
                count(counts, "checkpoints"),
                count(counts, "kept"),
                count(counts, "dropped"));
    }

    private LocalDate last(Cycle cycle) {
        LocalDate today = LocalDate.now(clock);
        LocalDate day = sql.rows(Permission.READ_CYCLES, LAST, Map.of("cycle", cycle.id(), "today", today))
                .getFirst()
                .get("day", LocalDate.class);
        return day == null ? today.minusDays(DAYS) : day;
    }

    private static int count(Tuple counts, String column) {
        return counts.get(column, Number.class).intValue();
    }
}
