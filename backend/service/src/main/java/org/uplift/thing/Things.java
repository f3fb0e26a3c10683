package org.uplift.thing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.uplift.access.Caller;
import org.uplift.access.ConcernScope;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.platform.Problem;

/** The things that the caller may see. */
@ApplicationScoped
public class Things {
    private static final String NAMED = """
            select t.kind, t.id, t.cycle_id, t.school_urn, s.name as school_name,
                coalesce(t.title, coalesce(s.name, 'The trust') || ', ' || t.year || '/' || cast(t.year + 1 as text)) as title
            from (
                select 'CYCLE' as kind, c.id, c.id as cycle_id, c.school_urn, cast(null as text) as title,
                    c.academic_year as year
                from cycle c where c.id = any(:ids)
                union all
                select 'PRIORITY', p.id, p.cycle_id, p.school_urn, p.title, null from priority p where p.id = any(:ids)
                union all
                select 'ACTION', a.id, p.cycle_id, a.school_urn, a.title, null
                from action a join priority p on p.id = a.priority_id where a.id = any(:ids)
                union all
                select case when t.milestone is null then 'TARGET' else 'MILESTONE' end, t.id, p.cycle_id, t.school_urn,
                    coalesce(t.milestone, m.label || case when t.pupil_group = 'ALL' then '' else ' (' || g.label || ')' end
                        || case when t.cohort = 'ALL' then '' else ', year ' || t.cohort end), null
                from target t
                    join priority p on p.id = t.priority_id
                    left join measure m on m.code = t.measure_code
                    left join pupil_group g on g.code = t.pupil_group
                where t.id = any(:ids)
                union all
                select 'CHECKPOINT', k.id, k.cycle_id, k.school_urn,
                    y.label || ' of ' || to_char(coalesce(k.held_on, k.planned_on), 'FMDD FMMonth YYYY'), null
                from checkpoint k join checkpoint_type y on y.code = k.type_code where k.id = any(:ids)
                union all
                select 'OCCURRENCE', o.id, null, o.school_urn,
                    y.label || ' of ' || to_char(o.day, 'FMDD FMMonth YYYY'), null
                from occurrence o join activity_type y on y.code = o.type_code where o.id = any(:ids)
                union all
                select 'ADJUSTMENT', j.id, p.cycle_id, j.school_urn, j.change, null
                from adjustment j join priority p on p.id = j.priority_id where j.id = any(:ids)
                union all
                select 'NEED', n.id, null, n.school_urn, 'Need in ' || term_name(n.term) || ' ' || n.academic_year || '/'
                    || (n.academic_year + 1), null
                from need_assessment n where n.id = any(:ids)) t
            left join school s on s.urn = t.school_urn
            where {scope:t.school_urn}
            union all
            select 'PRACTICE', g.id, null, g.school_urn, g.school_name, g.title
            from good_practice g
            where g.id = any(:ids) and (g.withdrawn_on is null and :anywhere or {scope:g.school_urn}
                or g.id in (select v.practice_id from practice_visit v where v.person_id = :me and v.given_back_at is null))
            union all
            select 'WEBHOOK', w.id, null, null, null, w.name from webhook w where w.id = any(:ids) and :integrates
            """;

    private static final String CONCERNS = """
            select 'CONCERN' as kind, c.id, cast(null as uuid) as cycle_id, c.school_urn, s.name as school_name,
                case when c.restricted then 'Restricted concern' else 'Concern about ' || lower(k.label) end as title
            from concern c
            join concern_category k on k.code = c.category_code
            left join school s on s.urn = c.school_urn
            where c.id = any(:ids) and {scope:c.school_urn} and\s""";

    // Who gives support reads it, wherever the school is.
    private static final String COMMISSIONS = """
            select 'COMMISSION' as kind, c.id, cast(null as uuid) as cycle_id, c.school_urn, s.name as school_name, c.title
            from commission c left join trust_schools() s on s.urn = c.school_urn
            where c.id = any(:ids) and ({scope:c.school_urn} or c.expert_person_id = :me)
            """;

    @Inject
    ScopedSql sql;

    @Inject
    ConcernScope concerns;

    @Inject
    Caller caller;

    /** One, or 404 when there is none that the caller may see. */
    public Thing get(ThingKind kind, UUID id) {
        Thing found = of(List.of(id)).get(id);
        if (found == null || found.reference().kind() != kind) {
            throw Problem.notFound();
        }
        return found;
    }

    /** Some of them by their ids, in three statements; those that the caller may not see are left out. */
    public Map<UUID, Thing> of(Collection<UUID> ids) {
        UUID[] wanted = ids.toArray(UUID[]::new);
        Map<String, Object> parameters = new HashMap<>(Map.of("ids", wanted));
        String seen = concerns.condition(parameters);
        boolean anywhere = !caller.scope(Permission.READ_SCHOOLS).isEmpty();
        boolean integrates = caller.scope(Permission.MANAGE_INTEGRATIONS).trust();
        UUID me = caller.personId();
        return Stream.of(
                        sql.rows(
                                Permission.READ_CYCLES,
                                NAMED,
                                Map.of("ids", wanted, "anywhere", anywhere, "integrates", integrates, "me", me)),
                        sql.rows(Permission.OPEN_CONCERNS, CONCERNS + seen, parameters),
                        sql.rows(Permission.READ_COMMISSIONS, COMMISSIONS, Map.of("ids", wanted, "me", me)))
                .flatMap(List::stream)
                .map(Things::thing)
                .collect(Collectors.toMap(thing -> thing.reference().id(), Function.identity()));
    }

    private static Thing thing(Tuple row) {
        return new Thing(
                new Reference(
                        ThingKind.valueOf(row.get("kind", String.class)),
                        row.get("id", UUID.class),
                        row.get("cycle_id", UUID.class)),
                row.get("title", String.class),
                row.get("school_urn", Integer.class),
                row.get("school_name", String.class));
    }
}
