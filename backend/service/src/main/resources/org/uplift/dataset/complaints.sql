-- How many complaints of parents reached each stage in each year, and of these how many have left it. Restricted concerns are
-- counted for nobody. One to five are hidden, and those that have left it also where those that have not would be one to five.
with counted as (
    select academic_year_of(g.begun_on) as academic_year, c.school_urn, g.stage_code, count(*) as begun,
           count(*) filter (where g.ended_on is not null) as ended
    from concern c join concern_stage g on g.concern_id = c.id
    where not c.restricted and c.merged_into is null and {scope:c.school_urn}
    group by 1, 2, 3)
select n.academic_year, n.school_urn, s.name as school_urn_label, n.stage_code as stage, t.label as stage_label, t.position as place,
       case when n.begun > 5 then n.begun end as begun,
       case when n.begun > 5 and n.ended not between 1 and 5 and n.begun - n.ended not between 1 and 5 then n.ended end as ended
from counted n
     join school s on s.urn = n.school_urn and s.status <> 'REGISTER'
     join complaint_stage t on t.code = n.stage_code
