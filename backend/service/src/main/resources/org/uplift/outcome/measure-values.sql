-- Values that schools have counted themselves: surveys, staff absence, turnover. In a term the newest date counts, and of
-- one date what was sent last. What is unchanged is not written.
-- Parameters: urns and years, in pairs.
with touched as (
    select distinct urn as school_urn, year as academic_year
    from unnest(cast(:urns as int[]), cast(:years as int[])) t (urn, year)),
pushed as (
    select distinct on (v.school_urn, v.measure_code, v.academic_year, term_of(v.dated))
           v.school_urn, v.measure_code, v.academic_year, term_name(term_of(v.dated)) as assessment_point, v.value,
           v.cohort_size, v.dated
    from touched t
         join measure_value v using (school_urn, academic_year)
         join source_system s on s.id = v.source_id
    where v.school_urn = any (cast(:urns as int[])) and v.academic_year = any (cast(:years as int[]))
    order by v.school_urn, v.measure_code, v.academic_year, term_of(v.dated), v.dated desc, v.source_updated_at desc, s.code),
gone as (
    delete from outcome o
    where o.ctid = any (array(
        select k.ctid
        from touched t
             join outcome k using (school_urn, academic_year)
             left join pushed p
                 using (school_urn, measure_code, academic_year, assessment_point)
        where k.school_urn = any (cast(:urns as int[])) and k.academic_year = any (cast(:years as int[])) and k.source = 'pushed'
          and p.school_urn is null))),
stored as (
    insert into outcome as o (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source, value,
                              cohort_size, counted, result_status, dated)
    select school_urn, measure_code, academic_year, assessment_point, 'ALL', 'ALL', 'pushed', value, cohort_size, cohort_size,
           'final', dated
    from pushed
    on conflict (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source) do update
    set value       = excluded.value,
        cohort_size = excluded.cohort_size,
        counted     = excluded.counted,
        dated       = excluded.dated
    where (o.value, o.cohort_size, o.counted, o.dated)
        is distinct from (excluded.value, excluded.cohort_size, excluded.counted, excluded.dated)
    returning 1)
select count(*) from stored
