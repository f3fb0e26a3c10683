-- Multiplication tables check of year 4: the mean mark.
{settled_results},
by_pupil as (
    select r.school_urn, r.academic_year, r.assessment_point, r.pupil_id, 'MTC_AVG' as measure_code,
           cast(null as boolean) as met, max(r.score) as score, true as complete, min(r.status) as status,
           max(r.result_date) as dated
    from settled r
    group by r.school_urn, r.academic_year, r.assessment_point, r.pupil_id),
{by_pupil}
