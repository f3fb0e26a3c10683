-- Takes the staged pupils in and says of each row what became of it.
-- Needs: temporary table incoming_pupil; the lock of each school.

-- One row of a pupil counts: the newest, and of equally new ones the last.
update incoming_pupil i
set outcome = 'UNCHANGED'
from (select line,
             row_number() over (partition by school_urn, academic_year, upn_hash
                                order by source_updated_at desc, line desc) as place
      from incoming_pupil) ranked
where ranked.line = i.line and ranked.place > 1;

insert into pupil (pseudonym, upn_hash, upn_encrypted)
select pseudonym, upn_hash, upn_encrypted
from incoming_pupil
where outcome is null
order by upn_hash
on conflict (upn_hash) do nothing;

update incoming_pupil i
set pupil_id = p.id,
    outcome  = case
                   when y.pupil_id is null then 'CREATED'
                   when i.source_updated_at < y.source_updated_at then 'UNCHANGED'
                   when (y.year_group, y.sex, y.disadvantaged, y.sen_provision, y.eal, y.looked_after,
                         y.prior_attainment, y.mobile, y.source_system)
                       is distinct from (i.year_group, i.sex, i.disadvantaged, i.sen_provision, i.eal, i.looked_after,
                                         i.prior_attainment, i.mobile, i.source_system) then 'UPDATED'
                   when i.source_updated_at > y.source_updated_at then 'NEWER'
                   else 'UNCHANGED' end
from incoming_pupil j
     join pupil p on p.upn_hash = j.upn_hash
     left join pupil_year y
         on y.school_urn = j.school_urn and y.academic_year = j.academic_year and y.pupil_id = p.id
where j.line = i.line and i.outcome is null;

insert into pupil_year (school_urn, academic_year, pupil_id, year_group, sex, disadvantaged, sen_provision, eal,
                        looked_after, prior_attainment, mobile, source_system, source_updated_at)
select school_urn, academic_year, pupil_id, year_group, sex, disadvantaged, sen_provision, eal,
       looked_after, prior_attainment, mobile, source_system, source_updated_at
from incoming_pupil
where outcome in ('CREATED', 'UPDATED', 'NEWER')
on conflict (school_urn, academic_year, pupil_id) do update
set year_group        = excluded.year_group,
    sex               = excluded.sex,
    disadvantaged     = excluded.disadvantaged,
    sen_provision     = excluded.sen_provision,
    eal               = excluded.eal,
    looked_after      = excluded.looked_after,
    prior_attainment  = excluded.prior_attainment,
    mobile            = excluded.mobile,
    source_system     = excluded.source_system,
    source_updated_at = excluded.source_updated_at;

-- What the pupils say of the intake of their schools.
insert into school_context as c (school_urn, academic_year, disadvantaged_percent, sen_support_percent, ehcp_percent,
                                 eal_percent)
select school_urn, academic_year,
       round(100.0 * count(*) filter (where disadvantaged) / count(*), 2),
       round(100.0 * count(*) filter (where sen_provision = 'K') / count(*), 2),
       round(100.0 * count(*) filter (where sen_provision = 'E') / count(*), 2),
       round(100.0 * count(*) filter (where eal) / count(*), 2)
from pupil_year
where (school_urn, academic_year) in (select distinct school_urn, academic_year from incoming_pupil
                                      where outcome in ('CREATED', 'UPDATED'))
group by school_urn, academic_year
on conflict (school_urn, academic_year) do update
set disadvantaged_percent = excluded.disadvantaged_percent,
    sen_support_percent   = excluded.sen_support_percent,
    ehcp_percent          = excluded.ehcp_percent,
    eal_percent           = excluded.eal_percent
where (c.disadvantaged_percent, c.sen_support_percent, c.ehcp_percent, c.eal_percent)
    is distinct from (excluded.disadvantaged_percent, excluded.sen_support_percent, excluded.ehcp_percent,
                      excluded.eal_percent);
