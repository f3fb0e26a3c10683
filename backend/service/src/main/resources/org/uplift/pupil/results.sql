-- Takes the staged results in and says of each row what became of it.
-- Needs: temporary table incoming_result; the lock of each school.

insert into result_slot (source_system, assessment_point, assessment_code, subject, component, facet)
select distinct source_system, assessment_point, assessment_code, subject, component, facet
from incoming_result i
where not exists (select from result_slot s
                  where (s.source_system, s.assessment_point, s.assessment_code, s.subject, s.component, s.facet)
                        = (i.source_system, i.assessment_point, i.assessment_code, i.subject, i.component, i.facet))
order by 1, 2, 3, 4, 5, 6
on conflict do nothing;

insert into result_grade (grade_set, grade)
select distinct grade_set, grade
from incoming_result i
where grade is not null
  and not exists (select from result_grade g where (g.grade_set, g.grade) = (i.grade_set, i.grade))
order by 1, 2
on conflict do nothing;

-- A pupil is known when the school has sent them for that year.
update incoming_result i
set pupil_id = p.id,
    slot_id  = s.id,
    grade_id = g.id
from incoming_result j
     join result_slot s
         on (s.source_system, s.assessment_point, s.assessment_code, s.subject, s.component, s.facet)
            = (j.source_system, j.assessment_point, j.assessment_code, j.subject, j.component, j.facet)
     left join result_grade g on g.grade_set = j.grade_set and g.grade = j.grade
     left join (pupil p join pupil_year y on y.pupil_id = p.id)
         on p.upn_hash = j.upn_hash and y.school_urn = j.school_urn and y.academic_year = j.academic_year
where j.line = i.line;

update incoming_result set outcome = 'QUARANTINED' where pupil_id is null;

-- One row of a natural key counts: the newest, and of equally new ones the last.
update incoming_result i
set outcome = 'UNCHANGED'
from (select line,
             row_number() over (partition by school_urn, academic_year, slot_id, pupil_id
                                order by source_updated_at desc, line desc) as place
      from incoming_result
      where pupil_id is not null) ranked
where ranked.line = i.line and ranked.place > 1;

update incoming_result i
set outcome = case
                  when r.pupil_id is null then 'CREATED'
                  when i.source_updated_at < r.source_updated_at then 'UNCHANGED'
                  when (r.grade_id, r.score, r.status, r.result_date)
                      is distinct from (i.grade_id, i.score, i.status, i.result_date) then 'UPDATED'
                  when i.source_updated_at > r.source_updated_at then 'NEWER'
                  else 'UNCHANGED' end
from incoming_result j
     left join result r
         on r.school_urn = j.school_urn and r.academic_year = j.academic_year and r.slot_id = j.slot_id
            and r.pupil_id = j.pupil_id
where j.line = i.line and i.outcome is null;

insert into result (school_urn, academic_year, slot_id, pupil_id, grade_id, score, status, result_date,
                    source_updated_at, job_id)
select school_urn, academic_year, slot_id, pupil_id, grade_id, score, status, result_date, source_updated_at, job_id
from incoming_result
where outcome in ('CREATED', 'UPDATED', 'NEWER')
on conflict (school_urn, academic_year, slot_id, pupil_id) do update
set grade_id          = excluded.grade_id,
    score             = excluded.score,
    status            = excluded.status,
    result_date       = excluded.result_date,
    source_updated_at = excluded.source_updated_at,
    job_id            = excluded.job_id;
