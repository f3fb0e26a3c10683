-- What the pupils say of the intake of their schools. What similar schools are found by is left out where it would tell of five pupils or
-- fewer.
insert into school_context as c (school_urn, academic_year, disadvantaged_percent, sen_support_percent, ehcp_percent,
                                 eal_percent, pupils, prior_attainment, mobile_percent)
select school_urn, academic_year,
       round(100.0 * count(*) filter (where disadvantaged) / count(*), 2),
       round(100.0 * count(*) filter (where sen_provision = 'K') / count(*), 2),
       round(100.0 * count(*) filter (where sen_provision = 'E') / count(*), 2),
       round(100.0 * count(*) filter (where eal) / count(*), 2),
       case when count(*) > 5 then count(*) end,
       case when count(*) > 5 then
           avg(case prior_attainment when 'low' then 1 when 'middle' then 2 when 'high' then 3 end) end,
       case when count(*) > 5 then 100.0 * count(*) filter (where mobile) / nullif(count(mobile), 0) end
from pupil_year
where school_urn = any ({schools}) and academic_year = any ({years})
group by school_urn, academic_year
on conflict (school_urn, academic_year) do update
set disadvantaged_percent = excluded.disadvantaged_percent,
    sen_support_percent   = excluded.sen_support_percent,
    ehcp_percent          = excluded.ehcp_percent,
    eal_percent           = excluded.eal_percent,
    pupils                = excluded.pupils,
    prior_attainment      = excluded.prior_attainment,
    mobile_percent        = excluded.mobile_percent
where (c.disadvantaged_percent, c.sen_support_percent, c.ehcp_percent, c.eal_percent, c.pupils, c.prior_attainment, c.mobile_percent)
    is distinct from (excluded.disadvantaged_percent, excluded.sen_support_percent, excluded.ehcp_percent,
                      excluded.eal_percent, excluded.pupils, excluded.prior_attainment, excluded.mobile_percent);
