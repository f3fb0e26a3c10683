-- How each priority of a cycle came out in the eyes of people, and what the next cycle takes over. Without a judgement it is
-- a draft.

create table evaluation (
    id            uuid primary key,
    priority_id   uuid        not null unique references priority on delete cascade,
    school_urn    int,
    judgement     text check (judgement in ('FULLY_ACHIEVED', 'PARTLY_ACHIEVED', 'NOT_ACHIEVED')),
    what_worked   text,
    what_did_not  text,
    lessons       text,
    carry_forward boolean     not null,
    author_id     uuid        not null references person,
    author        text        not null,
    at            timestamptz not null,
    version       int         not null default 0
);
call guard_by_school('evaluation');
revoke delete on evaluation from ${app_role};

-- The priority of an earlier cycle that one goes on with.
alter table priority add carried_from uuid references priority on delete set null;
create index priority_carried_from on priority (carried_from) where carried_from is not null;
