-- Teacher assessment, termly and local: the trust's own grades, by subject and for reading, writing and maths together. A
-- row in a set that is not the trust's says nothing here.
{settled_results},
graded as (
    select r.*, l.expected
    from settled r
         join result_grade g on g.id = r.grade_id
         join local_grade l on l.grade_set = g.grade_set and l.grade = g.grade
    where r.subject in ('REA', 'WRI', 'MAT')),
by_pupil as (
    select school_urn, academic_year, assessment_point, pupil_id,
           case when grouping(subject) = 1 then 'TA_RWM_EXP'
                else case subject when 'REA' then 'TA_READ_EXP' when 'WRI' then 'TA_WRIT_EXP' else 'TA_MAT_EXP' end end as measure_code,
           bool_and(expected) and (grouping(subject) = 0 or count(distinct subject) = 3) as met, cast(null as numeric) as score,
           grouping(subject) = 0 or count(distinct subject) = 3 as complete, min(status) as status, max(result_date) as dated
    from graded
    group by school_urn, academic_year, assessment_point, pupil_id, grouping sets ((), (subject))),
{by_pupil}
