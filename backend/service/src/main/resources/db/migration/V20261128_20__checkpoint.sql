-- Monitoring checkpoints: a visit or a review in a cycle, what it looked at and how that was judged. What two people have
-- signed stays as it is; the wall at the end holds that against the application itself.

create table checkpoint_type (
    code        text primary key,
    label       text not null,
    position    int  not null,
    valid_from  date not null default date '2020-09-01',
    valid_until date,
    check (valid_until >= valid_from)
);
insert into checkpoint_type (code, label, position) values
    ('school-improvement-visit', 'School improvement visit', 1),
    ('peer-review', 'Peer review', 2),
    ('learning-walk', 'Learning walk', 3),
    ('book-look', 'Book look', 4),
    ('deep-dive', 'Deep dive', 5),
    ('pupil-progress-meeting', 'Pupil progress meeting', 6),
    ('data-review', 'Data review', 7),
    ('health-check', 'Health check', 8),
    ('mid-year-review', 'Mid-year review', 9),
    ('evaluation-visit', 'Evaluation visit', 10);
grant select on checkpoint_type to ${app_role};

-- People are kept with the name that they had then: a signature reads the same when somebody has left.
create table checkpoint (
    id               uuid primary key,
    cycle_id         uuid not null references cycle,
    school_urn       int,
    type_code        text not null references checkpoint_type,
    title            text,
    planned_on       date not null,
    held_on          date,
    dated            date not null generated always as (coalesce(held_on, planned_on)) stored,
    recorder_id      uuid not null references person,
    recorder_name    text not null,
    visitor_id       uuid references person,
    visitor_name     text,
    summary          text,
    next_on          date,
    status           text not null check (status in ('DRAFT', 'SUBMITTED', 'SIGNED_OFF')),
    leader_id        uuid references person,
    leader_name      text,
    leader_signed_at timestamptz,
    other_id         uuid references person,
    other_name       text,
    other_signed_at  timestamptz,
    version          int  not null default 0,
    check (leader_id <> other_id),
    check (status = 'DRAFT' or held_on is not null),
    check ((status = 'SIGNED_OFF') = (leader_signed_at is not null and other_signed_at is not null))
);
create index checkpoint_dated on checkpoint (dated desc, id desc);
create index checkpoint_school on checkpoint (school_urn, dated desc, id desc);
create index checkpoint_cycle on checkpoint (cycle_id, dated desc, id desc);

create table participant (
    checkpoint_id uuid not null references checkpoint on delete cascade,
    position      int  not null,
    school_urn    int,
    person_id     uuid references person,
    name          text not null,
    role          text,
    primary key (checkpoint_id, position)
);

-- What a checkpoint looks at; its label is kept as it read then. Another kind is another generated column.
create table focus (
    checkpoint_id uuid not null references checkpoint on delete cascade,
    reference_id  uuid not null,
    position      int  not null,
    school_urn    int,
    kind          text not null check (kind in ('PRIORITY', 'TARGET')),
    label         text not null,
    judgement     text check (judgement in ('ON_TRACK', 'AT_RISK', 'OFF_TRACK', 'ACHIEVED', 'MISSED')),
    narrative     text,
    priority_id   uuid generated always as (case when kind = 'PRIORITY' then reference_id end) stored
        references priority on delete cascade,
    target_id     uuid generated always as (case when kind = 'TARGET' then reference_id end) stored
        references target on delete cascade,
    primary key (checkpoint_id, reference_id)
);
create index focus_priority on focus (priority_id) where priority_id is not null;
create index focus_target on focus (target_id) where target_id is not null;

-- What is said after the signatures.
create table addition (
    id            uuid primary key,
    checkpoint_id uuid        not null references checkpoint on delete cascade,
    school_urn    int,
    text          text        not null,
    person_id     uuid        not null references person,
    author        text        not null,
    at            timestamptz not null
);
create index addition_checkpoint on addition (checkpoint_id, id);

call guard_by_school('checkpoint');
call guard_by_school('participant');
call guard_by_school('focus');
call guard_by_school('addition');
revoke update, delete on addition from ${app_role};

create function keep_signed_checkpoint() returns trigger language plpgsql as $$
begin
    if old.status = 'SIGNED_OFF' then
        raise exception 'Checkpoint % is signed off', old.id using errcode = 'restrict_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger keep_signed before update or delete on checkpoint
    for each row execute function keep_signed_checkpoint();

-- Runs with the rights of the owner, so that no scope hides the checkpoint that it asks about.
create function keep_part_of_signed_checkpoint() returns trigger
    language plpgsql
    security definer
    set search_path = public, pg_temp
as $$
begin
    if exists (
        select 1 from checkpoint k
        where k.status = 'SIGNED_OFF'
          and k.id in (case when tg_op <> 'INSERT' then old.checkpoint_id end,
                       case when tg_op <> 'DELETE' then new.checkpoint_id end)) then
        raise exception 'The checkpoint is signed off' using errcode = 'restrict_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger keep_signed before insert or update or delete on participant
    for each row execute function keep_part_of_signed_checkpoint();
create trigger keep_signed before insert or update or delete on focus
    for each row execute function keep_part_of_signed_checkpoint();

-- A target that a signed checkpoint speaks of cannot go; it can end, and make room for another.
alter table target add column ended_on date, add column end_reason text,
    add check ((ended_on is null) = (end_reason is null));
do $$
declare
    one_per_due_point text;
begin
    select conname into strict one_per_due_point from pg_constraint where conrelid = 'target'::regclass and contype = 'u';
    execute format('alter table target drop constraint %I', one_per_due_point);
end
$$;
create unique index target_due_point
    on target (priority_id, measure_code, cohort, pupil_group, due_academic_year, due_assessment_point)
    where ended_on is null;
