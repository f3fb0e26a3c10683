-- Makes known what the staged results are results of, and their grades.
insert into result_slot (source_system, assessment_point, assessment_code, subject, component, facet)
select source_system, assessment_point, assessment_code, subject, component, facet
from incoming_slot i
where not exists (select from result_slot s
                  where (s.source_system, s.assessment_point, s.assessment_code, s.subject, s.component, s.facet)
                        = (i.source_system, i.assessment_point, i.assessment_code, i.subject, i.component, i.facet))
order by 1, 2, 3, 4, 5, 6
on conflict do nothing;
insert into result_grade (grade_set, grade)
select grade_set, grade
from incoming_grade i
where not exists (select from result_grade g where (g.grade_set, g.grade) = (i.grade_set, i.grade))
order by 1, 2
on conflict do nothing;
update incoming_slot i
set id = s.id
from result_slot s
where (s.source_system, s.assessment_point, s.assessment_code, s.subject, s.component, s.facet)
      = (i.source_system, i.assessment_point, i.assessment_code, i.subject, i.component, i.facet);
update incoming_grade i
set id = g.id
from result_grade g
where (g.grade_set, g.grade) = (i.grade_set, i.grade);
