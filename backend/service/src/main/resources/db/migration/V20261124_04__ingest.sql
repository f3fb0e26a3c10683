-- What came in, what became of it, and what waits.

create table ingest_job (
    id              uuid primary key,
    person_id       uuid        not null references person,
    actor           text        not null,
    idempotency_key text        not null,
    kind            text        not null,
    request_hash    bytea       not null,
    dry_run         boolean     not null,
    status          text        not null check (status in ('RUNNING', 'COMPLETED', 'FAILED')),
    started_at      timestamptz not null,
    ended_at        timestamptz,
    received        int         not null default 0,
    created         int         not null default 0,
    updated         int         not null default 0,
    unchanged       int         not null default 0,
    rejected        int         not null default 0,
    quarantined     int         not null default 0,
    failure         text,
    notes           jsonb       not null default '[]',
    listed_rows     jsonb       not null default '[]',
    unique (person_id, idempotency_key)
);
create index ingest_job_person on ingest_job (person_id, id desc);

-- Each error of each row, for the download.
create table ingest_error (
    job_id  uuid not null references ingest_job,
    line    int  not null,
    place   int  not null,
    outcome text not null,
    path    text not null,
    code    text not null,
    message text not null,
    detail  text,
    primary key (job_id, line, place)
);

-- Rows that cannot be used yet: of schools that are not in the register, of pupils that are not known.
-- A later push of the same row takes the place of the earlier one.
create table quarantine (
    id            uuid primary key,
    kind          text        not null,
    fingerprint   bytea       not null,
    job_id        uuid        not null references ingest_job,
    line          int         not null,
    school_urn    int         not null,
    qualifier     text        not null,
    upn_hash      bytea,
    upn_encrypted bytea,
    cells         jsonb       not null,
    code          text        not null,
    message       text        not null,
    received_at   timestamptz not null,
    unique (kind, fingerprint)
);
create index quarantine_school on quarantine (kind, school_urn, id);
create index quarantine_upn on quarantine (kind, upn_hash) where upn_hash is not null;
call guard_by_school('quarantine');

-- A job and its errors are for who sent it, and for those who look after the data of the whole trust.
alter table ingest_job enable row level security;
create policy own on ingest_job using (person_id = (select scope_person()) or (select scope_trust()));
alter table ingest_error enable row level security;
create policy own on ingest_error using (exists (select from ingest_job j where j.id = job_id));
grant select, insert, update on ingest_job to ${app_role};
grant select, insert, delete on ingest_error to ${app_role};
