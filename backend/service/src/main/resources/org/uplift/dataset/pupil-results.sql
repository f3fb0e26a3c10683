-- Results of single pupils, by the pseudonym that stands for a pupil in every row and year.
select r.academic_year, r.school_urn, s.name as school_urn_label, p.pseudonym as pupil, y.year_group, y.sex, y.disadvantaged,
       y.sen_provision, y.eal, y.prior_attainment, y.mobile, l.source_system, l.assessment_code, a.label as assessment_code_label,
       l.assessment_point, l.subject, l.component, l.facet, g.grade_set, g.grade, r.score,
       case r.status when 1 then 'provisional' when 2 then 'revised' else 'final' end as result_status, r.result_date as date,
       r.slot_id, r.pupil_id
from result r
     join school s on s.urn = r.school_urn
     join pupil p on p.id = r.pupil_id
     join result_slot l on l.id = r.slot_id
     join assessment a on a.code = l.assessment_code
     left join result_grade g on g.id = r.grade_id
     left join pupil_year y on y.school_urn = r.school_urn and y.academic_year = r.academic_year and y.pupil_id = r.pupil_id
where {scope:r.school_urn}
