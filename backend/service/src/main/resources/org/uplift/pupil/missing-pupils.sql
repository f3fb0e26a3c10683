-- A snapshot: of each school, year and sending system, pupils who are not among the rows have left that year.
with kept as (
    select i.school_urn, i.academic_year, i.source_system, u.pupil_id
    from incoming_pupil i join pupil_by_upn u on u.upn_hash = i.upn_hash),
parts as (
    select distinct school_urn, academic_year, source_system from kept),
stored as (
    select y.school_urn, y.academic_year, y.pupil_id
    from parts p join pupil_year y using (school_urn, academic_year, source_system)),
gone as (
    delete from pupil_year y
    using stored s
    where (y.school_urn, y.academic_year, y.pupil_id) = (s.school_urn, s.academic_year, s.pupil_id)
      and not exists (select from kept k
                      where (k.school_urn, k.academic_year, k.pupil_id) = (s.school_urn, s.academic_year, s.pupil_id))
    returning y.school_urn, y.academic_year)
select school_urn, academic_year, 'PUPIL' as source, cast(count(*) as int) as gone,
       (select cast(count(*) as int) from stored) as stored
from gone
group by 1, 2
