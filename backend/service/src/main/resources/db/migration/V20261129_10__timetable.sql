-- The year's quality improvement process: which activities there are, when in a year they come, and what is planned for each
-- school and for the trust. What was done is told by what was recorded; nothing here says so by itself.

-- of_trust: of the trust as a whole, not of each school. attended: people have to be there; otherwise it is a day by which something is due.
create table activity_type (
    code            text    primary key,
    label           text    not null,
    position        int     not null,
    of_trust        boolean not null,
    attended        boolean not null,
    checkpoint_type text    references checkpoint_type, -- what completes it; empty where somebody says that it was held
    minutes         int     check (minutes between 15 and 720), -- how long it usually takes; empty: all day
    valid_from      date    not null default date '2020-09-01',
    valid_until     date,
    check (valid_until >= valid_from)
);
insert into activity_type (code, label, position, of_trust, attended, checkpoint_type, minutes) values
    ('school-improvement-visit', 'School improvement visit', 1, false, true, 'school-improvement-visit', 180),
    ('peer-review', 'Peer review', 2, false, true, 'peer-review', null),
    ('learning-walk', 'Learning walk', 3, false, true, 'learning-walk', 60),
    ('book-look', 'Book look', 4, false, true, 'book-look', 60),
    ('deep-dive', 'Deep dive', 5, false, true, 'deep-dive', null),
    ('pupil-progress-meeting', 'Pupil progress meeting', 6, false, true, 'pupil-progress-meeting', 90),
    ('data-review', 'Data review', 7, false, true, 'data-review', 90),
    ('health-check', 'Health check', 8, false, true, 'health-check', 180),
    ('mid-year-review', 'Mid-year review', 9, false, true, 'mid-year-review', 120),
    ('evaluation-visit', 'Evaluation visit', 10, false, true, 'evaluation-visit', 180),
    ('plan-due', 'School plan ready for approval', 11, false, false, null, null),
    ('assessments-due', 'Assessments entered', 12, false, false, null, null),
    ('survey', 'Survey of pupils and staff', 13, false, false, null, null),
    ('headteachers-meeting', 'Headteachers'' meeting', 21, true, true, null, 120),
    ('need-review', 'Review of need and risk', 22, true, true, null, 120),
    ('moderation', 'Moderation across schools', 23, true, true, null, 180),
    ('good-practice-day', 'Good practice day', 24, true, true, null, null),
    ('trust-review', 'Review of the trust''s cycle', 25, true, true, null, 120);

-- A year without a template of its own goes by that of the latest year before it.
create table timetable_template (
    academic_year smallint primary key,
    version       int      not null
);

-- When in a year something comes: in which half-term and between which of its weeks; on the weekday, else spread over the days
-- of these weeks from school to school. least_level: for schools whose need is at least this; empty: for all.
create table template_entry (
    academic_year smallint not null references timetable_template,
    id            uuid     not null, -- the same from year to year
    position      int      not null,
    type_code     text     not null references activity_type,
    title         text,
    term          smallint not null check (term between 1 and 3), -- 1 autumn, 2 spring, 3 summer
    half          smallint not null check (half between 1 and 2),
    first_week    smallint not null check (first_week between 1 and 9),
    last_week     smallint not null check (last_week between first_week and 9),
    weekday       smallint check (weekday between 1 and 5),
    starts_at     time,
    least_level   text     references need_level,
    primary key (academic_year, id)
);
grant select on activity_type to ${app_role};
grant select, insert, update on timetable_template to ${app_role};
grant select, insert, update, delete on template_entry to ${app_role};

insert into timetable_template values (2000, 0);
insert into template_entry (id, academic_year, position, type_code, term, half, first_week, last_week, weekday, starts_at, least_level)
select cast('019f1000-0000-7000-8000-' || lpad(cast(e.position as text), 12, '0') as uuid), 2000, e.*
from (values
    (1, 'headteachers-meeting', 1, 1, 1, 1, 4, time '09:30', null),
    (2, 'plan-due', 1, 1, 4, 4, 5, null, null),
    (3, 'school-improvement-visit', 1, 1, 3, 6, null, time '09:00', 'targeted'),
    (4, 'need-review', 1, 1, 7, 7, 2, time '13:30', null),
    (5, 'school-improvement-visit', 1, 2, 2, 5, null, time '09:00', 'intensive'),
    (6, 'moderation', 1, 2, 3, 3, 3, time '13:00', null),
    (7, 'assessments-due', 1, 2, 5, 5, 5, null, null),
    (8, 'data-review', 1, 2, 6, 7, null, time '13:30', null),
    (9, 'headteachers-meeting', 2, 1, 1, 1, 4, time '09:30', null),
    (10, 'school-improvement-visit', 2, 1, 2, 5, null, time '09:00', null),
    (11, 'mid-year-review', 2, 1, 4, 6, null, time '13:00', null),
    (12, 'need-review', 2, 2, 1, 1, 2, time '13:30', null),
    (13, 'school-improvement-visit', 2, 2, 2, 5, null, time '09:00', 'intensive'),
    (14, 'survey', 2, 2, 3, 3, 5, null, null),
    (15, 'assessments-due', 2, 2, 4, 4, 5, null, null),
    (16, 'data-review', 2, 2, 5, 6, null, time '13:30', null),
    (17, 'headteachers-meeting', 3, 1, 1, 1, 4, time '09:30', null),
    (18, 'school-improvement-visit', 3, 1, 2, 5, null, time '09:00', 'targeted'),
    (19, 'peer-review', 3, 2, 1, 3, null, null, null),
    (20, 'school-improvement-visit', 3, 2, 2, 4, null, time '09:00', 'intensive'),
    (21, 'good-practice-day', 3, 2, 4, 4, 4, null, null),
    (22, 'evaluation-visit', 3, 2, 4, 6, null, time '09:00', null),
    (23, 'trust-review', 3, 2, 6, 6, 3, time '09:30', null)) e
    (position, type_code, term, half, first_week, last_week, weekday, starts_at, least_level);

-- One planned activity. It is cancelled, never deleted; what was done with a checkpoint is told by the checkpoint.
create table occurrence (
    id               uuid     primary key,
    academic_year    smallint not null,
    school_urn       int, -- empty: of the trust
    type_code        text     not null references activity_type,
    entry_id         uuid, -- of the template it came from, which may have changed since
    title            text,
    first_planned_on date     not null,
    day              date     not null,
    starts_at        time,
    minutes          int      check (minutes between 15 and 720),
    lead_id          uuid     references person,
    held_on          date,
    held_by          text, -- who said so
    cancelled        text, -- why
    version          int      not null default 0,
    changed_at       timestamptz not null default now(),
    check ((held_on is null) = (held_by is null)),
    check (held_on is null or cancelled is null)
);
create unique index occurrence_entry on occurrence (academic_year, entry_id, school_urn) nulls not distinct where entry_id is not null;
create index occurrence_day on occurrence (day, starts_at nulls first, id);
create index occurrence_year on occurrence (academic_year, day, starts_at nulls first, id);
create index occurrence_school on occurrence (school_urn, day, id);
create index occurrence_lead on occurrence (lead_id, day) where lead_id is not null;

create function note_change() returns trigger language plpgsql as $$
begin
    new.changed_at := now();
    return new;
end
$$;
create trigger note_change before update on occurrence for each row execute function note_change();

create table occurrence_person (
    occurrence_id uuid not null references occurrence,
    person_id     uuid not null references person,
    school_urn    int,
    primary key (occurrence_id, person_id)
);
create index occurrence_person_person on occurrence_person (person_id);

-- Which schools took part in an activity of the trust.
create table participation (
    occurrence_id uuid not null references occurrence,
    school_urn    int  not null,
    primary key (occurrence_id, school_urn)
);
create index participation_school on participation (school_urn);

call guard_by_school('occurrence');
call guard_by_school('occurrence_person');
call guard_by_school('participation');
revoke delete on occurrence from ${app_role};
-- What the trust does together is known in every school.
create policy of_trust on occurrence for select using (school_urn is null and (select scope_person()) is not null);
create policy of_trust on occurrence_person for select using (school_urn is null and (select scope_person()) is not null);

alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check check (kind in ('MENTIONED', 'ACTION_GIVEN', 'APPROVAL_ASKED',
    'APPROVAL_DECIDED', 'CHECKPOINT_SUBMITTED', 'CHECKPOINT_RETURNED', 'CHECKPOINT_SIGNED_OFF', 'TARGET_IN_TROUBLE',
    'CONCERN_RAISED', 'CONCERN_GIVEN', 'CONCERN_SHARED', 'CONCERN_TO_CLOSE', 'ACTIVITY_GIVEN', 'ACTIVITY_MOVED',
    'ACTIVITY_CANCELLED'));

-- A visit is completed by its checkpoint.
alter table checkpoint add column occurrence_id uuid references occurrence;
create unique index checkpoint_occurrence on checkpoint (occurrence_id) where occurrence_id is not null;

-- The six half-terms of an academic year by the school's own terms, else by the trust's; where there are none they are assumed.
create function half_terms(urn int, year int)
    returns table (term int, half int, first_day date, last_day date, assumed boolean)
    language sql stable parallel safe
begin atomic
    with calendar as (
        select d.id
        from term_dates d
        where d.academic_year = year and (d.school_urn = urn or d.school_urn is null)
            and exists (select from term t where t.term_dates_id = d.id)
        order by d.school_urn limit 1)
    select array_position(array['AUTUMN', 'SPRING', 'SUMMER'], t.name), h.half, h.first_day, h.last_day, false
    from calendar c
    join term t on t.term_dates_id = c.id
    cross join lateral (values (1, t.first_day, t.half_term_first_day - 1), (2, t.half_term_last_day + 1, t.last_day))
        h (half, first_day, last_day)
    union all
    select a.term, a.half, a.first_day, a.last_day, true
    from (values (1, 1, make_date(year, 9, 1), make_date(year, 10, 31)),
                 (1, 2, make_date(year, 11, 1), make_date(year, 12, 31)),
                 (2, 1, make_date(year + 1, 1, 1), make_date(year + 1, 2, 15)),
                 (2, 2, make_date(year + 1, 2, 16), make_date(year + 1, 3, 31)),
                 (3, 1, make_date(year + 1, 4, 1), make_date(year + 1, 5, 31)),
                 (3, 2, make_date(year + 1, 6, 1), make_date(year + 1, 7, 31))) a (term, half, first_day, last_day)
    where not exists (select from calendar);
end;

-- The last day of the term that a day falls in or comes before; after the last term of a year the end of August.
create function end_of_term(urn int, day date) returns date language sql stable parallel safe
    return coalesce(
        (select min(h.last_day) from half_terms(urn, academic_year_of(day)) h where h.half = 2 and h.last_day >= day),
        make_date(academic_year_of(day) + 1, 8, 31));

-- From when to when something takes place; all day where no time is set.
create function occupied(day date, starts_at time, minutes int) returns tsrange language sql immutable parallel safe
    return case
        when starts_at is null then tsrange(day, day + 1)
        else tsrange(day + starts_at, day + starts_at + make_interval(mins => coalesce(minutes, 60)))
    end;

-- Who is asked to be in two places at once: of some activities that are still to come, and that the caller may see, which person
-- is in which other one. It runs with the rights of the owner, because a person may be busy in a school that the caller does
-- not see; that they are busy is all that it gives away.
create function double_bookings(ids uuid[]) returns table (occurrence_id uuid, person_id uuid, name text, other_id uuid)
    language sql
    stable
    security definer
    set search_path = public, pg_temp
begin atomic
    with busy as (
        select o.id, o.lead_id as person_id from occurrence o where o.lead_id is not null
        union
        select p.occurrence_id, p.person_id from occurrence_person p)
    select o.id, b.person_id, n.name, x.id
    from occurrence o
    join activity_type t on t.code = o.type_code and t.attended
    join busy b on b.id = o.id
    join person n on n.id = b.person_id
    join busy c on c.person_id = b.person_id and c.id <> b.id
    join occurrence x on x.id = c.id and x.day = o.day and x.cancelled is null and x.held_on is null
    join activity_type y on y.code = x.type_code and y.attended
    where o.id = any (ids)
      and o.cancelled is null
      and (scope_trust() or o.school_urn = any (scope_schools()) or o.school_urn is null and scope_person() is not null)
      and occupied(o.day, o.starts_at, o.minutes) && occupied(x.day, x.starts_at, x.minutes);
end;
