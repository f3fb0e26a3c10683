-- Of a request: each is looked up by itself, if there is anything of its pupil, and what is stored unchanged is not touched.
-- While the lock of the school is held nobody else sends its rows, so what was not there is inserted without being looked for once
-- more. Who makes two pupils one may do so all the same: the insert fails then, and the request works once more.
compared as (
    select p.line, p.school_urn, p.academic_year, p.slot_id, p.pupil_id, p.grade_id, p.score, p.status,
           p.result_date, p.source_updated_at, o.source_updated_at as stored_at,
           (p.grade_id, p.score, p.status, p.result_date) is distinct from (o.grade_id, o.score, o.status, o.result_date)
               as says_otherwise
    from placed p
         left join lateral (select r.grade_id, r.score, r.status, r.result_date, r.source_updated_at
                            from result r
                            where p.has_results and r.school_urn = p.school_urn and r.academic_year = p.academic_year
                              and r.slot_id = p.slot_id and r.pupil_id = p.pupil_id and r.academic_year = any ({years})
                            offset 0) o on true
    where p.place = 1 and p.pupil_id is not null),
taken as (
    select c.*,
           case when stored_at is null then 'CREATED' when says_otherwise then 'UPDATED' else 'NEWER' end as outcome
    from compared c
    where stored_at is null or source_updated_at > stored_at or source_updated_at = stored_at and says_otherwise),
created as (
    insert into result (school_urn, academic_year, slot_id, pupil_id, grade_id, score, status, result_date,
                        source_updated_at, job_id)
    select school_urn, academic_year, slot_id, pupil_id, grade_id, score, status, result_date, source_updated_at, {job}
    from taken
    where stored_at is null),
updated as (
    insert into result as r (school_urn, academic_year, slot_id, pupil_id, grade_id, score, status, result_date,
                             source_updated_at, job_id)
    select school_urn, academic_year, slot_id, pupil_id, grade_id, score, status, result_date, source_updated_at, {job}
    from taken
    where stored_at is not null
    on conflict (school_urn, academic_year, slot_id, pupil_id) do update
    set grade_id          = excluded.grade_id,
        score             = excluded.score,
        status            = excluded.status,
        result_date       = excluded.result_date,
        source_updated_at = excluded.source_updated_at,
        job_id            = excluded.job_id)
