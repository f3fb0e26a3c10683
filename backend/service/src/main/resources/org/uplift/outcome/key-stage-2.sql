-- The headline measures of key stage 2, by school, academic year, assessment point and group of pupils.
-- Denominator: every pupil of year 6 that the school has sent; a non-mark, or no row, does not meet the standard, and a
-- pupil without all rows that a measure needs lowers its coverage. An average is over the pupils with a score. Where two
-- systems send the same result, the more settled one counts, then the newer.
-- Parameters: urns and years, in pairs.
with touched as (
    select distinct urn as school_urn, year as academic_year
    from unnest(cast(:urns as int[]), cast(:years as int[])) t (urn, year)),
eligible as (
    select y.*
    from touched t join pupil_year y using (school_urn, academic_year)
    where y.year_group = '6'),
counted as (
    select distinct on (r.school_urn, r.academic_year, s.assessment_point, r.pupil_id, s.subject)
           r.school_urn, r.academic_year, s.assessment_point, r.pupil_id, s.subject, r.score,
           coalesce(g.expected, false) as expected, coalesce(g.higher, false) as higher, r.status, r.result_date
    from touched t
         join result r using (school_urn, academic_year)
         join result_slot s on s.id = r.slot_id
         left join result_grade rg on rg.id = r.grade_id
         left join assessment_grade g on g.grade_set = rg.grade_set and g.grade = rg.grade
    where s.assessment_code = 'KS2' and s.facet = 'achieved'
      and (s.subject, s.component) in (('REA', 'TEST'), ('MAT', 'TEST'), ('GPS', 'TEST'), ('WRI', 'TA'))
    order by r.school_urn, r.academic_year, s.assessment_point, r.pupil_id, s.subject, r.status desc,
             r.source_updated_at desc, s.source_system),
points as (
    select distinct school_urn, academic_year, assessment_point from counted),
pupils as (
    select e.school_urn, e.academic_year, p.assessment_point, e.pupil_id, e.sex, e.disadvantaged, e.sen_provision, e.eal,
           e.looked_after, e.prior_attainment, e.mobile,
           bool_or(c.subject = 'REA') as has_rea, bool_or(c.subject = 'MAT') as has_mat,
           bool_or(c.subject = 'GPS') as has_gps, bool_or(c.subject = 'WRI') as has_wri,
           max(c.score) filter (where c.subject = 'REA') as rea, max(c.score) filter (where c.subject = 'MAT') as mat,
           max(c.score) filter (where c.subject = 'GPS') as gps,
           bool_or(c.expected) filter (where c.subject = 'WRI') as wri, bool_or(c.higher) filter (where c.subject = 'WRI') as wri_higher,
           min(c.status) filter (where c.subject = 'REA') as rea_status, max(c.result_date) filter (where c.subject = 'REA') as rea_date,
           min(c.status) filter (where c.subject = 'MAT') as mat_status, max(c.result_date) filter (where c.subject = 'MAT') as mat_date,
           min(c.status) filter (where c.subject = 'GPS') as gps_status, max(c.result_date) filter (where c.subject = 'GPS') as gps_date,
           min(c.status) filter (where c.subject = 'WRI') as wri_status, max(c.result_date) filter (where c.subject = 'WRI') as wri_date
    from eligible e
         join points p using (school_urn, academic_year)
         left join counted c using (school_urn, academic_year, assessment_point, pupil_id)
    group by e.school_urn, e.academic_year, p.assessment_point, e.pupil_id, e.sex, e.disadvantaged, e.sen_provision, e.eal,
             e.looked_after, e.prior_attainment, e.mobile),
measured as (
    select p.*, m.*
    from pupils p,
         lateral (values
             ('KS2_READ_EXP', coalesce(rea >= 100, false), cast(null as numeric), coalesce(has_rea, false), rea_status, rea_date),
             ('KS2_READ_AVG', null, rea, coalesce(has_rea, false), rea_status, rea_date),
             ('KS2_MAT_EXP', coalesce(mat >= 100, false), null, coalesce(has_mat, false), mat_status, mat_date),
             ('KS2_MAT_AVG', null, mat, coalesce(has_mat, false), mat_status, mat_date),
             ('KS2_GPS_EXP', coalesce(gps >= 100, false), null, coalesce(has_gps, false), gps_status, gps_date),
             ('KS2_WRIT_EXP', coalesce(wri, false), null, coalesce(has_wri, false), wri_status, wri_date),
             ('KS2_RWM_EXP', coalesce(rea >= 100 and mat >= 100 and wri, false), null,
              coalesce(has_rea and has_mat and has_wri, false),
              least(rea_status, mat_status, wri_status), greatest(rea_date, mat_date, wri_date)),
             ('KS2_RWM_HIGH', coalesce(rea >= 110 and mat >= 110 and wri_higher, false), null,
              coalesce(has_rea and has_mat and has_wri, false),
              least(rea_status, mat_status, wri_status), greatest(rea_date, mat_date, wri_date))
         ) m (measure_code, met, score, has_rows, row_status, row_date)),
grouped as (
    select m.*, g.pupil_group
    from measured m,
         lateral (values
             ('ALL', true), ('MALE', sex = 'M'), ('FEMALE', sex = 'F'),
             ('DISADVANTAGED', disadvantaged), ('NOT_DISADVANTAGED', not disadvantaged),
             ('NO_SEN', sen_provision = 'N'), ('SEN_SUPPORT', sen_provision = 'K'), ('EHCP', sen_provision = 'E'),
             ('EAL', eal), ('NOT_EAL', not eal), ('LOOKED_AFTER', looked_after), ('MOBILE', mobile),
             ('PRIOR_LOW', prior_attainment = 'low'), ('PRIOR_MIDDLE', prior_attainment = 'middle'),
             ('PRIOR_HIGH', prior_attainment = 'high')
         ) g (pupil_group, belongs)
    where g.belongs),
computed as (
    select school_urn, measure_code, academic_year, assessment_point, pupil_group,
           case when bool_or(met is not null) then 100.0 * count(*) filter (where met) / count(*) else avg(score) end as value,
           case when bool_or(met is not null) then count(*) filter (where met) end as numerator,
           count(*) as cohort_size,
           cast(count(*) filter (where has_rows) as numeric) / count(*) as coverage,
           min(row_status) as status, max(row_date) as dated
    from grouped
    group by school_urn, measure_code, academic_year, assessment_point, pupil_group
    having count(*) filter (where has_rows) > 0),
gone as (
    delete from outcome o
    using touched t
    where o.school_urn = t.school_urn and o.academic_year = t.academic_year and o.source = 'computed' and o.cohort = '6'
      and o.measure_code like 'KS2%'
      and not exists (select from computed c
                      where (c.school_urn, c.measure_code, c.academic_year, c.assessment_point, c.pupil_group)
                            = (o.school_urn, o.measure_code, o.academic_year, o.assessment_point, o.pupil_group))),
stored as (
    insert into outcome as o (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source, value,
                              numerator, cohort_size, coverage, result_status, dated)
    select school_urn, measure_code, academic_year, assessment_point, '6', pupil_group, 'computed', trim_scale(round(value, 6)),
           numerator, cohort_size, round(coverage, 4),
           case status when 3 then 'final' when 2 then 'revised' else 'provisional' end, dated
    from computed
    on conflict (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source) do update
    set value         = excluded.value,
        numerator     = excluded.numerator,
        cohort_size   = excluded.cohort_size,
        coverage      = excluded.coverage,
        result_status = excluded.result_status,
        dated         = excluded.dated
    where (o.value, o.numerator, o.cohort_size, o.coverage, o.result_status, o.dated)
        is distinct from (excluded.value, excluded.numerator, excluded.cohort_size, excluded.coverage,
                          excluded.result_status, excluded.dated)
    returning 1)
select count(*) from stored
