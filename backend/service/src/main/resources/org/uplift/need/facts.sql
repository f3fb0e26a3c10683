-- What is known of each school of the trust on a day beside its outcomes: its last inspection in the framework that it was made in,
-- its roll, since when it has its headteacher, how its last cycle came out, and its open concerns. One row for each school. A
-- restricted concern is as if it were not there, for everybody.
-- Parameters: year (academic year), day.
with schools as (
    select s.urn, s.phase, s.low_age, s.high_age
    from school s
    where s.status = 'IN_TRUST' and coalesce(s.joined_on, cast(:day as date)) <= :day),
-- What was inspected under an earlier URN is the school's history only when it is clear which URN that was.
history as (
    select s.urn, i.id, i.framework, i.inspection_type, i.start_date, i.overall_effectiveness, i.ungraded_outcome, i.safeguarding,
           i.category_of_concern, i.inspection_type not like 'monitoring%' as whole
    from schools s
         left join lateral (
             select min(l.linked_urn) as urn from school_link l
             where l.school_urn = s.urn and l.kind = 'PREDECESSOR' having count(*) = 1) sole on true
         join inspection i on i.school_urn in (s.urn, sole.urn)
         join inspection_framework f on f.code = i.framework and f.inspectorate = 'Ofsted'
    where i.start_date <= :day and (i.inspected_urn = s.urn or sole.urn is not null)),
given as (
    select h.urn, h.id, h.framework, h.start_date, j.grade as code, a.label || ': ' || g.label as words
    from history h
         join inspection_judgement j on j.inspection_id = h.id
         join inspection_area a on a.framework = j.framework and a.code = j.area
         join inspection_grade g on g.framework = j.framework and g.code = j.grade
    where h.whole
    union all
    select h.urn, h.id, h.framework, h.start_date, h.overall_effectiveness, 'Overall effectiveness: ' || g.label
    from history h join inspection_grade g on g.framework = h.framework and g.code = h.overall_effectiveness
    where h.whole
    union all
    select h.urn, h.id, h.framework, h.start_date, coalesce(u.implied_grade, u.code), u.label
    from history h join ungraded_outcome u on u.framework = h.framework and lower(u.label) = lower(h.ungraded_outcome)
    where h.whole),
pointed as (
    select v.urn, v.id, v.framework, v.start_date, p.points, v.words
    from given v
         join need_points p on p.code = v.code
             and p.indicator_code = case v.framework when 'report-card' then 'INSPECTION_AREAS' else 'INSPECTION_GRADES' end),
judged as (
    select distinct on (urn) urn, framework, start_date, max(points) as worst, sum(points) as total,
           string_agg(distinct words, ', ') filter (where points = highest) as worst_words,
           string_agg(distinct words, ', ') filter (where points > 0) as below_words
    from (select *, max(points) over (partition by id, urn) as highest from pointed) all_of_it
    group by urn, id, framework, start_date
    order by urn, start_date desc, id desc),
-- A category is said by a whole inspection, which ends it by saying none, or by a visit that names one.
category as (
    select distinct on (h.urn) h.urn, h.start_date, c.label
    from history h left join category_of_concern c on c.framework = h.framework and c.code = h.category_of_concern
    where h.whole or h.category_of_concern is not null
    order by h.urn, h.start_date desc, h.id desc),
unsafe as (
    select distinct on (h.urn) h.urn, h.start_date, h.safeguarding in ('not-met', 'not-effective') as so
    from history h
    where h.safeguarding in ('met', 'not-met', 'effective', 'not-effective')
    order by h.urn, h.start_date desc, h.id desc),
urgent as (
    select distinct h.urn, h.start_date
    from history h
         join inspection_judgement j on j.inspection_id = h.id
         join inspection_grade g on g.framework = j.framework and g.code = j.grade and g.concern
    where h.whole and h.start_date = (select max(o.start_date) from history o where o.urn = h.urn and o.whole)),
inspected as (
    select urn, max(start_date) as start_date from history where whole group by urn),
pupils as (
    select y.school_urn, count(*) filter (where y.academic_year = :year) as now,
           count(*) filter (where y.academic_year = :year - 1) as before
    from pupil_year y join schools s on s.urn = y.school_urn
    where y.academic_year between :year - 1 and :year
    group by y.school_urn
    having count(distinct y.academic_year) = 2),
registered as (
    select c.school_urn, max(c.number_on_roll) filter (where c.academic_year = :year) as now,
           max(c.number_on_roll) filter (where c.academic_year = :year - 1) as before
    from school_context c
    where c.academic_year between :year - 1 and :year
    group by c.school_urn),
heads as (
    select m.school_urn, max(m.valid_from) as since
    from membership m
    where m.headteacher and m.valid_from <= :day and (m.valid_until is null or m.valid_until > :day)
    group by m.school_urn),
evaluated as (
    select distinct on (c.school_urn) c.school_urn, c.academic_year, avg(p.points) as points, count(*) as priorities
    from cycle c
         join priority r on r.cycle_id = c.id and r.ended_on is null
         join evaluation v on v.priority_id = r.id
         join need_points p on p.indicator_code = 'LAST_EVALUATION' and p.code = v.judgement
    where c.academic_year < :year and c.school_urn is not null
    group by c.school_urn, c.academic_year
    order by c.school_urn, c.academic_year desc),
concerns as (
    select c.school_urn, sum(p.points) as points
    from concern c join need_points p on p.indicator_code = 'CONCERNS' and p.code = c.severity
    where not c.restricted and c.raised_on <= :day
      and (c.closed_at is null or cast(c.closed_at at time zone 'Europe/London' as date) > :day)
    group by c.school_urn)
select s.urn, s.phase, s.low_age, s.high_age, j.framework, j.start_date as judged_on, j.worst, j.worst_words, j.total, j.below_words,
       i.start_date as inspected_on, g.label as category, g.start_date as category_since,
       case when u.so then u.start_date end as unsafe_since, x.start_date as urgent_since,
       coalesce(p.now, r.now) as roll, case when p.now is null then r.before else p.before end as roll_before,
       h.since as head_since, e.points as evaluation, e.academic_year as evaluated_year, e.priorities as evaluated_priorities,
       coalesce(c.points, 0) as concerns
from schools s
     left join judged j on j.urn = s.urn
     left join inspected i on i.urn = s.urn
     left join category g on g.urn = s.urn
     left join unsafe u on u.urn = s.urn
     left join urgent x on x.urn = s.urn
     left join pupils p on p.school_urn = s.urn
     left join registered r on r.school_urn = s.urn
     left join heads h on h.school_urn = s.urn
     left join evaluated e on e.school_urn = s.urn
     left join concerns c on c.school_urn = s.urn
order by s.urn
