-- Each judgement of each inspection; an inspection without judgements is one row. Grades of different frameworks are different things.
select academic_year_of(i.start_date) as academic_year, i.school_urn, s.name as school_urn_label, i.framework,
       i.inspection_type, t.label as inspection_type_label, i.start_date, i.publication_date,
       s.joined_on is not null and i.start_date < s.joined_on as before_joining,
       i.overall_effectiveness, o.label as overall_effectiveness_label, i.ungraded_outcome, i.safeguarding, i.category_of_concern,
       j.area, a.label as area_label, j.grade, g.label as grade_label, i.id
from inspection i
     join school s on s.urn = i.school_urn and s.status <> 'REGISTER'
     join inspection_type t on t.framework = i.framework and t.code = i.inspection_type
     left join inspection_grade o on o.framework = i.framework and o.code = i.overall_effectiveness
     left join inspection_judgement j on j.inspection_id = i.id
     left join inspection_area a on a.framework = j.framework and a.code = j.area
     left join inspection_grade g on g.framework = j.framework and g.code = j.grade
where {scope:i.school_urn}
