-- The stages of a complaint, what is due in each, and how far each complaint has come. Deadlines are counted in school days
-- of the school, and never stored: they follow its term dates.

-- skippable: a complaint can begin with the next one. panel: it is heard by a panel, whose members are recorded.
create table complaint_stage (
    code        text    primary key,
    label       text    not null,
    position    int     not null,
    skippable   boolean not null default false,
    panel       boolean not null default false,
    valid_from  date    not null default '2020-09-01',
    valid_until date,
    check (valid_until >= valid_from)
);
-- counts_from: the step from which its days count; none: from the day on which the stage began.
create table complaint_step (
    stage_code  text not null references complaint_stage,
    code        text not null,
    label       text not null,
    position    int  not null,
    school_days int  not null check (school_days > 0),
    counts_from text,
    primary key (stage_code, code),
    foreign key (stage_code, counts_from) references complaint_step
);
insert into complaint_stage (code, label, position, skippable, panel) values
    ('informal', 'Informal', 1, true, false),
    ('formal', 'Formal, in writing', 2, false, false),
    ('panel', 'Panel hearing', 3, false, true);
insert into complaint_step (stage_code, code, label, position, school_days, counts_from) values
    ('informal', 'answer', 'Answer', 1, 10, null),
    ('formal', 'acknowledgement', 'Acknowledge in writing', 1, 3, null),
    ('formal', 'answer', 'Answer in writing', 2, 15, null),
    ('panel', 'hearing', 'Hearing', 1, 20, null),
    ('panel', 'letter', 'Letter with the findings', 2, 5, 'hearing');
grant select on complaint_stage, complaint_step to ${app_role};

create table concern_stage (
    id           uuid primary key,
    concern_id   uuid not null references concern on delete cascade,
    school_urn   int  not null,
    stage_code   text not null references complaint_stage,
    begun_on     date not null,
    ended_on     date,
    outcome_code text references concern_outcome,
    record       bytea,
    version      int  not null default 0,
    unique (concern_id, stage_code),
    check (ended_on >= begun_on),
    check ((ended_on is null) = (outcome_code is null) and (ended_on is null) = (record is null))
);
call guard_by_concern('concern_stage');
grant update on concern_stage to ${app_role};

create table concern_step (
    stage_id   uuid not null references concern_stage on delete cascade,
    step_code  text not null,
    concern_id uuid not null references concern on delete cascade,
    school_urn int  not null,
    done_on    date,
    primary key (stage_id, step_code)
);
create index concern_step_concern on concern_step (concern_id);
call guard_by_concern('concern_step');
grant update on concern_step to ${app_role};

alter table concern_entry drop constraint concern_entry_kind_check;
alter table concern_entry add check (kind in ('NOTE', 'SEVERITY', 'OWNER', 'STATUS', 'RESTRICTION', 'NEED_TO_KNOW', 'ACTION',
    'CLOSING', 'REOPENING', 'MERGE', 'HOLD', 'STAGE'));

-- What is or was due in the stages of a complaint, in its order.
create function complaint_deadlines(of_concern uuid)
    returns table (stage_id uuid, step_code text, label text, "position" int, due_on date, done_on date, open boolean)
    language sql
    stable
begin atomic
    select s.id, p.code, p.label, p.position,
           case when f.code is null
               then school_day_after(s.school_urn, s.begun_on, p.school_days)
               else school_day_after(
                   s.school_urn,
                   coalesce(g.done_on, school_day_after(s.school_urn, s.begun_on, f.school_days)),
                   p.school_days)
           end,
           d.done_on,
           s.ended_on is null and d.done_on is null
    from concern_stage s
    join complaint_step p on p.stage_code = s.stage_code
    left join concern_step d on d.stage_id = s.id and d.step_code = p.code
    left join complaint_step f on f.stage_code = s.stage_code and f.code = p.counts_from
    left join concern_step g on g.stage_id = s.id and g.step_code = f.code
    where s.concern_id = of_concern;
end;
