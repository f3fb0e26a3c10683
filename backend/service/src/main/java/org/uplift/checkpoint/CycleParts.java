package org.uplift.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.platform.Words;

/** The parts of cycles that checkpoints can look at. */
@ApplicationScoped
class CycleParts {
    private static final String PARTS = """
            select p.position, 0 as level, p.id, 'PRIORITY' as kind, p.title as label,
                cast(null as numeric) as target_value, cast(null as date) as due_date
            from priority p
            where p.cycle_id = :cycle and {scope:p.school_urn}
            union all
            select p.position, 1, t.id, 'TARGET',
                coalesce(t.milestone, m.label || case when t.pupil_group = 'ALL' then '' else ' (' || g.label || ')' end
                    || case when t.cohort = 'ALL' then '' else ', year ' || t.cohort end),
                t.target_value, t.due_date
            from target t
            join priority p on p.id = t.priority_id
            left join measure m on m.code = t.measure_code
            left join pupil_group g on g.code = t.pupil_group
            where p.cycle_id = :cycle and t.ended_on is null and {scope:t.school_urn}
            union all
            select p.position, 2, a.id, 'ACTION', a.title, null, a.due_on
            from action a
            join priority p on p.id = a.priority_id
            where p.cycle_id = :cycle and a.ended_on is null and {scope:a.school_urn}
            order by 1, 2, 7, 3
            """;

    @Inject
    ScopedSql sql;

    /** Those of a cycle by their ids, each priority before its targets, and those before its actions. */
    Map<UUID, CyclePart> of(UUID cycle) {
        Map<UUID, CyclePart> parts = new LinkedHashMap<>();
        for (Tuple row : sql.rows(Permission.READ_CYCLES, PARTS, Map.of("cycle", cycle))) {
            UUID id = row.get("id", UUID.class);
            parts.put(id, new CyclePart(FocusKind.valueOf(row.get("kind", String.class)), id, label(row)));
        }
        return parts;
    }

    private static String label(Tuple row) {
        String label = row.get("label", String.class);
        LocalDate due = row.get("due_date", LocalDate.class);
        BigDecimal value = row.get("target_value", BigDecimal.class);
        return due == null
                ? label
                : label
                        + (value == null
                                ? ""
                                : ": " + value.stripTrailingZeros().toPlainString())
                        + " by " + Words.day(due);
    }
}
