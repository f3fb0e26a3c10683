-- How far the improvement cycle of each school has come in each year, by number.
select c.academic_year, c.school_urn, s.name as school_urn_label, lower(replace(c.stage, '_', '-')) as stage,
       (select count(*) from priority p where p.cycle_id = c.id) as priorities,
       (select count(*) from priority p join evaluation e on e.priority_id = p.id where p.cycle_id = c.id) as priorities_evaluated,
       (select count(*) from priority p join target t on t.priority_id = p.id where p.cycle_id = c.id) as targets,
       n.actions, n.actions_done, n.actions_overdue, n.cost,
       (select count(*) from priority p join adjustment d on d.priority_id = p.id where p.cycle_id = c.id) as small_improvements,
       (select count(*) from checkpoint k where k.cycle_id = c.id and k.status = 'SIGNED_OFF') as checkpoints_signed_off,
       (select count(*) from checkpoint k where k.cycle_id = c.id and k.status <> 'SIGNED_OFF') as checkpoints_open
from cycle c
     join school s on s.urn = c.school_urn and s.status <> 'REGISTER'
     cross join lateral (
         select count(*) as actions, count(*) filter (where x.status = 'DONE') as actions_done,
                count(*) filter (where x.status <> 'DONE' and x.ended_on is null and x.due_on < scope_today()) as actions_overdue,
                coalesce(sum(x.cost), 0) as cost
         from priority p join action x on x.priority_id = p.id
         where p.cycle_id = c.id) n
where {scope:c.school_urn}
