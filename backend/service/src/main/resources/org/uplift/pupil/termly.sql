-- Takes staged rows of pupils and terms in and says what became of them, as results.sql does for results.
-- Needs: incoming_{table}; its source systems made known; the lock of each school.
with placed as (
    select i.*, o.id as source_id, k.pupil_id,
           row_number() over (partition by i.school_urn, i.academic_year, i.term, o.id, k.pupil_id,
                                           case when k.pupil_id is null then i.upn_hash end
                              order by i.source_updated_at desc, i.line desc) as place
    from incoming_{table} i
         join source_system o on o.code = i.source_system
         left join lateral (select y.pupil_id
                            from pupil_by_upn u join pupil_year y on y.pupil_id = u.pupil_id
                            where u.upn_hash = i.upn_hash and y.school_urn = i.school_urn and y.academic_year = i.academic_year
                              and y.school_urn = any ({schools}) and y.academic_year = any ({years})
                            {one by one}) k on true),
settled as materialized (
    select p.*,
           case
               when p.place > 1 then 'UNCHANGED'
               when p.pupil_id is null then 'QUARANTINED'
               when r.pupil_id is null then 'CREATED'
               when p.source_updated_at < r.source_updated_at then 'UNCHANGED'
               when ({r.values}) is distinct from ({p.values}) then 'UPDATED'
               when p.source_updated_at > r.source_updated_at then 'NEWER'
               else 'UNCHANGED' end as outcome
    from placed p
         left join {table} r
             on r.school_urn = p.school_urn and r.academic_year = p.academic_year and r.term = p.term
                and r.source_id = p.source_id and r.pupil_id = p.pupil_id
                and r.school_urn = any ({schools}) and r.academic_year = any ({years})),
created as (
    insert into {table} (school_urn, academic_year, term, pupil_id, source_id, {values}, source_updated_at, job_id)
    select school_urn, academic_year, term, pupil_id, source_id, {values}, source_updated_at, {job}
    from settled
    where outcome = 'CREATED'),
changed as (
    update {table} r
    set ({values}, source_updated_at, job_id) = ({s.values}, s.source_updated_at, {job})
    from settled s
    where s.outcome in ('UPDATED', 'NEWER')
      and r.school_urn = s.school_urn and r.academic_year = s.academic_year and r.term = s.term
      and r.source_id = s.source_id and r.pupil_id = s.pupil_id
      and r.school_urn = any ({schools}) and r.academic_year = any ({years})),
waiting as (
    insert into quarantine as q (id, kind, fingerprint, job_id, line, school_urn, qualifier, upn_hash, cells, code, message,
                                 received_at, source_updated_at)
    select new_id(), '{kind}',
           sha256(convert_to(concat_ws('/', school_urn, academic_year, term, source_id, encode(upn_hash, 'hex')), 'UTF8')),
           {job}, line, school_urn, cast(academic_year as text), upn_hash,
           to_jsonb(settled) - array ['line', 'school_urn', 'academic_year', 'upn_hash', 'pupil_id', 'place', 'outcome',
                                      'source_updated_at'],
           'unknown-pupil', 'This school has not sent this pupil for this year.', {now}, source_updated_at
    from settled
    where outcome = 'QUARANTINED'
    on conflict (kind, fingerprint) do update
    set job_id            = excluded.job_id,
        line              = excluded.line,
        cells             = excluded.cells,
        received_at       = excluded.received_at,
        source_updated_at = excluded.source_updated_at
    where q.source_updated_at <= excluded.source_updated_at)
select {lines} as lines, outcome, school_urn, academic_year, '{source}' as source, cast(count(*) as int) as number
from settled
group by 2, 3, 4
