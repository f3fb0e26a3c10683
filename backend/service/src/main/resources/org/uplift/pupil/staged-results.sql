-- The staged results, each with its pupil, who is looked up once.
-- Needs: incoming_result; incoming_slot and incoming_grade with their ids.
who as materialized (
    select i.pupil_no, i.upn_hash, k.pupil_id
    from incoming_result i
         left join lateral (select y.pupil_id
                            from (select u.pupil_id from pupil_by_upn u where u.upn_hash = i.upn_hash {one by one}) u
                                 join pupil_year y on y.pupil_id = u.pupil_id
                            where y.school_urn = i.school_urn and y.academic_year = i.academic_year
                              and y.school_urn = any ({schools}) and y.academic_year = any ({years})
                            {one by one}) k on true
    where i.upn_hash is not null),
sent as not materialized (
    select i.line, i.school_urn, i.academic_year, w.upn_hash, s.id as slot_id, w.pupil_id,
           g.id as grade_id, cast(i.hundredths * 0.01 as numeric(7, 2)) as score, i.status, i.result_date,
           i.source_updated_at
    from incoming_result i
         join who w on w.pupil_no = i.pupil_no
         join incoming_slot s on s.no = i.slot_no
         left join incoming_grade g on g.no = i.grade_no)
