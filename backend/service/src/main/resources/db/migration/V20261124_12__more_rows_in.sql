-- Attendance, suspensions and values of measures that schools send; pupils whose number changes; jobs that run by
-- themselves.

-- A job may wait for its turn, run without the request that sent it, say how far it is, and be stopped.
alter table ingest_job
    drop constraint ingest_job_status_check,
    add check (status in ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED')),
    add column roles       text[] not null default '{}', -- of the token that sent it; memberships count as they are when it runs
    add column spool_key   bytea,                        -- opens the file that waits; gone when the job has ended
    add column options     jsonb  not null default '{}', -- what the request said beside the file
    add column bytes_total bigint not null default 0,
    add column bytes_read  bigint not null default 0,
    add column alive_at    timestamptz,
    add column cancelled_by text;
create index ingest_job_open on ingest_job (status, id) where status in ('QUEUED', 'RUNNING');

create table source_system (
    id   int generated always as identity primary key,
    code text not null unique
);
grant select, insert on source_system to ${app_role};

-- Sessions of one pupil in one term. term: 1 autumn, 2 spring, 3 summer.
create table attendance (
    school_urn                    int         not null,
    academic_year                 smallint    not null,
    term                          smallint    not null check (term between 1 and 3),
    pupil_id                      bigint      not null references pupil,
    source_id                     int         not null references source_system,
    sessions_possible             smallint    not null check (sessions_possible >= 0),
    sessions_authorised_absence   smallint    not null check (sessions_authorised_absence >= 0),
    sessions_unauthorised_absence smallint    not null check (sessions_unauthorised_absence >= 0),
    source_updated_at             timestamptz not null,
    job_id                        uuid        not null,
    primary key (school_urn, academic_year, term, pupil_id, source_id),
    check (sessions_authorised_absence + sessions_unauthorised_absence <= sessions_possible)
) partition by list (academic_year);
do $$
begin
    for year in 2005..2040 loop
        execute format('create table attendance_%s partition of attendance for values in (%s)', year, year);
        execute format('alter table attendance_%s enable row level security', year);
    end loop;
end
$$;
create table attendance_other partition of attendance default;
alter table attendance_other enable row level security;
create index attendance_pupil on attendance (pupil_id);
call guard_by_school('attendance');

-- Suspensions and permanent exclusions of one pupil in one term.
create table suspension (
    school_urn           int         not null,
    academic_year        smallint    not null,
    term                 smallint    not null check (term between 1 and 3),
    pupil_id             bigint      not null references pupil,
    source_id            int         not null references source_system,
    suspensions          smallint    not null check (suspensions >= 0),
    sessions_suspended   smallint    not null check (sessions_suspended >= 0),
    permanently_excluded boolean     not null,
    source_updated_at    timestamptz not null,
    job_id               uuid        not null,
    primary key (school_urn, academic_year, term, pupil_id, source_id)
);
create index suspension_pupil on suspension (pupil_id);
call guard_by_school('suspension');

-- A value of a measure that a school has counted itself: surveys, staff absence, turnover.
create table measure_value (
    school_urn        int         not null,
    academic_year     smallint    not null,
    measure_code      text        not null references measure,
    dated             date        not null,
    source_id         int         not null references source_system,
    value             numeric     not null,
    cohort_size       int check (cohort_size >= 0),
    source_updated_at timestamptz not null,
    job_id            uuid        not null,
    primary key (school_urn, academic_year, measure_code, dated, source_id)
);
call guard_by_school('measure_value');

-- A pupil's number can change.
grant update (upn_hash, upn_encrypted) on pupil to ${app_role};

-- Numbers that a pupil had before: rows that still come with one belong to the same pupil.
create table former_upn (
    upn_hash bytea  primary key,
    pupil_id bigint not null references pupil
);
create index former_upn_pupil on former_upn (pupil_id);
alter table former_upn enable row level security;
create policy known_caller on former_upn using ((select scope_person()) is not null);
grant select, insert on former_upn to ${app_role};

-- Makes one pupil of two: what was sent under the later number goes to the earlier one's history, and of two rows about
-- the same thing the newer stays. It runs with the rights of the owner, because a pupil's history can lie in schools
-- that the caller does not reach; it tells nothing of them but which school years have changed.
create function join_pupils(earlier bigint, later bigint)
    returns table (school_urn int, academic_year smallint)
    language plpgsql
    security definer
    set search_path = public, pg_temp
as $$
#variable_conflict use_column
declare
    hash_now      bytea;
    encrypted_now bytea;
begin
    if scope_person() is null then
        raise exception 'nobody asks';
    end if;
    create temporary table if not exists joined_year (school_urn int, academic_year smallint) on commit delete rows;
    truncate joined_year;
    insert into joined_year
    select school_urn, academic_year from pupil_year where pupil_id = later;

    delete from result r using result o
    where r.pupil_id in (earlier, later) and o.pupil_id in (earlier, later) and r.pupil_id <> o.pupil_id
      and (r.school_urn, r.academic_year, r.slot_id) = (o.school_urn, o.academic_year, o.slot_id)
      and (r.source_updated_at, r.pupil_id) < (o.source_updated_at, o.pupil_id);
    update result set pupil_id = earlier where pupil_id = later;

    delete from attendance r using attendance o
    where r.pupil_id in (earlier, later) and o.pupil_id in (earlier, later) and r.pupil_id <> o.pupil_id
      and (r.school_urn, r.academic_year, r.term, r.source_id) = (o.school_urn, o.academic_year, o.term, o.source_id)
      and (r.source_updated_at, r.pupil_id) < (o.source_updated_at, o.pupil_id);
    update attendance set pupil_id = earlier where pupil_id = later;

    delete from suspension r using suspension o
    where r.pupil_id in (earlier, later) and o.pupil_id in (earlier, later) and r.pupil_id <> o.pupil_id
      and (r.school_urn, r.academic_year, r.term, r.source_id) = (o.school_urn, o.academic_year, o.term, o.source_id)
      and (r.source_updated_at, r.pupil_id) < (o.source_updated_at, o.pupil_id);
    update suspension set pupil_id = earlier where pupil_id = later;

    delete from pupil_year r using pupil_year o
    where r.pupil_id in (earlier, later) and o.pupil_id in (earlier, later) and r.pupil_id <> o.pupil_id
      and (r.school_urn, r.academic_year) = (o.school_urn, o.academic_year)
      and (r.source_updated_at, r.pupil_id) < (o.source_updated_at, o.pupil_id);
    update pupil_year set pupil_id = earlier where pupil_id = later;

    update former_upn set pupil_id = earlier where pupil_id = later;
    insert into former_upn (upn_hash, pupil_id) select upn_hash, earlier from pupil where id = earlier on conflict do nothing;
    -- The later number is the one that the pupil has now.
    delete from pupil where id = later returning upn_hash, upn_encrypted into hash_now, encrypted_now;
    update pupil set upn_hash = hash_now, upn_encrypted = encrypted_now where id = earlier;
    return query select distinct school_urn, academic_year from joined_year;
end
$$;
