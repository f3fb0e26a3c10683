-- The results of a request, which go with the statement; their pupils, slots and grades have been looked up.
{tables},
sent as materialized (
    select i.line, i.school_urn, i.academic_year, i.upn_hash, i.slot_id, s.assessment_code, i.pupil_id, i.grade_id,
           cast(i.hundredths * 0.01 as numeric(7, 2)) as score, i.status, i.result_date, i.source_updated_at
    from incoming_result i
         join incoming_slot s on s.id = i.slot_id)
