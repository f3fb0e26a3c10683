-- Stages the results that were waiting for the pupils who have just come.
delete from incoming_result;
delete from incoming_slot;
delete from incoming_grade;
with let_out as (
    delete from quarantine q
    using arrived_pupil a
    where q.kind = 'assessment-results' and q.school_urn = a.school_urn and q.qualifier = cast(a.academic_year as text)
      and q.upn_hash = a.upn_hash
    returning q.school_urn, a.academic_year, q.upn_hash, q.cells, q.source_updated_at)
insert into incoming_result (line, school_urn, academic_year, pupil_no, upn_hash, slot_no, grade_no, hundredths, status,
                             result_date, source_updated_at)
select row_number() over (), school_urn, academic_year, row_number() over (), upn_hash, cast(cells ->> 'slot' as int), cast(cells ->> 'grade' as int),
       cast(cast(cells ->> 'score' as numeric) * 100 as int), cast(cells ->> 'status' as smallint),
       cast(cells ->> 'resultDate' as date), source_updated_at
from let_out;
insert into incoming_slot (no, assessment_code, id)
select id, assessment_code, id
from result_slot
where id in (select slot_no from incoming_result);
insert into incoming_grade (no, id)
select id, id
from result_grade
where id in (select grade_no from incoming_result);
