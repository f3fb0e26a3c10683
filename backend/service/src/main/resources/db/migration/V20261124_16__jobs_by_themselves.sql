-- Files are taken in by jobs that run without a request; rows wait in quarantine by the pupil that they are about.

-- Rows of results and attendance are written by one statement only, which has joined them to what they refer to, and
-- whatever removes a pupil removes their rows. Asking the database to check each of a million rows again would double
-- the time that a file takes.
alter table result
    drop constraint result_slot_id_fkey,
    drop constraint result_pupil_id_fkey,
    drop constraint result_grade_id_fkey;
alter table attendance
    drop constraint attendance_pupil_id_fkey,
    drop constraint attendance_source_id_fkey;

-- What is answered at once has no options of a file.
alter table ingest_job
    alter column options drop default,
    alter column options drop not null;

-- What the service has to know of jobs before anybody asks: it runs them by itself, in the name of who sent them.
create function open_ingest_jobs()
    returns table (id uuid, status text, spool_key bytea, alive_at timestamptz)
    language sql
    security definer
    set search_path = public, pg_temp
begin atomic
    select j.id, j.status, j.spool_key, j.alive_at
    from ingest_job j
    where j.status in ('QUEUED', 'RUNNING')
    order by j.id;
end;
create function sender_of_ingest_job(job uuid)
    returns table (subject text, username text, name text, email text, roles text[])
    language sql
    security definer
    set search_path = public, pg_temp
begin atomic
    select p.subject, p.username, p.name, p.email, j.roles
    from ingest_job j
         join person p on p.id = j.person_id
    where j.id = job;
end;

-- Says that a job is alive and how far it is; tells who has cancelled it.
create function touch_ingest_job(job uuid, rows_read int, read bigint, at timestamptz)
    returns text
    language sql
    security definer
    set search_path = public, pg_temp
begin atomic
    update ingest_job
    set alive_at = at, bytes_read = greatest(bytes_read, read), received = greatest(received, rows_read)
    where id = job and status in ('QUEUED', 'RUNNING')
    returning cancelled_by;
end;

-- Ends the jobs whose service has gone and left no file behind.
create function fail_lost_ingest_jobs(silent_since timestamptz, why text, at timestamptz)
    returns bigint
    language plpgsql
    security definer
    set search_path = public, pg_temp
as $$
declare
    ended bigint;
begin
    update ingest_job
    set status = 'FAILED', failure = why, ended_at = at, spool_key = null
    where status in ('QUEUED', 'RUNNING') and alive_at < silent_since;
    get diagnostics ended = row_count;
    return ended;
end
$$;

-- Rows about pupils wait by the pupil's hash; the number itself comes again with the pupil.
alter table quarantine
    drop column upn_encrypted,
    add column source_updated_at timestamptz;
create index quarantine_job on quarantine (job_id, line);
create index quarantine_received on quarantine (received_at);
create function expire_quarantine(before timestamptz)
    returns bigint
    language plpgsql
    security definer
    set search_path = public, pg_temp
as $$
declare
    gone bigint;
begin
    delete from quarantine where received_at < before;
    get diagnostics gone = row_count;
    return gone;
end
$$;

-- An id that grows with time, as the service makes them.
create function new_id() returns uuid language sql volatile parallel safe
    return encode(
        overlay(overlay(uuid_send(gen_random_uuid())
                        placing substring(int8send(cast(extract(epoch from clock_timestamp()) * 1000 as bigint)) from 3) from 1 for 6)
                placing set_byte(substring(uuid_send(gen_random_uuid()) from 7 for 1), 0,
                                 112 + (get_byte(uuid_send(gen_random_uuid()), 0) & 15)) from 7 for 1),
        'hex')::uuid;

-- A pupil by any number that they have had.
create view pupil_by_upn with (security_invoker = true) as
select upn_hash, id as pupil_id from pupil
union all
select upn_hash, pupil_id from former_upn;
grant select on pupil_by_upn to ${app_role};
