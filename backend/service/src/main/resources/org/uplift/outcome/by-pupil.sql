-- Measures for which a pupil meets a standard or not, or has a score. What feeds them stands in by_pupil (school_urn,
-- academic_year, assessment_point, pupil_id, measure_code, met, score, complete, status, dated).
pupils as (
    select y.sex, y.disadvantaged, y.sen_provision, y.eal, y.looked_after, y.prior_attainment, y.mobile, y.year_group as cohort,
           p.school_urn, p.academic_year, p.assessment_point, p.measure_code, b.met, b.score, b.complete, b.status, b.dated
    from touched
         join (select distinct school_urn, academic_year, assessment_point, measure_code from by_pupil) p
             using (school_urn, academic_year)
         join measure m on m.code = p.measure_code
         join pupil_year y on y.school_urn = p.school_urn and y.academic_year = p.academic_year
             and y.year_group = coalesce(m.year_group, y.year_group)
         left join by_pupil b on b.school_urn = p.school_urn and b.academic_year = p.academic_year
             and b.assessment_point = p.assessment_point and b.measure_code = p.measure_code and b.pupil_id = y.pupil_id
    where y.school_urn = any (cast(:urns as int[])) and y.academic_year = any (cast(:years as int[]))),
grouped as (
    select school_urn, academic_year, assessment_point, cohort, measure_code,
           {pupil_group},
           count(*) as pupils, count(*) filter (where met) as met, count(score) as scores, sum(score) as total,
           sum(score * score) as squares, count(*) filter (where complete) as with_rows, min(status) as status,
           max(dated) as dated
    from pupils
    group by school_urn, academic_year, assessment_point, cohort, measure_code, {breakdowns}),
measured as (
    select g.school_urn, g.academic_year, g.assessment_point, g.cohort, g.pupil_group, g.measure_code, g.pupils,
           case m.computed_as when 'MEAN' then g.total else g.met end as part,
           case m.computed_as when 'MEAN' then g.scores else g.pupils end as whole,
           case m.computed_as when 'MEAN' then g.scores else g.pupils end as counted,
           g.squares, g.with_rows, g.status, g.dated
    from grouped g join measure m on m.code = g.measure_code)
