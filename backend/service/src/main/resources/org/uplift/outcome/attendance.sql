-- Absence, of every year group and of the whole school: from the start of the year to the end of each term, as it is
-- published nationally, and of the term alone. A pupil is persistently or severely absent by their own possible sessions.
-- Where two systems send the same term of a pupil, the newer row counts. Covered are the pupils with sessions in the term,
-- and of a term that is not over no more than what is over of it: until then it is provisional, and no target is reached or
-- missed by it.
settled as (
    select distinct on (a.school_urn, a.academic_year, a.pupil_id, a.term)
           a.school_urn, a.academic_year, a.pupil_id, a.term, a.sessions_possible as possible,
           a.sessions_authorised_absence + a.sessions_unauthorised_absence as absent, a.source_updated_at
    from touched t
         join attendance a using (school_urn, academic_year)
         join source_system s on s.id = a.source_id
    where a.school_urn = any (cast(:urns as int[])) and a.academic_year = any (cast(:years as int[]))
    order by a.school_urn, a.academic_year, a.pupil_id, a.term, a.source_updated_at desc, s.code),
terms as (
    select school_urn, academic_year, term, term_day(academic_year, term, sent) as dated, term_share(academic_year, term, sent) as share
    from (select school_urn, academic_year, term, max(cast(source_updated_at at time zone 'UTC' as date)) as sent
          from settled
          group by school_urn, academic_year, term) sending),
by_pupil as (
    select t.school_urn, t.academic_year, t.term, t.dated, s.pupil_id,
           sum(s.possible) as possible, sum(s.absent) as absent,
           coalesce(sum(s.possible) filter (where s.term = t.term), 0) as term_possible,
           coalesce(sum(s.absent) filter (where s.term = t.term), 0) as term_absent
    from terms t join settled s on s.school_urn = t.school_urn and s.academic_year = t.academic_year and s.term <= t.term
    group by t.school_urn, t.academic_year, t.term, t.dated, s.pupil_id),
limits as materialized (
    select academic_year, parameter_of('PERSISTENT_ABSENCE', academic_year) as persistent,
           parameter_of('SEVERE_ABSENCE', academic_year) as severe
    from (select distinct academic_year from touched) years),
pupils as (
    select y.sex, y.disadvantaged, y.sen_provision, y.eal, y.looked_after, y.prior_attainment, y.mobile, y.year_group as cohort,
           t.school_urn, t.academic_year, term_name(t.term) as assessment_point, t.dated, t.share, b.possible, b.absent,
           b.term_possible, b.term_absent,
           b.possible > 0 and 100 * b.absent >= l.persistent * b.possible as persistent,
           b.possible > 0 and 100 * b.absent >= l.severe * b.possible as severe,
           b.term_possible > 0 and 100 * b.term_absent >= l.persistent * b.term_possible as term_persistent,
           b.term_possible > 0 and 100 * b.term_absent >= l.severe * b.term_possible as term_severe
    from terms t
         join limits l using (academic_year)
         join pupil_year y using (school_urn, academic_year)
         left join by_pupil b using (school_urn, academic_year, term, pupil_id)
    where y.school_urn = any (cast(:urns as int[])) and y.academic_year = any (cast(:years as int[]))),
year_groups as (
    select school_urn, academic_year, assessment_point, dated, share, cohort,
           {pupil_group},
           count(*) as pupils, sum(possible) as possible, sum(absent) as absent,
           count(*) filter (where possible > 0) as with_rows, count(*) filter (where persistent) as persistent,
           count(*) filter (where severe) as severe, sum(term_possible) as term_possible, sum(term_absent) as term_absent,
           count(*) filter (where term_possible > 0) as term_rows, count(*) filter (where term_persistent) as term_persistent,
           count(*) filter (where term_severe) as term_severe
    from pupils
    group by school_urn, academic_year, assessment_point, dated, share, cohort, {breakdowns}),
grouped as (
    select * from year_groups
    union all
    select school_urn, academic_year, assessment_point, dated, share, 'ALL', pupil_group, sum(pupils), sum(possible), sum(absent),
           sum(with_rows), sum(persistent), sum(severe), sum(term_possible), sum(term_absent), sum(term_rows),
           sum(term_persistent), sum(term_severe)
    from year_groups
    group by school_urn, academic_year, assessment_point, dated, share, pupil_group),
measured as (
    select g.school_urn, g.academic_year, g.assessment_point, g.cohort, g.pupil_group, g.dated, g.pupils,
           g.term_rows * g.share as with_rows, cast(null as numeric) as squares, case when g.share < 1 then 1 else 3 end as status, m.*
    from grouped g,
         lateral (values
             ('ATT_OVERALL_ABSENCE', absent, possible, with_rows),
             ('ATT_PERSISTENT_ABSENCE', persistent, pupils, pupils),
             ('ATT_SEVERE_ABSENCE', severe, pupils, pupils),
             ('ATT_OVERALL_ABSENCE_TERM', term_absent, term_possible, term_rows),
             ('ATT_PERSISTENT_ABSENCE_TERM', term_persistent, pupils, pupils),
             ('ATT_SEVERE_ABSENCE_TERM', term_severe, pupils, pupils)
         ) m (measure_code, part, whole, counted))
