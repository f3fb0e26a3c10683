-- How many pupils are in the cells of some schools and years, in what is hidden together. In everything that is computed
-- (family and sheet are empty): the eligible. In a measure and term where a value rests on fewer, and in what is pushed, which
-- stands for itself: those in it. A group of unknown size may be a single pupil.
-- Parameters: urns and years, in pairs.
with asked as (
    select distinct urn as school_urn, year as academic_year
    from unnest(cast(:urns as int[]), cast(:years as int[])) t (urn, year)),
apart as (
    select o.school_urn, o.academic_year, o.measure_code, o.assessment_point, o.source
    from asked join outcome o using (school_urn, academic_year)
    where o.source <> 'published' and {scope:o.school_urn}
    group by o.school_urn, o.academic_year, o.measure_code, o.assessment_point, o.source
    having o.source = 'pushed' or bool_or(o.cohort_size is null or o.counted < o.cohort_size or o.coverage < 1)),
sized as (
    select o.school_urn, o.academic_year, '' as family, '' as sheet, o.cohort, o.pupil_group,
           case when o.pupil_group = 'ALL' then min(o.cohort_size) else min(coalesce(o.cohort_size, 1)) end as size
    from asked join outcome o using (school_urn, academic_year)
    where o.source = 'computed' and {scope:o.school_urn}
    group by o.school_urn, o.academic_year, o.cohort, o.pupil_group
    union all
    select o.school_urn, o.academic_year, {family}, o.measure_code || ' ' || o.assessment_point, o.cohort, o.pupil_group,
           case when o.pupil_group = 'ALL' then least(o.cohort_size, o.counted)
                else coalesce(least(o.cohort_size, o.counted), 1) end
    from apart
         join outcome o using (school_urn, academic_year, measure_code, assessment_point, source)
         join measure m on m.code = o.measure_code
    where {scope:o.school_urn})
select * from sized where size is not null
