-- Takes results in and says what became of those that changed something or wait. A pupil is known when the school has sent
-- them for that year; a result of an unknown one waits. One row of a natural key counts: the newest, and of equally new ones
-- the last. Its place is 1 where no key comes twice; to rank a million rows takes longer than to look them up.
-- Needs: what defines sent, from another file; the lock of each school.
with {sent},
placed as not materialized (
    select s.*, {place} as place from sent s),
{taken},
unknown as (
    select * from placed where place = 1 and pupil_id is null),
waiting as (
    insert into quarantine as q (id, kind, fingerprint, job_id, line, school_urn, qualifier, upn_hash, cells, code, message,
                                 received_at, source_updated_at)
    select new_id(), 'assessment-results',
           sha256(convert_to(concat_ws('/', school_urn, academic_year, slot_id, encode(upn_hash, 'hex')), 'UTF8')),
           {job}, line, school_urn, cast(academic_year as text), upn_hash,
           jsonb_build_object('slot', slot_id, 'grade', grade_id, 'score', score, 'status', status,
                              'resultDate', result_date),
           'unknown-pupil', 'This school has not sent this pupil for this year.', {now}, source_updated_at
    from unknown
    on conflict (kind, fingerprint) do update
    set job_id            = excluded.job_id,
        line              = excluded.line,
        cells             = excluded.cells,
        received_at       = excluded.received_at,
        source_updated_at = excluded.source_updated_at
    where q.source_updated_at <= excluded.source_updated_at)
select {lines} as lines, outcome, school_urn, academic_year,
       (select s.assessment_code from result_slot s where s.id = slot_id) as source, cast(count(*) as int) as number
from taken
group by outcome, school_urn, academic_year, slot_id
union all
select {lines}, 'QUARANTINED', school_urn, academic_year, null, cast(count(*) as int)
from unknown
group by 3, 4
