-- Improvement cycles, their priorities, and the targets of these. What belongs to the trust as a whole has no school;
-- row-level security lets only those with trust scope reach it.

create table cycle (
    id            uuid primary key,
    school_urn    int,
    academic_year smallint not null,
    stage         text     not null check (stage in
        ('PLANNING', 'TARGET_SETTING', 'IMPLEMENTING', 'MONITORING', 'EVALUATING', 'CLOSED')),
    version       int      not null default 0,
    unique nulls not distinct (school_urn, academic_year)
);
create index cycle_year on cycle (academic_year desc, school_urn nulls first);

create table priority (
    id         uuid primary key,
    cycle_id   uuid not null references cycle on delete cascade,
    school_urn int,
    position   int  not null check (position > 0),
    title      text not null,
    area       text,
    rationale  text,
    lead_id    uuid references person,
    lead_role  text,
    version    int  not null default 0,
    check (lead_id is null or lead_role is null)
);
create index priority_cycle on priority (cycle_id, position, id);

create table evidence (
    id          uuid not null,
    priority_id uuid not null references priority on delete cascade,
    school_urn  int,
    kind        text not null check (kind in ('OUTCOME', 'INSPECTION', 'URL', 'NOTE')),
    reference   text,
    label       text not null,
    primary key (priority_id, id),
    check ((kind = 'NOTE') = (reference is null))
);

create table target (
    id                   uuid primary key,
    priority_id          uuid     not null references priority on delete cascade,
    school_urn           int,
    measure_code         text     not null references measure,
    cohort               text     not null,
    pupil_group          text     not null references pupil_group,
    baseline_value       numeric  not null,
    baseline_date        date     not null,
    target_value         numeric  not null,
    due_date             date     not null,
    due_academic_year    smallint not null,
    due_assessment_point text     not null check (due_assessment_point in ('autumn', 'spring', 'summer')),
    narrative            text,
    version              int      not null default 0,
    unique (priority_id, measure_code, cohort, pupil_group, due_academic_year, due_assessment_point),
    check (due_date > baseline_date)
);
create index target_priority on target (priority_id, due_date, id);

-- What is expected on the way from the baseline to the target.
create table trajectory_point (
    target_id  uuid    not null references target on delete cascade,
    dated      date    not null,
    school_urn int,
    value      numeric not null,
    primary key (target_id, dated)
);

call guard_by_school('cycle');
call guard_by_school('priority');
call guard_by_school('evidence');
call guard_by_school('target');
call guard_by_school('trajectory_point');
