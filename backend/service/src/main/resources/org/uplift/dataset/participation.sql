-- The timetabled quality process of each school, by number, and how it took part in what the trust does together.
with stands as (
    select o.school_urn, o.academic_year, o.type_code,
           case when o.cancelled is not null then 'cancelled'
                when o.held_on is not null or k.status = 'SIGNED_OFF' then 'done'
                when o.day >= scope_today() then 'planned'
                when end_of_term(o.school_urn, o.day) >= scope_today() then 'overdue' else 'missed' end as status
    from occurrence o left join checkpoint k on k.occurrence_id = o.id
    where o.school_urn is not null and {scope:o.school_urn}),
together as (
    select p.school_urn, o.academic_year, o.type_code, count(*) as taken_part
    from participation p join occurrence o on o.id = p.occurrence_id and o.held_on is not null
    where {scope:p.school_urn}
    group by p.school_urn, o.academic_year, o.type_code),
counted as (
    select x.school_urn, x.academic_year, x.type_code, count(*) filter (where x.status = 'planned') as planned,
           count(*) filter (where x.status = 'done') as done, count(*) filter (where x.status = 'overdue') as overdue,
           count(*) filter (where x.status = 'missed') as missed, count(*) filter (where x.status = 'cancelled') as cancelled
    from stands x group by x.school_urn, x.academic_year, x.type_code)
select academic_year, school_urn, s.name as school_urn_label, type_code as activity_type, t.label as activity_type_label,
       coalesce(planned, 0) as planned, coalesce(done, 0) as done, coalesce(overdue, 0) as overdue,
       coalesce(missed, 0) as missed, coalesce(cancelled, 0) as cancelled, coalesce(taken_part, 0) as taken_part_in_trust
from counted full join together using (school_urn, academic_year, type_code)
     join school s on s.urn = school_urn and s.status <> 'REGISTER'
     join activity_type t on t.code = type_code
