-- How the same pupils of a school moved between two points of the trust's teacher assessment: up, down, or not at all, by year
-- group (of the later point), subject and group. Where two systems send the same, the more settled one counts, then the newer.
-- Parameters: urn; from_year and from_point, to_year and to_point.
with graded as (
    select r.pupil_id, s.subject, (r.academic_year, s.assessment_point) = (:to_year, :to_point) as later, l.place,
           row_number() over (partition by r.pupil_id, s.subject, r.academic_year, s.assessment_point
                              order by r.status desc, r.source_updated_at desc, s.source_system) as rank
    from result r
         join result_slot s on s.id = r.slot_id
         join result_grade g on g.id = r.grade_id
         join local_grade l on l.grade_set = g.grade_set and l.grade = g.grade
    where r.school_urn = :urn and r.academic_year in (:from_year, :to_year) and {scope:r.school_urn}
      and s.assessment_code = 'TA' and s.facet = 'achieved' and s.subject in ('REA', 'WRI', 'MAT')
      and (r.academic_year, s.assessment_point) in ((:from_year, :from_point), (:to_year, :to_point))),
moves as (
    select pupil_id, subject, max(place) filter (where later) - max(place) filter (where not later) as steps
    from graded
    where rank = 1
    group by pupil_id, subject
    having count(distinct later) = 2)
select cohort, subject, {pupil_group}, count(*) as pupils, count(*) filter (where steps > 0) as up,
       count(*) filter (where steps = 0) as same, count(*) filter (where steps < 0) as down
from (select y.year_group as cohort, y.sex, y.disadvantaged, y.sen_provision, y.eal, y.looked_after, y.prior_attainment, y.mobile,
             m.subject, m.steps
      from moves m
           join pupil_year y on y.school_urn = :urn and y.academic_year = :to_year and y.pupil_id = m.pupil_id) moved
group by cohort, subject, {breakdowns}
