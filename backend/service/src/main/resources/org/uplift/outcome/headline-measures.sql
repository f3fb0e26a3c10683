-- Computes measures from the rows of pupils, for each cohort and group of them. What feeds them stands in a file of its own
-- that says, for each school, year, point, cohort and group, what a value is made of:
--   measured (school_urn, academic_year, assessment_point, cohort, pupil_group, measure_code, part, whole, squares, counted,
--             with_rows, pupils, status, dated)
-- part and whole: met and pupils of a share, sum and number of a mean (squares: the sum of squares), two counts of a rate.
-- Denominator: the pupils whom the school has sent for the year; a non-mark, or no row, does not meet the standard, and a
-- pupil without all rows that a measure needs lowers its coverage. What is unchanged is not written.
-- Parameters: urns and years, in pairs; fed_by, the rows that have changed. What is said twice of them, pairs and lists, lets the
-- planner leave out the other partitions.
with touched as (
    select distinct urn as school_urn, year as academic_year
    from unnest(cast(:urns as int[]), cast(:years as int[])) t (urn, year)),
{measured},
computed as (
    select c.school_urn, c.measure_code, c.academic_year, c.assessment_point, c.cohort, c.pupil_group,
           trim_scale(round(case when m.computed_as = 'MEAN' then cast(c.part as numeric) / c.whole
                                 else 100.0 * c.part / c.whole end, 6)) as value,
           case when m.computed_as <> 'MEAN' then c.part end as numerator,
           case when m.computed_as <> 'MEAN' then c.whole end as denominator,
           c.pupils as cohort_size, c.counted, round(cast(c.with_rows as numeric) / c.pupils, 4) as coverage,
           case m.computed_as when 'SHARE' then share_limit(cast(c.part as bigint), cast(c.whole as bigint), -1)
                              when 'MEAN' then mean_limit(c.part, c.squares, cast(c.whole as bigint), -1) end as confidence_lower,
           case m.computed_as when 'SHARE' then share_limit(cast(c.part as bigint), cast(c.whole as bigint), 1)
                              when 'MEAN' then mean_limit(c.part, c.squares, cast(c.whole as bigint), 1) end as confidence_upper,
           case c.status when 3 then 'final' when 2 then 'revised' else 'provisional' end as result_status, c.dated
    from measured c join measure m on m.code = c.measure_code
    where c.pupil_group is not null and c.with_rows > 0 and c.whole > 0),
known as (
    select o.*, o.ctid as place
    from touched t join outcome o using (school_urn, academic_year)
    where o.school_urn = any (cast(:urns as int[])) and o.academic_year = any (cast(:years as int[])) and o.source = 'computed'
      and o.measure_code in (select code from measure where fed_by = :fed_by)),
gone as (
    delete from outcome o
    where o.ctid = any (array(
        select k.place
        from known k left join computed c using (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group)
        where c.school_urn is null))),
stored as (
    insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source, value,
                         numerator, denominator, cohort_size, counted, coverage, confidence_lower, confidence_upper,
                         result_status, dated)
    select school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, 'computed', c.value, c.numerator,
           c.denominator, c.cohort_size, c.counted, c.coverage, c.confidence_lower, c.confidence_upper, c.result_status, c.dated
    from computed c
         left join known k using (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group)
    where (k.value, k.numerator, k.denominator, k.cohort_size, k.counted, k.coverage, k.confidence_lower, k.confidence_upper,
           k.result_status, k.dated)
        is distinct from (c.value, c.numerator, c.denominator, c.cohort_size, c.counted, c.coverage, c.confidence_lower,
                          c.confidence_upper, c.result_status, c.dated)
    on conflict (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source) do update
    set value            = excluded.value,
        numerator        = excluded.numerator,
        denominator      = excluded.denominator,
        cohort_size      = excluded.cohort_size,
        counted          = excluded.counted,
        coverage         = excluded.coverage,
        confidence_lower = excluded.confidence_lower,
        confidence_upper = excluded.confidence_upper,
        result_status    = excluded.result_status,
        dated            = excluded.dated
    returning 1)
select count(*) from stored
