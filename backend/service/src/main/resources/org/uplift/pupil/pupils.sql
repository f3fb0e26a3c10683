-- Takes the staged pupils in and says what became of them. One row of a pupil, school and year counts: the newest, and
-- of equally new ones the last.
-- Needs: incoming_pupil; the lock of each school; new-pupils.sql has made every pupil known.
with placed as (
    select i.*, u.pupil_id,
           row_number() over (partition by i.school_urn, i.academic_year, u.pupil_id
                              order by i.source_updated_at desc, i.line desc) as place
    from incoming_pupil i
         join lateral (select b.pupil_id from pupil_by_upn b where b.upn_hash = i.upn_hash {one by one}) u on true),
settled as materialized (
    select p.*,
           case
               when p.place > 1 then 'UNCHANGED'
               when y.pupil_id is null then 'CREATED'
               when p.source_updated_at < y.source_updated_at then 'UNCHANGED'
               when (y.year_group, y.sex, y.disadvantaged, y.sen_provision, y.eal, y.looked_after, y.prior_attainment,
                     y.mobile, y.source_system)
                   is distinct from (p.year_group, p.sex, p.disadvantaged, p.sen_provision, p.eal, p.looked_after,
                                     p.prior_attainment, p.mobile, p.source_system) then 'UPDATED'
               when p.source_updated_at > y.source_updated_at then 'NEWER'
               else 'UNCHANGED' end as outcome
    from placed p
         left join pupil_year y
             on y.school_urn = p.school_urn and y.academic_year = p.academic_year and y.pupil_id = p.pupil_id
                and y.school_urn = any ({schools}) and y.academic_year = any ({years})),
created as (
    insert into pupil_year (school_urn, academic_year, pupil_id, year_group, sex, disadvantaged, sen_provision, eal,
                            looked_after, prior_attainment, mobile, source_system, source_updated_at)
    select school_urn, academic_year, pupil_id, year_group, sex, disadvantaged, sen_provision, eal, looked_after,
           prior_attainment, mobile, source_system, source_updated_at
    from settled
    where outcome = 'CREATED'),
changed as (
    update pupil_year y
    set year_group        = s.year_group,
        sex               = s.sex,
        disadvantaged     = s.disadvantaged,
        sen_provision     = s.sen_provision,
        eal               = s.eal,
        looked_after      = s.looked_after,
        prior_attainment  = s.prior_attainment,
        mobile            = s.mobile,
        source_system     = s.source_system,
        source_updated_at = s.source_updated_at
    from settled s
    where s.outcome in ('UPDATED', 'NEWER')
      and y.school_urn = s.school_urn and y.academic_year = s.academic_year and y.pupil_id = s.pupil_id),
arrived as (
    insert into arrived_pupil (school_urn, academic_year, upn_hash)
    select s.school_urn, s.academic_year, u.upn_hash
    from settled s
         join pupil_by_upn u on u.pupil_id = s.pupil_id
    where s.outcome = 'CREATED'
      and exists (select from quarantine q where q.upn_hash = u.upn_hash and q.school_urn = s.school_urn))
select {lines} as lines, outcome, school_urn, academic_year, 'PUPIL' as source, cast(count(*) as int) as number
from settled
group by 2, 3, 4
