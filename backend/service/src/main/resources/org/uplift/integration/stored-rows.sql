-- How many rows of each kind are stored about schools and years, and when they were last sent. Common Transfer Files and
-- removals are about results.
-- Parameters: urns, years.
with stored as (
    select school_urn, academic_year, 'pupils' as kind, count(*) as number
    from pupil_year
    where school_urn = any (:urns) and academic_year = any (cast(:years as smallint[]))
    group by 1, 2
    union all
    select school_urn, academic_year, 'assessment-results', count(*)
    from result
    where school_urn = any (:urns) and academic_year = any (cast(:years as smallint[]))
    group by 1, 2
    union all
    select school_urn, academic_year, 'attendance', count(*)
    from attendance
    where school_urn = any (:urns) and academic_year = any (cast(:years as smallint[]))
    group by 1, 2
    union all
    select school_urn, academic_year, 'suspensions', count(*)
    from suspension
    where school_urn = any (:urns) and academic_year = any (cast(:years as smallint[]))
    group by 1, 2
    union all
    select school_urn, academic_year, 'measure-values', count(*)
    from measure_value
    where school_urn = any (:urns) and academic_year = any (cast(:years as smallint[]))
    group by 1, 2),
sent as (
    select distinct on (d.school_urn, d.academic_year, k.kind)
           d.school_urn, d.academic_year, k.kind, d.at,
           coalesce((select i.name from integration i where service_account(i.client_id) = p.username
                     order by i.registered_at desc limit 1), p.name) as sender
    from delivery d
         join person p on p.id = d.person_id,
         lateral (select case when d.kind in ('ctf', 'assessment-result-deletions') then 'assessment-results'
                              else d.kind end as kind) k
    where d.school_urn = any (:urns) and d.academic_year = any (cast(:years as smallint[]))
    order by d.school_urn, d.academic_year, k.kind, d.at desc)
select school_urn, academic_year, kind, coalesce(number, 0) as number, sent.at, sent.sender
from stored
     full join sent using (school_urn, academic_year, kind)
where {scope:school_urn}
