-- A snapshot: of each school, year and thing that the rows are results of, what is not among the rows is removed.
-- Answers with how many there were and how many are gone.
with kept as (
    select i.school_urn, i.academic_year, s.id as slot_id, u.pupil_id
    from incoming_result i
         join incoming_result w on w.pupil_no = i.pupil_no and w.upn_hash is not null
         join incoming_slot s on s.no = i.slot_no
         left join pupil_by_upn u on u.upn_hash = w.upn_hash),
parts as (
    select distinct school_urn, academic_year, slot_id from kept),
stored as (
    select r.school_urn, r.academic_year, r.slot_id, r.pupil_id, r.job_id
    from parts p join result r using (school_urn, academic_year, slot_id)
    where r.school_urn = any ({schools}) and r.academic_year = any ({years})),
gone as (
    delete from result r
    using stored s
    where (r.school_urn, r.academic_year, r.slot_id, r.pupil_id) = (s.school_urn, s.academic_year, s.slot_id, s.pupil_id)
      and r.school_urn = any ({schools}) and r.academic_year = any ({years})
      and not exists (select from kept k
                      where (k.school_urn, k.academic_year, k.slot_id, k.pupil_id)
                            = (s.school_urn, s.academic_year, s.slot_id, s.pupil_id))
    returning r.school_urn, r.academic_year, r.slot_id)
select g.school_urn, g.academic_year, s.assessment_code as source, cast(count(*) as int) as gone,
       (select cast(count(*) as int) from stored) as stored
from gone g
     join result_slot s on s.id = g.slot_id
group by 1, 2, 3
