-- Of a file: the database chooses how the stored ones are found.
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
    returning p.line, p.school_urn, p.academic_year, p.slot_id,
        case
            when merge_action() = 'INSERT' then 'CREATED'
            when (old.grade_id, old.score, old.status, old.result_date)
                is distinct from (new.grade_id, new.score, new.status, new.result_date) then 'UPDATED'
            else 'NEWER' end as outcome)
