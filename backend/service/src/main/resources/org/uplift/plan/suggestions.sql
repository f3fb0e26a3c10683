-- What the cycles of schools in a year have in common, where several schools are below England, and which indicator of need
-- is high in several of them in the newest term, best supported first. One row for each school of a suggestion. What a
-- priority of the trust rests on already is not suggested again.
-- Needs year, cycle (the one of the trust), several and most.
with wanted as (
    select distinct c.school_urn, e.reference as measure, first_value(p.title) over w as priority
    from cycle c join priority p on p.cycle_id = c.id join evidence e on e.priority_id = p.id
    where c.academic_year = :year and p.ended_on is null and e.kind = 'OUTCOME' and {scope:c.school_urn}
    window w as (partition by c.school_urn, e.reference order by p.position, p.id)
    union
    select distinct c.school_urn, t.measure_code, first_value(p.title) over w
    from cycle c join priority p on p.cycle_id = c.id join target t on t.priority_id = p.id
    where c.academic_year = :year and p.ended_on is null and t.ended_on is null and {scope:c.school_urn}
    window w as (partition by c.school_urn, t.measure_code order by p.position, p.id)),
latest as (
    select distinct on (o.school_urn, o.measure_code)
        o.school_urn, o.measure_code, o.academic_year, o.value, b.value as england, m.better
    from outcome o
    join school s on s.urn = o.school_urn and s.status = 'IN_TRUST'
    join measure m on m.code = o.measure_code
    join benchmark b on b.measure_code = o.measure_code and b.academic_year = o.academic_year
        and b.assessment_point = o.assessment_point and b.pupil_group = 'ALL' and b.area = 'england' and b.area_code = 0
    where o.pupil_group = 'ALL' and o.value is not null and b.value is not null and o.academic_year between :year - 3 and :year
        and {scope:o.school_urn}
    order by o.school_urn, o.measure_code, o.academic_year desc, array_position(array['published', 'pushed', 'computed'], o.source)),
found as (
    select 'common-measure' as kind, w.measure as code, m.label, w.school_urn, min(w.priority) as priority,
        cast(null as numeric) as value, cast(null as numeric) as england, cast(null as int) as of_year,
        cast(null as numeric) as contribution, cast(null as numeric) as maximum
    from wanted w join measure m on m.code = w.measure
    where w.school_urn is not null
    group by w.measure, m.label, w.school_urn
    union all
    select 'common-area', lower(trim(p.area)), min(trim(p.area)), c.school_urn, min(p.title), null, null, null, null, null
    from cycle c join priority p on p.cycle_id = c.id
    where c.academic_year = :year and c.school_urn is not null and p.ended_on is null and trim(p.area) <> ''
        and {scope:c.school_urn}
    group by lower(trim(p.area)), c.school_urn
    union all
    select 'below-england', l.measure_code, m.label, l.school_urn, null, l.value, l.england, l.academic_year, null, null
    from latest l join measure m on m.code = l.measure_code
    where l.better = 'HIGHER' and l.value < l.england or l.better = 'LOWER' and l.value > l.england
    union all
    select 'high-need', i.code, i.label, a.school_urn, null, null, null, a.academic_year, n.contribution, n.maximum
    from need_assessment a
    join school s on s.urn = a.school_urn and s.status = 'IN_TRUST'
    join need_contribution n on n.assessment_id = a.id
    join need_indicator i on i.code = n.indicator_code
    where a.ordinal = (select max(o.ordinal) from need_assessment o where {scope:o.school_urn})
        and 3 * n.contribution >= 2 * n.maximum and {scope:a.school_urn}),
carried as (
    select e.reference as code from priority p join evidence e on e.priority_id = p.id
    where p.cycle_id = :cycle and p.ended_on is null and e.kind in ('OUTCOME', 'NEED')
    union
    select lower(trim(p.area)) from priority p where p.cycle_id = :cycle and p.ended_on is null and p.area is not null),
counted as (
    select f.*, count(*) over (partition by f.kind, f.code) as schools
    from found f where f.code not in (select c.code from carried c where c.code is not null)),
ranked as (
    select c.*, dense_rank() over (order by c.schools desc, c.kind, c.code) as place
    from counted c where c.schools >= :several)
select r.kind, r.code, r.label, r.school_urn, s.name as school_name, r.priority, r.value, r.england, r.of_year,
    r.contribution, r.maximum, m.decimals, r.place
from ranked r join school s on s.urn = r.school_urn left join measure m on m.code = r.code
where r.place <= :most
order by r.place, lower(s.name), s.urn
