-- Removes the results whose natural keys are staged, stored ones and waiting ones; a newer row than the request stays.
with placed as (
    select i.line, i.school_urn, i.academic_year, i.upn_hash, i.source_updated_at, s.id as slot_id, s.assessment_code,
           u.pupil_id,
           row_number() over (partition by i.school_urn, i.academic_year, s.id, i.upn_hash
                              order by i.source_updated_at desc, i.line desc) as place
    from incoming_result i
         join incoming_slot s on s.no = i.slot_no
         left join pupil_by_upn u on u.upn_hash = i.upn_hash),
gone as (
    delete from result r
    using placed p
    where r.school_urn = p.school_urn and r.academic_year = p.academic_year and r.slot_id = p.slot_id
      and r.pupil_id = p.pupil_id and r.school_urn = any ({schools}) and r.academic_year = any ({years})
      and r.source_updated_at <= p.source_updated_at and p.place = 1
    returning p.line),
no_longer_waiting as (
    delete from quarantine q
    using placed p
    where q.kind = 'assessment-results' and p.place = 1
      and q.fingerprint = sha256(convert_to(concat_ws('/', p.school_urn, p.academic_year, p.slot_id,
                                                      encode(p.upn_hash, 'hex')), 'UTF8'))
      and q.source_updated_at <= p.source_updated_at
    returning p.line)
select {lines} as lines, outcome, school_urn, academic_year, assessment_code as source, cast(count(*) as int) as number
from (select p.*,
             case
                 when exists (select from gone g where g.line = p.line)
                     or exists (select from no_longer_waiting w where w.line = p.line) then 'UPDATED'
                 else 'UNCHANGED' end as outcome
      from placed p) answered
group by 2, 3, 4, 5
