-- Suspensions for each hundred pupils on roll, of every year group and of the whole school, from the start of the year to the
-- end of each term and of the term alone. A pupil without a row was not suspended, once the school has sent any row for the
-- term. Where two systems send the same term of a pupil, the newer row counts. Covered of a
-- term that is not over is what is over of it, and it is provisional.
settled as (
    select distinct on (a.school_urn, a.academic_year, a.pupil_id, a.term)
           a.school_urn, a.academic_year, a.pupil_id, a.term, a.suspensions, a.source_updated_at
    from touched t
         join suspension a using (school_urn, academic_year)
         join source_system s on s.id = a.source_id
    where a.school_urn = any (cast(:urns as int[])) and a.academic_year = any (cast(:years as int[]))
    order by a.school_urn, a.academic_year, a.pupil_id, a.term, a.source_updated_at desc, s.code),
terms as (
    select school_urn, academic_year, term, term_day(academic_year, term, sent) as dated, term_share(academic_year, term, sent) as share
    from (select school_urn, academic_year, term, max(cast(source_updated_at at time zone 'UTC' as date)) as sent
          from settled
          group by school_urn, academic_year, term) sending),
by_pupil as (
    select t.school_urn, t.academic_year, t.term, s.pupil_id, sum(s.suspensions) as suspensions,
           sum(s.suspensions) filter (where s.term = t.term) as term_suspensions
    from terms t join settled s on s.school_urn = t.school_urn and s.academic_year = t.academic_year and s.term <= t.term
    group by t.school_urn, t.academic_year, t.term, s.pupil_id),
pupils as (
    select y.sex, y.disadvantaged, y.sen_provision, y.eal, y.looked_after, y.prior_attainment, y.mobile, y.year_group as cohort,
           t.school_urn, t.academic_year, term_name(t.term) as assessment_point, t.dated, t.share, b.suspensions, b.term_suspensions
    from terms t
         join pupil_year y using (school_urn, academic_year)
         left join by_pupil b using (school_urn, academic_year, term, pupil_id)
    where y.school_urn = any (cast(:urns as int[])) and y.academic_year = any (cast(:years as int[]))),
year_groups as (
    select school_urn, academic_year, assessment_point, dated, share, cohort,
           {pupil_group},
           count(*) as pupils, coalesce(sum(suspensions), 0) as suspensions, coalesce(sum(term_suspensions), 0) as term_suspensions
    from pupils
    group by school_urn, academic_year, assessment_point, dated, share, cohort, {breakdowns}),
grouped as (
    select * from year_groups
    union all
    select school_urn, academic_year, assessment_point, dated, share, 'ALL', pupil_group, sum(pupils), sum(suspensions),
           sum(term_suspensions)
    from year_groups
    group by school_urn, academic_year, assessment_point, dated, share, pupil_group),
measured as (
    select g.school_urn, g.academic_year, g.assessment_point, g.cohort, g.pupil_group, g.dated, m.measure_code, m.part,
           cast(g.pupils as bigint) as whole, cast(g.pupils as bigint) as counted, g.pupils * g.share as with_rows,
           g.pupils, cast(null as numeric) as squares, case when g.share < 1 then 1 else 3 end as status
    from grouped g,
         lateral (values ('SUSPENSION_RATE', suspensions), ('SUSPENSION_RATE_TERM', term_suspensions)) m (measure_code, part))
