-- A snapshot: of each school, year, term and sending system, what is not among the rows is removed.
with kept as (
    select i.school_urn, i.academic_year, i.term, o.id as source_id, u.pupil_id
    from incoming_{table} i
         join source_system o on o.code = i.source_system
         left join pupil_by_upn u on u.upn_hash = i.upn_hash),
parts as (
    select distinct school_urn, academic_year, term, source_id from kept),
stored as (
    select r.school_urn, r.academic_year, r.term, r.source_id, r.pupil_id
    from parts p join {table} r using (school_urn, academic_year, term, source_id)
    where r.school_urn = any ({schools}) and r.academic_year = any ({years})),
gone as (
    delete from {table} r
    using stored s
    where (r.school_urn, r.academic_year, r.term, r.source_id, r.pupil_id)
          = (s.school_urn, s.academic_year, s.term, s.source_id, s.pupil_id)
      and r.school_urn = any ({schools}) and r.academic_year = any ({years})
      and not exists (select from kept k
                      where (k.school_urn, k.academic_year, k.term, k.source_id, k.pupil_id)
                            = (s.school_urn, s.academic_year, s.term, s.source_id, s.pupil_id))
    returning r.school_urn, r.academic_year)
select school_urn, academic_year, '{source}' as source, cast(count(*) as int) as gone,
       (select cast(count(*) as int) from stored) as stored
from gone
group by 1, 2
