-- Takes the staged results in and says what became of those that changed something or wait. A pupil is known when the school has sent them for that
-- year; a result of an unknown one waits. One row of a natural key counts: the newest, and of equally new ones the last.
-- Says {place}: 1 where no key comes twice; to rank a million rows takes longer than to look them up.
-- Needs: incoming_result; incoming_slot and incoming_grade with their ids; the lock of each school.
with who as materialized (
    select i.pupil_no, i.upn_hash, k.pupil_id
    from incoming_result i
         left join lateral (select y.pupil_id
                            from pupil_by_upn u join pupil_year y on y.pupil_id = u.pupil_id
                            where u.upn_hash = i.upn_hash and y.school_urn = i.school_urn and y.academic_year = i.academic_year
                              and y.school_urn = any ({schools}) and y.academic_year = any ({years})
                            {one by one}) k on true
    where i.upn_hash is not null),
placed as not materialized (
    select i.line, i.school_urn, i.academic_year, w.upn_hash, s.id as slot_id, s.assessment_code, w.pupil_id,
           g.id as grade_id, cast(i.hundredths * 0.01 as numeric(7, 2)) as score, i.status, i.result_date,
           i.source_updated_at,
           {place} as place
    from incoming_result i
         join who w on w.pupil_no = i.pupil_no
         join incoming_slot s on s.no = i.slot_no
         left join incoming_grade g on g.no = i.grade_no),
taken as (
    merge into result r
    using (select * from placed where place = 1 and pupil_id is not null) p
    on r.school_urn = p.school_urn and r.academic_year = p.academic_year and r.slot_id = p.slot_id
       and r.pupil_id = p.pupil_id and r.school_urn = any ({schools}) and r.academic_year = any ({years})
    when matched and p.source_updated_at >= r.source_updated_at
        and (r.source_updated_at, r.grade_id, r.score, r.status, r.result_date)
            is distinct from (p.source_updated_at, p.grade_id, p.score, p.status, p.result_date) then
        update
        set grade_id          = p.grade_id,
            score             = p.score,
            status            = p.status,
            result_date       = p.result_date,
            source_updated_at = p.source_updated_at,
            job_id            = {job}
    when not matched then
        insert (school_urn, academic_year, slot_id, pupil_id, grade_id, score, status, result_date, source_updated_at,
                job_id)
        values (p.school_urn, p.academic_year, p.slot_id, p.pupil_id, p.grade_id, p.score, p.status, p.result_date,
                p.source_updated_at, {job})
    returning p.line, p.school_urn, p.academic_year, p.assessment_code,
        case
            when merge_action() = 'INSERT' then 'CREATED'
            when (old.grade_id, old.score, old.status, old.result_date)
                is distinct from (new.grade_id, new.score, new.status, new.result_date) then 'UPDATED'
            else 'NEWER' end as outcome),
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
select {line} as line, outcome, school_urn, academic_year, assessment_code as source, cast(count(*) as int) as number
from taken
group by 1, 2, 3, 4, 5
union all
select {line}, 'QUARANTINED', school_urn, academic_year, null, cast(count(*) as int)
from unknown
group by 1, 3, 4
