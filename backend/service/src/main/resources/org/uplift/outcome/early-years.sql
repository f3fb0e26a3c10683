-- Good level of development at the end of reception: 2 in all of the goals E01 to E12.
{settled_results},
by_pupil as (
    select r.school_urn, r.academic_year, r.assessment_point, r.pupil_id, 'EYFSP_GLD' as measure_code,
           count(distinct r.subject) filter (where g.grade = '2') = 12 as met, cast(null as numeric) as score, count(distinct r.subject) = 12 as complete,
           min(r.status) as status, max(r.result_date) as dated
    from settled r
         left join result_grade g on g.id = r.grade_id
    where r.subject between 'E01' and 'E12'
    group by r.school_urn, r.academic_year, r.assessment_point, r.pupil_id),
{by_pupil}
