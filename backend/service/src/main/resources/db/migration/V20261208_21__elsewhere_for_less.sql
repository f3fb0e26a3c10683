-- What an answer about one measure of one school needs of all the others, for less.

-- What the pupils of a school and year are like, by which similar schools are found, stands with its intake: a push of pupils brings it up
-- to date. It was read from the pupils of every school, for each year of each answer. Schools of five pupils or fewer do not have it.
alter table school_context
    add column pupils           int,
    add column prior_attainment numeric,
    add column mobile_percent   numeric;
update school_context c
set pupils = p.pupils, prior_attainment = p.prior_attainment, mobile_percent = p.mobile_percent
from (select school_urn, academic_year, count(*) as pupils,
             avg(case prior_attainment when 'low' then 1 when 'middle' then 2 when 'high' then 3 end) as prior_attainment,
             100.0 * count(*) filter (where mobile) / nullif(count(mobile), 0) as mobile_percent
      from pupil_year
      group by school_urn, academic_year
      having count(*) > 5) p
where c.school_urn = p.school_urn and c.academic_year = p.academic_year;

-- The same distances as before, reckoned in floating point: the register has twenty thousand schools of a phase.
create or replace function similar_schools(of_urn int, at_year int, most int)
    returns table (urn int, name text, local_authority text, distance numeric, features int, number_on_roll numeric,
                   disadvantaged numeric, sen numeric, eal numeric, prior_attainment numeric, mobility numeric, region numeric)
    language sql
    stable
    security definer
    set search_path = public, pg_temp
begin atomic
    with latest as (
        select distinct on (c.school_urn) c.school_urn, c.number_on_roll, c.free_meals_percent, c.disadvantaged_percent,
               c.sen_support_percent, c.ehcp_percent, c.eal_percent
        from school_context c
        where c.academic_year <= at_year
        order by c.school_urn, c.academic_year desc),
    pupils as (
        select distinct on (c.school_urn) c.school_urn, c.prior_attainment, c.mobile_percent
        from school_context c
        where c.academic_year <= at_year and c.pupils > 5
        order by c.school_urn, c.academic_year desc),
    described as (
        select s.urn, s.name, s.local_authority, s.region,
               cast(coalesce(l.number_on_roll, s.number_on_roll) as float8) as number_on_roll,
               cast(coalesce(l.disadvantaged_percent, l.free_meals_percent) as float8) as disadvantaged,
               cast(l.sen_support_percent + coalesce(l.ehcp_percent, 0) as float8) as sen, cast(l.eal_percent as float8) as eal,
               cast(p.prior_attainment as float8) as prior_attainment, cast(p.mobile_percent as float8) as mobility
        from school s
             left join latest l on l.school_urn = s.urn
             left join pupils p on p.school_urn = s.urn
        where s.closed_on is null and s.phase = (select o.phase from school o where o.urn = of_urn)),
    spread as (
        select case when min(number_on_roll) < max(number_on_roll) then stddev_pop(number_on_roll) end as number_on_roll,
               case when min(disadvantaged) < max(disadvantaged) then stddev_pop(disadvantaged) end as disadvantaged,
               case when min(sen) < max(sen) then stddev_pop(sen) end as sen,
               case when min(eal) < max(eal) then stddev_pop(eal) end as eal,
               case when min(prior_attainment) < max(prior_attainment) then stddev_pop(prior_attainment) end as prior_attainment,
               case when min(mobility) < max(mobility) then stddev_pop(mobility) end as mobility
        from described),
    parts as (
        select d.urn, d.name, d.local_authority,
               abs(d.number_on_roll - o.number_on_roll) / s.number_on_roll as number_on_roll,
               abs(d.disadvantaged - o.disadvantaged) / s.disadvantaged as disadvantaged,
               abs(d.sen - o.sen) / s.sen as sen,
               abs(d.eal - o.eal) / s.eal as eal,
               abs(d.prior_attainment - o.prior_attainment) / s.prior_attainment as prior_attainment,
               abs(d.mobility - o.mobility) / s.mobility as mobility,
               case when d.region = o.region then 0.0 when d.region <> o.region then 1.0 end as region
        from described d
             join described o on o.urn = of_urn
             cross join spread s
        where d.urn <> of_urn and scope_person() is not null)
    select p.urn, p.name, p.local_authority,
           round(cast(sqrt((coalesce(p.number_on_roll ^ 2, 0) + coalesce(p.disadvantaged ^ 2, 0) + coalesce(p.sen ^ 2, 0)
                            + coalesce(p.eal ^ 2, 0) + coalesce(p.prior_attainment ^ 2, 0) + coalesce(p.mobility ^ 2, 0)
                            + coalesce(p.region, 0))
                           / num_nonnulls(p.number_on_roll, p.disadvantaged, p.sen, p.eal, p.prior_attainment, p.mobility,
                                          p.region)) as numeric), 4),
           num_nonnulls(p.number_on_roll, p.disadvantaged, p.sen, p.eal, p.prior_attainment, p.mobility, p.region),
           round(cast(p.number_on_roll as numeric), 4), round(cast(p.disadvantaged as numeric), 4), round(cast(p.sen as numeric), 4),
           round(cast(p.eal as numeric), 4), round(cast(p.prior_attainment as numeric), 4), round(cast(p.mobility as numeric), 4), p.region
    from parts p
    where num_nonnulls(p.number_on_roll, p.disadvantaged, p.sen, p.eal, p.prior_attainment, p.mobility) > 0
    order by 4, p.urn
    limit most;
end;

-- In years of which nothing is published there is no need to find similar schools.
create index outcome_published on outcome (measure_code, academic_year) where source = 'published';
create or replace function similar_outcomes(of_urn int, measure text, years smallint[])
    returns table (academic_year smallint, assessment_point text, cohort text, pupil_group text, value numeric)
    language sql
    stable
    security definer
    set search_path = public, pg_temp
begin atomic
    select o.academic_year, o.assessment_point, o.cohort, o.pupil_group,
           trim_scale(round(sum(o.value * o.cohort_size) / sum(o.cohort_size), 6))
    from (select year
          from unnest(years) year
          where exists (select from outcome p
                        where p.measure_code = measure and p.academic_year = year and p.source = 'published')) y
         cross join lateral similar_schools(of_urn, y.year, 15) s
         join outcome o on o.school_urn = s.urn and o.academic_year = y.year
    where o.measure_code = measure and o.source = 'published' and o.value is not null and o.cohort_size > 0
    group by o.academic_year, o.assessment_point, o.cohort, o.pupil_group
    having count(*) >= 3;
end;
