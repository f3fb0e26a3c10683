-- The results of a request, which go with the statement; their pupils, slots and grades have been looked up.
{tables},
sent as materialized (
    select line, school_urn, academic_year, upn_hash, slot_id, pupil_id, has_results, grade_id,
           cast(hundredths * 0.01 as numeric(7, 2)) as score, status, result_date, source_updated_at
    from incoming_result)
