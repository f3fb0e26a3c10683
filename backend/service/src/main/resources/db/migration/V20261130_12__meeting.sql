-- Meetings of committees: the agenda, who was there, what was said, decided and given to do. Approved minutes stay as they are;
-- the triggers at the end hold that against the application itself.

create table meeting (
    id            uuid primary key,
    committee_id  uuid not null references committee,
    day           date not null,
    starts_at     time not null,
    minutes       int  not null check (minutes between 5 and 1440),
    place         text,
    link          text,
    status        text not null check (status in ('PLANNED', 'HELD', 'CANCELLED')),
    cancel_reason text,
    approved_in   uuid references meeting,
    approved_at   timestamptz,
    approved_by   text,
    version       int  not null default 0,
    check ((status = 'CANCELLED') = (cancel_reason is not null)),
    check ((approved_in is null) = (approved_at is null) and (approved_in is null) = (approved_by is null)),
    check (approved_in is null or status = 'HELD'),
    check (approved_in <> id)
);
create index meeting_committee on meeting (committee_id, day desc, id desc);
create index meeting_day on meeting (day desc, id desc);
alter table challenge add foreign key (meeting_id) references meeting;

-- What stands on every agenda. board: of the trust board alone, or of the others alone, or of all where it is null. each_school:
-- once for each school of the committee. Before the last one come the things that are due.
create table standing_item (
    code         text primary key,
    title        text    not null,
    position     int     not null unique,
    board        boolean,
    each_school  boolean not null default false,
    confidential boolean not null default false,
    after_due    boolean not null default false
);
insert into standing_item (code, title, position, board, each_school, confidential, after_due) values
    ('apologies', 'Welcome and apologies', 1, null, false, false, false),
    ('declarations', 'Declarations of interest', 2, null, false, false, false),
    ('last-minutes', 'Minutes of the last meeting and matters arising', 3, null, false, false, false),
    ('school', 'Outcomes, need and risk', 4, false, true, false, false),
    ('trust', 'Outcomes, need and risk across the trust', 5, true, false, false, false),
    ('off-track', 'Priorities and targets off track', 6, null, false, false, false),
    ('well-being', 'Well-being of children and colleagues', 7, null, false, false, false),
    ('complaints', 'Complaints, by number only', 8, null, false, false, false),
    ('safeguarding', 'Safeguarding assurance, without any case', 9, null, false, false, false),
    ('policies', 'Policies', 10, null, false, false, true),
    ('confidential', 'Confidential items', 11, null, false, true, true),
    ('next', 'Next meeting', 12, null, false, false, true);
grant select on standing_item to ${app_role};

-- approval_id: what the board is asked to decide in it. conflicted: the people who declared an interest in this item.
create table agenda_item (
    id           uuid    primary key,
    meeting_id   uuid    not null references meeting,
    committee_id uuid    not null references committee,
    position     int     not null,
    title        text    not null,
    source       text    not null check (source in ('STANDING', 'DUE', 'ADDED')),
    link         text,
    approval_id  uuid references approval,
    confidential boolean not null default false,
    minuted      text,
    conflicted   uuid[]  not null default '{}',
    version      int     not null default 0
);
create index agenda_item_meeting on agenda_item (meeting_id, position);

create table attendance_of_meeting (
    meeting_id   uuid not null references meeting,
    person_id    uuid not null references person,
    committee_id uuid not null references committee,
    name         text not null,
    presence     text not null check (presence in ('PRESENT', 'APOLOGIES', 'ABSENT')),
    primary key (meeting_id, person_id)
);

create table meeting_decision (
    id           uuid        primary key,
    meeting_id   uuid        not null references meeting,
    committee_id uuid        not null references committee,
    item_id      uuid references agenda_item,
    text         text        not null,
    approval_id  uuid        unique references approval,
    outcome      text check (outcome in ('APPROVED', 'REFUSED')),
    recorded_by  text        not null,
    recorded_at  timestamptz not null,
    check ((approval_id is null) = (outcome is null))
);
create index meeting_decision_meeting on meeting_decision (meeting_id, id);
create index meeting_decision_committee on meeting_decision (committee_id, id desc);

create table meeting_vote (
    decision_id  uuid not null references meeting_decision,
    person_id    uuid not null references person,
    meeting_id   uuid not null references meeting,
    committee_id uuid not null references committee,
    name         text not null,
    vote         text not null check (vote in ('FOR', 'AGAINST', 'ABSTAINED')),
    primary key (decision_id, person_id)
);
create index meeting_vote_meeting on meeting_vote (meeting_id);

create table meeting_action (
    id           uuid primary key,
    meeting_id   uuid not null references meeting,
    committee_id uuid not null references committee,
    what         text not null,
    who_id       uuid references person,
    who_name     text not null,
    due_on       date,
    done_on      date,
    version      int  not null default 0
);
create index meeting_action_meeting on meeting_action (meeting_id, id);
create index meeting_action_committee on meeting_action (committee_id, id) where done_on is null;
create index meeting_action_who on meeting_action (who_id) where done_on is null;

-- What is said after the minutes were approved.
create table minute_addition (
    id           uuid        primary key,
    meeting_id   uuid        not null references meeting,
    committee_id uuid        not null references committee,
    text         text        not null,
    person_id    uuid        not null references person,
    author       text        not null,
    at           timestamptz not null
);
create index minute_addition_meeting on minute_addition (meeting_id, id);

call guard_by_committee('meeting');
call guard_by_committee('agenda_item');
call guard_by_committee('attendance_of_meeting');
call guard_by_committee('meeting_decision');
call guard_by_committee('meeting_vote');
call guard_by_committee('meeting_action');
call guard_by_committee('minute_addition');
grant update on meeting to ${app_role};
grant update, delete on agenda_item, attendance_of_meeting to ${app_role};
grant update (what, who_id, who_name, due_on, done_on, version) on meeting_action to ${app_role};
-- Who is to do something is told in their work, also where they are not of the committee.
create policy own on meeting_action for select using (who_id = (select scope_person()));

create function keep_approved_meeting() returns trigger language plpgsql as $$
begin
    if old.approved_at is not null then
        raise exception 'The minutes of meeting % are approved', old.id using errcode = 'restrict_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger keep_approved before update or delete on meeting
    for each row execute function keep_approved_meeting();

-- Runs with the rights of the owner, so that no scope hides the meeting that it asks about.
create function keep_part_of_approved_meeting() returns trigger
    language plpgsql
    security definer
    set search_path = public, pg_temp
as $$
begin
    if exists (
        select 1 from meeting m
        where m.approved_at is not null
          and m.id in (case when tg_op <> 'INSERT' then old.meeting_id end,
                       case when tg_op <> 'DELETE' then new.meeting_id end)) then
        raise exception 'The minutes are approved' using errcode = 'restrict_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger keep_approved before insert or update or delete on agenda_item
    for each row execute function keep_part_of_approved_meeting();
create trigger keep_approved before insert or update or delete on attendance_of_meeting
    for each row execute function keep_part_of_approved_meeting();
create trigger keep_approved before insert or update or delete on meeting_decision
    for each row execute function keep_part_of_approved_meeting();
create trigger keep_approved before insert or update or delete on meeting_vote
    for each row execute function keep_part_of_approved_meeting();
create trigger keep_approved before insert on meeting_action
    for each row execute function keep_part_of_approved_meeting();

-- The board decides in a meeting.
alter table approval add decided_in uuid references meeting;
