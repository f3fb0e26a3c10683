-- Phonics screening check of year 1: a mark at or above the year's threshold. Pupils of year 2 take it again; that is
-- not this measure. Until the threshold of a year is known, the one before it counts, and the value is provisional.
{settled_results},
by_pupil as (
    select r.school_urn, r.academic_year, r.assessment_point, r.pupil_id, 'PHONICS_Y1_WA' as measure_code,
           coalesce(bool_or(r.score >= parameter_of('PHONICS_THRESHOLD', r.academic_year)), false) as met,
           cast(null as numeric) as score, true as complete,
           case when exists (select from yearly_parameter p
                             where p.code = 'PHONICS_THRESHOLD' and p.academic_year = r.academic_year)
                then min(r.status) else 1 end as status,
           max(r.result_date) as dated
    from settled r
    group by r.school_urn, r.academic_year, r.assessment_point, r.pupil_id),
{by_pupil}
