-- Takes the staged results in and says what became of them. A pupil is known when the school has sent them for that
-- year; a result of an unknown one waits. One row of a natural key counts: the newest, and of equally new ones the last.
-- Says {place}: 1 where no key comes twice; to rank a million rows takes longer than to look them up.
-- Needs: incoming_result; incoming_slot and incoming_grade with their ids; the lock of each school.
with placed as (
    select i.line, i.school_urn, i.academic_year, i.upn_hash, s.id as slot_id, s.assessment_code, k.pupil_id,
           g.id as grade_id, cast(i.hundredths * 0.01 as numeric(7, 2)) as score, i.status, i.result_date,
           i.source_updated_at,
           {place} as place
    from incoming_result i
         join incoming_slot s on s.no = i.slot_no
         left join incoming_grade g on g.no = i.grade_no
         left join (select u.upn_hash, y.school_urn, y.academic_year, y.pupil_id
                    from pupil_year y join pupil_by_upn u on u.pupil_id = y.pupil_id
                    where y.school_urn = any ({schools}) and y.academic_year = any ({years})) k
             on k.upn_hash = i.upn_hash and k.school_urn = i.school_urn and k.academic_year = i.academic_year),
settled as materialized (
    select p.*,
           case
               when p.place > 1 then 'UNCHANGED'
               when p.pupil_id is null then 'QUARANTINED'
               when r.pupil_id is null then 'CREATED'
               when p.source_updated_at < r.source_updated_at then 'UNCHANGED'
               when (r.grade_id, r.score, r.status, r.result_date)
                   is distinct from (p.grade_id, p.score, p.status, p.result_date) then 'UPDATED'
               when p.source_updated_at > r.source_updated_at then 'NEWER'
               else 'UNCHANGED' end as outcome
    from placed p
         left join result r
             on r.school_urn = p.school_urn and r.academic_year = p.academic_year and r.slot_id = p.slot_id
                and r.pupil_id = p.pupil_id and r.school_urn = any ({schools}) and r.academic_year = any ({years})),
created as (
    insert into result (school_urn, academic_year, slot_id, pupil_id, grade_id, score, status, result_date,
                        source_updated_at, job_id)
    select school_urn, academic_year, slot_id, pupil_id, grade_id, score, status, result_date, source_updated_at, {job}
    from settled
    where outcome = 'CREATED'),
changed as (
    update result r
    set grade_id          = s.grade_id,
        score             = s.score,
        status            = s.status,
        result_date       = s.result_date,
        source_updated_at = s.source_updated_at,
        job_id            = {job}
    from settled s
    where s.outcome in ('UPDATED', 'NEWER')
      and r.school_urn = s.school_urn and r.academic_year = s.academic_year and r.slot_id = s.slot_id
      and r.pupil_id = s.pupil_id and r.school_urn = any ({schools}) and r.academic_year = any ({years})),
waiting as (
    insert into quarantine as q (id, kind, fingerprint, job_id, line, school_urn, qualifier, upn_hash, cells, code, message,
                                 received_at, source_updated_at)
    select new_id(), 'assessment-results',
           sha256(convert_to(concat_ws('/', school_urn, academic_year, slot_id, encode(upn_hash, 'hex')), 'UTF8')),
           {job}, line, school_urn, cast(academic_year as text), upn_hash,
           jsonb_build_object('slot', slot_id, 'grade', grade_id, 'score', score, 'status', status,
                              'resultDate', result_date),
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
select {line} as line, outcome, school_urn, academic_year, assessment_code as source, cast(count(*) as int) as number
from settled
group by 1, 2, 3, 4, 5
