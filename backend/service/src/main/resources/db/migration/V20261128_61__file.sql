-- Files that people add to things, and the evidence of checkpoints. The content of a file is in the store under its id.

create table file (
    id          uuid primary key,
    school_urn  int,
    person_id   uuid        not null references person,
    name        text        not null,
    type        text        not null,
    size        bigint      not null check (size > 0),
    hash        bytea       not null,
    received_at timestamptz not null,
    complete    boolean     not null
);
create index file_received on file (received_at);

create table checkpoint_evidence (
    id            uuid primary key,
    checkpoint_id uuid        not null references checkpoint on delete cascade,
    reference_id  uuid,
    school_urn    int,
    text          text,
    link          text,
    file_id       uuid references file,
    person_id     uuid        not null references person,
    author        text        not null,
    at            timestamptz not null,
    check (num_nonnulls(text, link, file_id) > 0),
    check (num_nonnulls(link, file_id) < 2)
);
create index checkpoint_evidence_checkpoint on checkpoint_evidence (checkpoint_id, id);
create unique index checkpoint_evidence_file on checkpoint_evidence (file_id) where file_id is not null;

call guard_by_school('file');
call guard_by_school('checkpoint_evidence');
revoke delete on file from ${app_role};
revoke update on checkpoint_evidence from ${app_role};

create trigger keep_signed before insert or update or delete on checkpoint_evidence
    for each row execute function keep_part_of_signed_checkpoint();

-- Forgets files that were received before a time and belong to nothing, and gives their ids. It runs with the rights of the
-- owner, because they may be of any school.
create function remove_loose_files(before timestamptz) returns setof uuid
    language sql
    security definer
    set search_path = public, pg_temp
begin atomic
    delete from file f
    where f.id in (
        select l.id from file l
        where l.received_at < before
          and not exists (select from checkpoint_evidence e where e.file_id = l.id)
        limit 1000
        for update skip locked)
    returning f.id;
end;
