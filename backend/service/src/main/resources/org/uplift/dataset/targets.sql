-- Where each target of a school stood and is to stand: moments is worked out by the rule of targets, as the reader may see it.
select c.academic_year, t.school_urn, s.name as school_urn_label, t.id as target, t.measure_code, m.label as measure_code_label,
       t.cohort, t.pupil_group, g.label as pupil_group_label, n.date, n.current, n.status, w.label as status_label,
       t.baseline_date, t.due_date, t.due_academic_year, t.due_assessment_point, t.ended_on, n.actual_date, n.result_status,
       t.baseline_value, t.target_value, n.expected, n.actual, coalesce(n.actual_symbol, 'x') as actual_symbol, n.compared_with,
       n.tolerance
from json_to_recordset('{moments}')
         as n (target uuid, date date, current boolean, status text, expected numeric, actual numeric, actual_symbol text,
               actual_date date, result_status text, compared_with numeric, tolerance numeric)
     join target t on t.id = n.target
     join priority p on p.id = t.priority_id
     join cycle c on c.id = p.cycle_id
     join school s on s.urn = t.school_urn and s.status <> 'REGISTER'
     join measure m on m.code = t.measure_code
     join pupil_group g on g.code = t.pupil_group
     left join (values ('no-data', 'No data'), ('off-track', 'Off track'), ('at-risk', 'At risk'), ('on-track', 'On track'),
                       ('missed', 'Missed'), ('achieved', 'Achieved')) w (code, label) on w.code = n.status
where {scope:t.school_urn}
