-- The lasting numbers of what results are results of, and of their grades, as far as they have been sent before.
with {tables}
select 'slot' as kind, i.no, s.id
from named_slot i
     join result_slot s
          on (s.source_system, s.assessment_point, s.assessment_code, s.subject, s.component, s.facet)
             = (i.source_system, i.assessment_point, i.assessment_code, i.subject, i.component, i.facet)
union all
select 'grade', i.no, g.id
from named_grade i
     join result_grade g on (g.grade_set, g.grade) = (i.grade_set, i.grade)
