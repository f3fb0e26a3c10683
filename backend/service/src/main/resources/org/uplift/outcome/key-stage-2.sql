-- Key stage 2, of the pupils of year 6: the scaled scores of tests, and writing by teacher assessment.
{settled_results},
by_pupil as (
    select r.school_urn, r.academic_year, r.assessment_point, r.pupil_id,
           max(r.score) filter (where r.subject = 'REA') as rea,
           max(r.score) filter (where r.subject = 'MAT') as mat,
           max(r.score) filter (where r.subject = 'GPS') as gps,
           bool_or(coalesce(g.expected, false)) filter (where r.subject = 'WRI') as wri,
           bool_or(coalesce(g.higher, false)) filter (where r.subject = 'WRI') as wri_higher,
           max(r.status) filter (where r.subject = 'REA') as rea_status,
           max(r.status) filter (where r.subject = 'MAT') as mat_status,
           max(r.status) filter (where r.subject = 'GPS') as gps_status,
           max(r.status) filter (where r.subject = 'WRI') as wri_status,
           max(r.result_date) filter (where r.subject = 'REA') as rea_date,
           max(r.result_date) filter (where r.subject = 'MAT') as mat_date,
           max(r.result_date) filter (where r.subject = 'GPS') as gps_date,
           max(r.result_date) filter (where r.subject = 'WRI') as wri_date
    from settled r
         left join (result_grade rg join assessment_grade g using (grade_set, grade)) on rg.id = r.grade_id
    where (r.subject, r.component) in (('REA', 'TEST'), ('MAT', 'TEST'), ('GPS', 'TEST'), ('WRI', 'TA'))
    group by r.school_urn, r.academic_year, r.assessment_point, r.pupil_id),
pupils as (
    select y.sex, y.disadvantaged, y.sen_provision, y.eal, y.looked_after, y.prior_attainment, y.mobile, y.year_group as cohort,
           p.*, b.rea, b.mat, b.gps, b.wri, b.wri_higher, b.rea_status, b.mat_status, b.gps_status, b.wri_status, b.rea_date,
           b.mat_date, b.gps_date, b.wri_date
    from touched
         join pupil_year y using (school_urn, academic_year)
         join (select distinct school_urn, academic_year, assessment_point from by_pupil) p using (school_urn, academic_year)
         left join by_pupil b using (school_urn, academic_year, assessment_point, pupil_id)
    where y.school_urn = any (cast(:urns as int[])) and y.academic_year = any (cast(:years as int[])) and y.year_group = '6'),
grouped as (
    select school_urn, academic_year, assessment_point, cohort,
           {pupil_group},
           count(*) as pupils,
           count(*) filter (where rea >= 100) as rea_expected, count(rea_status) as rea_rows, count(rea) as rea_scores,
           sum(rea) as rea_sum, sum(rea * rea) as rea_squares, min(rea_status) as rea_status, max(rea_date) as rea_date,
           count(*) filter (where mat >= 100) as mat_expected, count(mat_status) as mat_rows, count(mat) as mat_scores,
           sum(mat) as mat_sum, sum(mat * mat) as mat_squares, min(mat_status) as mat_status, max(mat_date) as mat_date,
           count(*) filter (where gps >= 100) as gps_expected, count(gps_status) as gps_rows, min(gps_status) as gps_status,
           max(gps_date) as gps_date,
           count(*) filter (where wri) as wri_expected, count(wri_status) as wri_rows, min(wri_status) as wri_status,
           max(wri_date) as wri_date,
           count(*) filter (where rea >= 100 and mat >= 100 and wri) as expected,
           count(*) filter (where rea >= 110 and mat >= 110 and wri_higher) as higher,
           count(rea_status + mat_status + wri_status) as all_rows,
           least(min(rea_status), min(mat_status), min(wri_status)) as status,
           greatest(max(rea_date), max(mat_date), max(wri_date)) as dated
    from pupils
    group by school_urn, academic_year, assessment_point, cohort, {breakdowns}),
measured as (
    select g.school_urn, g.academic_year, g.assessment_point, g.cohort, g.pupil_group, g.pupils, m.*
    from grouped g,
         lateral (values
             ('KS2_READ_EXP', cast(rea_expected as numeric), pupils, cast(null as numeric), pupils, rea_rows, rea_status, rea_date),
             ('KS2_READ_AVG', rea_sum, rea_scores, rea_squares, rea_scores, rea_rows, rea_status, rea_date),
             ('KS2_MAT_EXP', mat_expected, pupils, null, pupils, mat_rows, mat_status, mat_date),
             ('KS2_MAT_AVG', mat_sum, mat_scores, mat_squares, mat_scores, mat_rows, mat_status, mat_date),
             ('KS2_GPS_EXP', gps_expected, pupils, null, pupils, gps_rows, gps_status, gps_date),
             ('KS2_WRIT_EXP', wri_expected, pupils, null, pupils, wri_rows, wri_status, wri_date),
             ('KS2_RWM_EXP', expected, pupils, null, pupils, all_rows, status, dated),
             ('KS2_RWM_HIGH', higher, pupils, null, pupils, all_rows, status, dated)
         ) m (measure_code, part, whole, squares, counted, with_rows, status, dated))
