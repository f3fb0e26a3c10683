package org.uplift.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.access.ScopedSql;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.school.AcademicYear;

/** The small improvements that the caller may see: the learning log. */
@ApplicationScoped
public class Adjustments extends ScopedRepository<Adjustment, UUID> {
    private static final int MOST_OF_A_CYCLE = 1000;

    private static final String FROM = """
            from adjustment a
            join priority p on p.id = a.priority_id
            join cycle c on c.id = p.cycle_id
            left join school s on s.urn = a.school_urn
            where {scope:a.school_urn} and\s""";

    private static final String LINES =
            "select a.id, a.priority_id, p.title, c.id as cycle_id, c.academic_year, a.school_urn, s.name as school_name,"
                    + " a.noticed, a.checkpoint_id, a.change, a.expected_effect, a.expected_by, a.effect_seen, a.status,"
                    + " a.decision_reason, a.decided_on, a.version ";

    @Inject
    ScopedSql sql;

    @Override
    protected String permission() {
        return Permission.READ_CYCLES;
    }

    /** Those that are wanted, the newest first. */
    AdjustmentPage page(AdjustmentFilter filter, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>();
        String where = filter.where(parameters);
        long total = sql.rows(permission(), "select count(*) " + FROM + where, Map.copyOf(parameters))
                .getFirst()
                .get(0, Number.class)
                .longValue();
        parameters.put("rows", page.pageSize);
        parameters.put("skipped", page.offset());
        List<AdjustmentSummary> results = sql
                .rows(
                        permission(),
                        LINES + FROM + where + " order by a.id desc limit :rows offset :skipped",
                        parameters)
                .stream()
                .map(Adjustments::summary)
                .toList();
        return new AdjustmentPage(results, Paging.of(page, total));
    }

    /** Those of a cycle, the oldest first. */
    public List<AdjustmentSummary> ofCycle(UUID cycle) {
        return sql
                .rows(
                        permission(),
                        LINES + FROM + "p.cycle_id = :cycle order by a.id limit " + MOST_OF_A_CYCLE,
                        Map.of("cycle", cycle))
                .stream()
                .map(Adjustments::summary)
                .toList();
    }

    /** One as it is stored now. */
    AdjustmentSummary summary(Adjustment adjustment) {
        return sql.rows(permission(), LINES + FROM + "a.id = :id", Map.of("id", adjustment.id())).stream()
                .map(Adjustments::summary)
                .toList()
                .getFirst();
    }

    private static AdjustmentSummary summary(Tuple row) {
        return new AdjustmentSummary(
                row.get("id", UUID.class),
                row.get("priority_id", UUID.class),
                row.get("title", String.class),
                row.get("cycle_id", UUID.class),
                new AcademicYear(row.get("academic_year", Number.class).intValue()),
                row.get("school_urn", Integer.class),
                row.get("school_name", String.class),
                row.get("noticed", String.class),
                row.get("checkpoint_id", UUID.class),
                row.get("change", String.class),
                row.get("expected_effect", String.class),
                row.get("expected_by", LocalDate.class),
                row.get("effect_seen", String.class),
                AdjustmentStatus.valueOf(row.get("status", String.class)),
                row.get("decision_reason", String.class),
                row.get("decided_on", LocalDate.class),
                row.get("version", Integer.class));
    }
}
