-- Takes the staged values in and says what became of them. One row of a natural key counts: the newest, and of equally
-- new ones the last.
-- Needs: incoming_measure_value; its source systems made known; the lock of each school.
with placed as (
    select i.line, i.school_urn, i.academic_year, i.measure_code, i.dated, cast(i.value as numeric) as value,
           i.cohort_size, i.source_updated_at, o.id as source_id,
           row_number() over (partition by i.school_urn, i.academic_year, i.measure_code, i.dated, o.id
                              order by i.source_updated_at desc, i.line desc) as place
    from incoming_measure_value i
         join source_system o on o.code = i.source_system),
settled as materialized (
    select p.*,
           case
               when p.place > 1 then 'UNCHANGED'
               when v.school_urn is null then 'CREATED'
               when p.source_updated_at < v.source_updated_at then 'UNCHANGED'
               when (v.value, v.cohort_size) is distinct from (p.value, p.cohort_size) then 'UPDATED'
               when p.source_updated_at > v.source_updated_at then 'NEWER'
               else 'UNCHANGED' end as outcome
    from placed p
         left join measure_value v
             on (v.school_urn, v.academic_year, v.measure_code, v.dated, v.source_id)
                = (p.school_urn, p.academic_year, p.measure_code, p.dated, p.source_id)),
stored as (
    insert into measure_value (school_urn, academic_year, measure_code, dated, source_id, value, cohort_size,
                               source_updated_at, job_id)
    select school_urn, academic_year, measure_code, dated, source_id, value, cohort_size, source_updated_at, {job}
    from settled
    where outcome in ('CREATED', 'UPDATED', 'NEWER')
    on conflict (school_urn, academic_year, measure_code, dated, source_id) do update
    set value             = excluded.value,
        cohort_size       = excluded.cohort_size,
        source_updated_at = excluded.source_updated_at,
        job_id            = excluded.job_id)
select {lines} as lines, outcome, school_urn, academic_year, 'MEASURE_VALUE' as source, cast(count(*) as int) as number
from settled
group by 2, 3, 4
