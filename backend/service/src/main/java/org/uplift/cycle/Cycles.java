package org.uplift.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.access.ScopedSql;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;
import org.uplift.school.AcademicYear;

/** The cycles that the caller may see. */
@ApplicationScoped
public class Cycles extends ScopedRepository<Cycle, UUID> {
    private static final String SUMMARIES = """
            select c.id, c.school_urn, s.name as school_name, c.academic_year, c.stage, c.version,
                (select count(*) from priority p where p.cycle_id = c.id) as priorities
            from cycle c left join school s on s.urn = c.school_urn
            where {scope:c.school_urn} and\s""";

    private static final String STATES = """
            select p.id, p.title, coalesce(trim(p.rationale), '') <> '' as rationale,
                p.lead_id is not null or coalesce(trim(p.lead_role), '') <> '' as lead,
                (select count(*) from evidence e where e.priority_id = p.id) as evidence,
                (select count(*) from target t where t.priority_id = p.id and t.ended_on is null) as targets,
                (select count(*) from focus f join checkpoint k on k.id = f.checkpoint_id
                 where k.status = 'SIGNED_OFF' and (f.priority_id = p.id
                     or f.target_id in (select t.id from target t where t.priority_id = p.id))) as checkpoints,
                (select count(*) from checkpoint k where k.cycle_id = p.cycle_id and k.status = 'DRAFT') as drafts
            from priority p
            where p.cycle_id = :cycle and {scope:p.school_urn}
            order by p.position, p.id
            """;

    @Inject
    ScopedSql sql;

    @Override
    protected String permission() {
        return Permission.READ_CYCLES;
    }

    /** Those that are wanted, newest year first, the trust's before those of schools. */
    CyclePage page(CycleFilter filter, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>();
        String where = filter.where(parameters);
        long total = sql.rows(
                        permission(),
                        "select count(*) from cycle c where {scope:c.school_urn} and " + where,
                        Map.copyOf(parameters))
                .getFirst()
                .get(0, Number.class)
                .longValue();
        parameters.put("rows", page.pageSize);
        parameters.put("skipped", page.offset());
        List<CycleSummary> results = sql
                .rows(
                        permission(),
                        SUMMARIES + where
                                + " order by c.academic_year desc, c.school_urn nulls first limit :rows offset :skipped",
                        parameters)
                .stream()
                .map(Cycles::summary)
                .toList();
        return new CyclePage(results, Paging.of(page, total));
    }

    /** One cycle with its moves, or 404 when there is none that the caller may see. */
    CycleDetail detail(UUID id) {
        CycleSummary cycle = sql.rows(permission(), SUMMARIES + "c.id = :id", Map.of("id", id)).stream()
                .findFirst()
                .map(Cycles::summary)
                .orElseThrow(Problem::notFound);
        return CycleDetail.of(cycle, states(id));
    }

    /** What the gates ask of the priorities of a cycle. */
    List<PriorityState> states(UUID cycle) {
        return sql.rows(permission(), STATES, Map.of("cycle", cycle)).stream()
                .map(row -> new PriorityState(
                        row.get("id", UUID.class),
                        row.get("title", String.class),
                        row.get("rationale", Boolean.class),
                        row.get("lead", Boolean.class),
                        row.get("evidence", Number.class).intValue(),
                        row.get("targets", Number.class).intValue(),
                        row.get("checkpoints", Number.class).intValue(),
                        row.get("drafts", Number.class).intValue()))
                .toList();
    }

    /** Whether there is one already for a school, or the trust, and an academic year. */
    boolean has(@Nullable Integer schoolUrn, AcademicYear year) {
        CycleFilter same = new CycleFilter();
        same.schoolUrn = schoolUrn;
        same.academicYear = year;
        same.trust = schoolUrn == null;
        Map<String, Object> parameters = new HashMap<>();
        String where = same.where(parameters);
        return !sql.rows(permission(), SUMMARIES + where, parameters).isEmpty();
    }

    private static CycleSummary summary(Tuple row) {
        return new CycleSummary(
                row.get("id", UUID.class),
                row.get("school_urn", Integer.class),
                row.get("school_name", String.class),
                new AcademicYear(row.get("academic_year", Number.class).intValue()),
                Stage.valueOf(row.get("stage", String.class)),
                row.get("priorities", Number.class).intValue(),
                row.get("version", Integer.class));
    }
}
