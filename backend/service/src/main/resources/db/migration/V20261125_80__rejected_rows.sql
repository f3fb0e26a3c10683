-- The rows of a file that were refused, as a file to correct and send again. It tells of pupils, so that it is encrypted
-- with a key that the database does not hold, and kept for some time only.
create table rejected_rows (
    job_id    uuid  primary key references ingest_job,
    encrypted bytea not null
);
alter table rejected_rows enable row level security;
create policy own on rejected_rows using (exists (select from ingest_job j where j.id = job_id));
grant select, insert, update on rejected_rows to ${app_role};

alter table ingest_job
    add column rejected_until timestamptz;
create index ingest_job_rejected_until on ingest_job (rejected_until) where rejected_until is not null;

create function expire_rejected_rows(now timestamptz)
    returns bigint
    language plpgsql
    security definer
    set search_path = public, pg_temp
as $$
declare
    gone bigint;
begin
    delete from rejected_rows r using ingest_job j where j.id = r.job_id and j.rejected_until <= now;
    get diagnostics gone = row_count;
    return gone;
end
$$;
