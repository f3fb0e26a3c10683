-- Who in the trust is good at what, and has days for it. A profile is kept by the person and confirmed by their head. Everybody who
-- works with the directory may read it, whichever schools they see otherwise; so it holds the name of the school that somebody is
-- of. Conflicts of interest and absences are for the person, their school's leaders and the trust's.

create table specialism (
    code        text primary key,
    label       text not null,
    area        text not null,
    phase       text check (phase in ('PRIMARY', 'SECONDARY')),
    position    int  not null,
    valid_from  date not null default date '2020-09-01',
    valid_until date,
    check (valid_until >= valid_from)
);
grant select on specialism to ${app_role};
insert into specialism (code, label, area, phase, position) values
    ('early-reading', 'Early reading and phonics', 'English', 'PRIMARY', 1),
    ('reading', 'Reading', 'English', null, 2),
    ('writing', 'Writing', 'English', null, 3),
    ('english-secondary', 'Secondary English', 'English', 'SECONDARY', 4),
    ('maths-primary', 'Primary mathematics', 'Mathematics', 'PRIMARY', 5),
    ('maths-secondary', 'Secondary mathematics', 'Mathematics', 'SECONDARY', 6),
    ('science', 'Science', 'Curriculum', null, 7),
    ('humanities', 'Humanities', 'Curriculum', null, 8),
    ('languages', 'Languages', 'Curriculum', null, 9),
    ('computing', 'Computing', 'Curriculum', null, 10),
    ('arts', 'Arts', 'Curriculum', null, 11),
    ('physical-education', 'Physical education', 'Curriculum', null, 12),
    ('curriculum-design', 'Curriculum design', 'Curriculum', null, 13),
    ('assessment', 'Assessment', 'Curriculum', null, 14),
    ('early-years', 'Early years', 'Early years', 'PRIMARY', 15),
    ('post-16', 'Post-16', 'Post-16', 'SECONDARY', 16),
    ('send', 'Special educational needs and disabilities', 'Inclusion', null, 17),
    ('disadvantage', 'Disadvantaged pupils', 'Inclusion', null, 18),
    ('eal', 'English as an additional language', 'Inclusion', null, 19),
    ('attendance', 'Attendance', 'Attendance and behaviour', null, 20),
    ('behaviour', 'Behaviour', 'Attendance and behaviour', null, 21),
    ('safeguarding', 'Safeguarding', 'Safeguarding', null, 22),
    ('pupil-well-being', 'Pupil well-being', 'Well-being', null, 23),
    ('staff-well-being', 'Staff well-being', 'Well-being', null, 24),
    ('teaching', 'Teaching and coaching', 'Leadership', null, 25),
    ('early-career-teachers', 'Early career teachers', 'Leadership', null, 26),
    ('middle-leadership', 'Middle leadership', 'Leadership', null, 27),
    ('senior-leadership', 'Senior leadership', 'Leadership', null, 28),
    ('new-headteachers', 'New headteachers', 'Leadership', null, 29),
    ('governance', 'Governance', 'Leadership', null, 30);

create table designation (
    code        text primary key,
    label       text not null,
    position    int  not null,
    valid_from  date not null default date '2020-09-01',
    valid_until date,
    check (valid_until >= valid_from)
);
grant select on designation to ${app_role};
insert into designation (code, label, position) values
    ('national-leader-of-education', 'National leader of education', 1),
    ('local-leader-of-education', 'Local leader of education', 2),
    ('specialist-leader-of-education', 'Specialist leader of education', 3),
    ('national-leader-of-governance', 'National leader of governance', 4),
    ('ofsted-inspector', 'Ofsted inspector', 5),
    ('siams-inspector', 'SIAMS inspector', 6),
    ('npq-headship', 'NPQ for headship', 7),
    ('npq-executive-leadership', 'NPQ for executive leadership', 8),
    ('npq-senior-leadership', 'NPQ for senior leadership', 9),
    ('npq-senco', 'NPQ for SENCOs', 10);

-- school_urn: where somebody works; null for those who work for the trust as a whole.
-- confirmed_on: the head said that it is so, and that there are so many days; null again once what they confirmed has changed.
create table expert (
    id             uuid          primary key,
    person_id      uuid          not null unique references person,
    name           text          not null,
    school_urn     int,
    school_name    text,
    about          text          not null,
    days_per_term  numeric(4, 2) not null check (days_per_term between 0 and 60),
    beyond_trust   boolean       not null,
    offering       boolean       not null,
    confirmed_by   uuid          references person,
    confirmed_name text,
    confirmed_on   date,
    version        int           not null default 0,
    check ((confirmed_by is null) = (confirmed_on is null)),
    check ((confirmed_by is null) = (confirmed_name is null)),
    check ((school_urn is null) = (school_name is null))
);
create index expert_name on expert (lower(name), id);
create index expert_school on expert (school_urn, lower(name), id);

create table expert_specialism (
    expert_id  uuid not null references expert on delete cascade,
    specialism text not null references specialism,
    primary key (expert_id, specialism)
);
create index expert_specialism_code on expert_specialism (specialism, expert_id);

create table expert_designation (
    expert_id   uuid not null references expert on delete cascade,
    designation text not null references designation,
    primary key (expert_id, designation)
);

-- Why one may believe it: a signed checkpoint, a measure of their school, or words.
create table expert_evidence (
    id        uuid primary key,
    expert_id uuid not null references expert on delete cascade,
    kind      text not null check (kind in ('CHECKPOINT', 'MEASURE', 'NOTE')),
    reference text,
    label     text not null,
    check ((kind = 'NOTE') = (reference is null))
);
create index expert_evidence_expert on expert_evidence (expert_id, id);

-- Days on which somebody cannot come; why is nobody's business. The last day belongs to it.
create table expert_absence (
    id          uuid primary key,
    expert_id   uuid not null references expert on delete cascade,
    valid_from  date not null,
    valid_until date not null,
    check (valid_until >= valid_from)
);
create index expert_absence_expert on expert_absence (expert_id, valid_from);

-- A school in which somebody has an interest, or had until a day.
create table expert_conflict (
    id          uuid primary key,
    expert_id   uuid not null references expert on delete cascade,
    about_urn   int  not null,
    about_name  text not null,
    what        text not null,
    valid_from  date not null,
    valid_until date,
    check (valid_until >= valid_from)
);
create index expert_conflict_expert on expert_conflict (expert_id, id);
create index expert_conflict_about on expert_conflict (about_urn, expert_id);

alter table expert enable row level security;
create policy reading on expert for select using ((select scope_person()) is not null);
create policy adding on expert for insert with check (person_id = (select scope_person()));
create policy keeping on expert for update using (
    (select scope_trust()) or person_id = (select scope_person()) or school_urn = any ((select scope_schools())::int[]));
grant select, insert, update on expert to ${app_role};

create procedure guard_by_expert(guarded regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format(
        'create policy keeping on %s using ((select scope_trust()) or exists (select from expert e where e.id = expert_id'
        || ' and (e.person_id = (select scope_person()) or e.school_urn = any ((select scope_schools())::int[]))))',
        guarded);
    execute format('grant select, insert, update, delete on %s to ${app_role}', guarded);
end
$$;
call guard_by_expert('expert_specialism');
call guard_by_expert('expert_designation');
call guard_by_expert('expert_evidence');
call guard_by_expert('expert_absence');
call guard_by_expert('expert_conflict');
create policy reading on expert_specialism for select using ((select scope_person()) is not null);
create policy reading on expert_designation for select using ((select scope_person()) is not null);
create policy reading on expert_evidence for select using ((select scope_person()) is not null);

-- Who has a conflict of interest with a school at any time between two days. That there is one, whoever matches has to know; what
-- it is, they need not.
create function conflicted_experts(of_urn int, first date, last date)
    returns table (expert_id uuid)
    language sql
    stable
    security definer
    set search_path = public, pg_temp
begin atomic
    select distinct c.expert_id from expert_conflict c
    where scope_person() is not null and c.about_urn = of_urn and c.valid_from <= last
      and (c.valid_until is null or c.valid_until >= first);
end;

-- On how many weekdays between two days an expert is away.
create function expert_days_away(first date, last date)
    returns table (expert_id uuid, days bigint)
    language sql
    stable
    security definer
    set search_path = public, pg_temp
begin atomic
    select a.expert_id, count(distinct d.day)
    from expert_absence a
        cross join lateral generate_series(greatest(a.valid_from, first), least(a.valid_until, last), interval '1 day') d (day)
    where scope_person() is not null and a.valid_from <= last and a.valid_until >= first
      and extract(isodow from d.day) < 6
    group by a.expert_id;
end;

-- What the schools of the trust are called, for everybody who names one without seeing it.
create function trust_schools()
    returns table (urn int, name text)
    language sql
    stable
    security definer
    set search_path = public, pg_temp
begin atomic
    select s.urn, s.name from school s where scope_person() is not null and s.status = 'IN_TRUST';
end;

-- Who of them belongs to the trust on a day: whose membership of any kind counts then.
create function present_experts(today date)
    returns table (expert_id uuid)
    language sql
    stable
    security definer
    set search_path = public, pg_temp
begin atomic
    select distinct e.id from expert e join membership m on m.person_id = e.person_id
    where scope_person() is not null and m.valid_from <= today and (m.valid_until is null or m.valid_until > today);
end;
