-- Each support of a school, its days and what it costs; who gives it is not named, only from where.
select academic_year_of(c.starts_on) as academic_year, c.school_urn, s.name as school_urn_label, lower(c.status) as status,
       case when c.partner_id is not null then 'external' when c.expert_id is not null then 'internal' end as kind,
       c.specialism, p.label as specialism_label, c.supporter_urn, c.requested_on, c.starts_on, c.ends_on,
       (select coalesce(sum(d.days), 0) from commission_days d where d.commission_id = c.id) as days_agreed,
       (select coalesce(sum(v.days), 0) from commission_visit v where v.commission_id = c.id) as days_given,
       c.cost, c.id
from commission c
     join school s on s.urn = c.school_urn and s.status <> 'REGISTER'
     join specialism p on p.code = c.specialism
where {scope:c.school_urn}
