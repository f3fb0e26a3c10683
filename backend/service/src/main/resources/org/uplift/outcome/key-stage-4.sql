-- Key stage 4, of the pupils of year 11. Subject A8 with a score is the pupil's own Attainment 8; ENG and MAT, with whatever
-- components, are GCSEs from 9 to 1 as a grade or a score, of which the best counts.
{settled_results},
graded as (
    select r.*, coalesce(r.score, case when g.grade ~ '^[1-9]$' then cast(g.grade as numeric) end) as points
    from settled r
         left join result_grade g on g.id = r.grade_id
    where r.subject in ('A8', 'ENG', 'MAT')),
by_pupil as (
    select school_urn, academic_year, assessment_point, pupil_id, 'KS4_A8' as measure_code, cast(null as boolean) as met,
           max(points) as score, true as complete, min(status) as status, max(result_date) as dated
    from graded
    where subject = 'A8'
    group by school_urn, academic_year, assessment_point, pupil_id
    union all
    select school_urn, academic_year, assessment_point, pupil_id, 'KS4_EM_5PLUS',
           coalesce(bool_or(subject = 'ENG' and points >= 5) and bool_or(subject = 'MAT' and points >= 5), false), null,
           count(distinct subject) = 2, min(status), max(result_date)
    from graded
    where subject in ('ENG', 'MAT')
    group by school_urn, academic_year, assessment_point, pupil_id),
{by_pupil}
