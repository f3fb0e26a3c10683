package org.uplift.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.access.ScopedSql;
import org.uplift.cycle.PriorityState.UnfinishedAction;
import org.uplift.delegation.ApprovalState;
import org.uplift.delegation.Approvals;
import org.uplift.delegation.Decision;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;
import org.uplift.school.AcademicYear;

/** The cycles that the caller may see. */
@ApplicationScoped
public class Cycles extends ScopedRepository<Cycle, UUID> {
    private static final String SUMMARIES = """
            select c.id, c.school_urn, s.name as school_name, c.academic_year, c.stage, c.approval_id, c.version,
                (select count(*) from priority p where p.cycle_id = c.id and p.ended_on is null) as priorities,
                (select g.value from setting g where g.code = 'most-priorities') as most_priorities
            from cycle c left join school s on s.urn = c.school_urn
            where {scope:c.school_urn} and\s""";

    // Of the actions that are not planned to the end, the one that lacks least leads to what is missing.
    private static final String STATES = """
            select p.id, p.title, coalesce(trim(p.rationale), '') <> '' as rationale,
                p.lead_id is not null or coalesce(trim(p.lead_role), '') <> '' as lead,
                (select count(*) from evidence e where e.priority_id = p.id) as evidence,
                (select count(*) from target t where t.priority_id = p.id and t.ended_on is null
                    and t.milestone is null) as targets,
                (select count(*) from focus f join checkpoint k on k.id = f.checkpoint_id
                 where k.status = 'SIGNED_OFF' and (f.priority_id = p.id
                     or f.target_id in (select t.id from target t where t.priority_id = p.id)
                     or f.action_id in (select a.id from action a where a.priority_id = p.id))) as checkpoints,
                (select count(*) from checkpoint k where k.cycle_id = p.cycle_id and k.status = 'DRAFT') as drafts,
                exists (select from evaluation v where v.priority_id = p.id and v.judgement is not null) as evaluated,
                (select count(*) from action a where a.priority_id = p.id and a.ended_on is null
                    and (a.lead_id is not null or coalesce(trim(a.lead_role), '') <> '') and a.starts_on is not null
                    and a.due_on is not null and coalesce(trim(a.success_criterion), '') <> '') as actions,
                u.id as closest_id, u.title as closest_title, u.lacks
            from priority p left join lateral (
                select a.id, a.title, concat_ws(', ',
                    case when a.lead_id is null and coalesce(trim(a.lead_role), '') = '' then 'no lead' end,
                    case when a.starts_on is null then 'no start date' end,
                    case when a.due_on is null then 'no due date' end,
                    case when coalesce(trim(a.success_criterion), '') = '' then 'no success criterion' end) as lacks
                from action a
                where a.priority_id = p.id and a.ended_on is null
                order by num_nulls(coalesce(cast(a.lead_id as text), nullif(trim(a.lead_role), '')), a.starts_on,
                    a.due_on, nullif(trim(a.success_criterion), '')), a.id
                limit 1) u on true
            where p.cycle_id = :cycle and p.ended_on is null and {scope:p.school_urn}
            order by p.position, p.id
            """;

    private static final String UNDECIDED = """
            select a.id, a.title
            from action a join priority p on p.id = a.priority_id
            where p.cycle_id = :cycle and p.ended_on is null and a.ended_on is null and a.status <> 'DONE'
                and a.carry_forward is null and {scope:a.school_urn}
            order by p.position, a.due_on, a.id limit 100
            """;

    private static final String NEIGHBOURS = """
            select c.id, c.academic_year from cycle c
            where c.academic_year in (:before, :after) and {scope:c.school_urn} and\s""";

    @Inject
    ScopedSql sql;

    @Inject
    Approvals approvals;

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

    /** One cycle as it stands in a list, or 404. */
    public CycleSummary summary(UUID id) {
        return summary(row(id));
    }

    /** One cycle with its moves, or 404 when there is none that the caller may see. */
    public CycleDetail detail(UUID id) {
        Tuple row = row(id);
        CycleSummary cycle = summary(row);
        ApprovalState approval = approval(id, cycle.schoolUrn(), row.get("approval_id", UUID.class));
        return CycleDetail.of(
                cycle,
                plan(id, cycle.stage(), approval),
                approval,
                row.get("most_priorities", Integer.class),
                neighbours(cycle.schoolUrn(), cycle.academicYear()));
    }

    private Tuple row(UUID id) {
        return sql.rows(permission(), SUMMARIES + "c.id = :id", Map.of("id", id)).stream()
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** The cycle that follows another one, where it has begun. */
    public Optional<UUID> after(Cycle cycle) {
        AcademicYear year = cycle.academicYear();
        return Optional.ofNullable(neighbours(cycle.schoolUrn(), year).get(year.next()));
    }

    /** The ids of the cycles of the years before and after, as far as there are. */
    private Map<AcademicYear, UUID> neighbours(@Nullable Integer schoolUrn, AcademicYear year) {
        Map<String, Object> parameters = new HashMap<>(
                Map.of("before", year.minus(1).start(), "after", year.next().start()));
        if (schoolUrn != null) {
            parameters.put("urn", schoolUrn);
        }
        return sql
                .rows(
                        permission(),
                        NEIGHBOURS + (schoolUrn == null ? "c.school_urn is null" : "c.school_urn = :urn"),
                        parameters)
                .stream()
                .collect(Collectors.toMap(
                        row -> new AcademicYear(
                                row.get("academic_year", Number.class).intValue()),
                        row -> row.get("id", UUID.class)));
    }

    /** What the gates ask of a cycle. */
    PlanState plan(Cycle cycle) {
        return plan(cycle.id(), cycle.stage(), approval(cycle.id(), cycle.schoolUrn(), cycle.approvalId()));
    }

    private PlanState plan(UUID cycle, Stage stage, @Nullable ApprovalState approval) {
        return new PlanState(
                cycle,
                stage,
                states(cycle),
                sql.rows(permission(), UNDECIDED, Map.of("cycle", cycle)).stream()
                        .map(row -> new OpenAction(row.get("id", UUID.class), row.get("title", String.class)))
                        .toList(),
                approval == null || approval.given() ? null : approval.words());
    }

    private @Nullable ApprovalState approval(UUID cycle, @Nullable Integer schoolUrn, @Nullable UUID inForce) {
        return approvals
                .state(Decision.onCycle(schoolUrn), cycle, schoolUrn, inForce)
                .orElse(null);
    }

    private List<PriorityState> states(UUID cycle) {
        return sql.rows(permission(), STATES, Map.of("cycle", cycle)).stream()
                .map(row -> new PriorityState(
                        row.get("id", UUID.class),
                        row.get("title", String.class),
                        row.get("rationale", Boolean.class),
                        row.get("lead", Boolean.class),
                        row.get("evidence", Number.class).intValue(),
                        row.get("targets", Number.class).intValue(),
                        row.get("actions", Number.class).intValue(),
                        unfinished(row),
                        row.get("checkpoints", Number.class).intValue(),
                        row.get("drafts", Number.class).intValue(),
                        row.get("evaluated", Boolean.class)))
                .toList();
    }

    private static @Nullable UnfinishedAction unfinished(Tuple row) {
        UUID id = row.get("closest_id", UUID.class);
        return id == null
                ? null
                : new UnfinishedAction(id, row.get("closest_title", String.class), row.get("lacks", String.class));
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
