-- What people say to each other about a part of a cycle. It is no part of the plan nor of a signed record: nobody changes
-- it, and its author alone can withdraw it, after which its place is all that stays.
create table comment (
    id           uuid        primary key,
    subject_kind text        not null check (subject_kind in ('PRIORITY', 'ACTION', 'TARGET', 'MILESTONE', 'CHECKPOINT', 'ADJUSTMENT')),
    subject_id   uuid        not null,
    cycle_id     uuid        not null references cycle on delete cascade,
    school_urn   int,
    person_id    uuid        not null references person,
    author       text        not null,
    at           timestamptz not null,
    text         text,
    mentions     uuid[]      not null,
    withdrawn_at timestamptz,
    version      int         not null default 0,
    check ((text is null) = (withdrawn_at is not null)),
    check (cardinality(mentions) <= 20)
);
create index comment_subject on comment (subject_id, id);
create index comment_cycle on comment (cycle_id);

call guard_by_school('comment');
create policy own_to_withdraw on comment as restrictive for update using (person_id = (select scope_person()));
revoke update, delete on comment from ${app_role};
grant update (text, mentions, withdrawn_at, version) on comment to ${app_role};
