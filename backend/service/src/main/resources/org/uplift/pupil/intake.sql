-- What the pupils say of the intake of their schools.
insert into school_context as c (school_urn, academic_year, disadvantaged_percent, sen_support_percent, ehcp_percent,
                                 eal_percent)
select school_urn, academic_year,
       round(100.0 * count(*) filter (where disadvantaged) / count(*), 2),
       round(100.0 * count(*) filter (where sen_provision = 'K') / count(*), 2),
       round(100.0 * count(*) filter (where sen_provision = 'E') / count(*), 2),
       round(100.0 * count(*) filter (where eal) / count(*), 2)
from pupil_year
where school_urn = any ({schools}) and academic_year = any ({years})
group by school_urn, academic_year
on conflict (school_urn, academic_year) do update
set disadvantaged_percent = excluded.disadvantaged_percent,
    sen_support_percent   = excluded.sen_support_percent,
    ehcp_percent          = excluded.ehcp_percent,
    eal_percent           = excluded.eal_percent
where (c.disadvantaged_percent, c.sen_support_percent, c.ehcp_percent, c.eal_percent)
    is distinct from (excluded.disadvantaged_percent, excluded.sen_support_percent, excluded.ehcp_percent,
                      excluded.eal_percent);
