-- Inspections of schools, each in the framework that it was made under. What the inspectorates can say is data: a code
-- has a first and a last day, and an old inspection keeps its meaning when a list changes. An empty first day means
-- "as far back as is known", an empty last day "still in use". Source: the public descriptions of Ofsted's inspection
-- frameworks and management information, and of SIAMS.

create table inspection_framework (
    code            text primary key,
    label           text not null,
    inspectorate    text not null,
    valid_from      date,
    valid_to        date,
    overall_until   date, -- last first-day of an inspection that is given an overall effectiveness; empty: none is
    rank            int  not null
);
insert into inspection_framework (code, label, inspectorate, valid_from, valid_to, overall_until, rank) values
    ('graded-judgements', 'Inspection with graded judgements', 'Ofsted', null, date '2025-11-09', date '2024-09-01', 1),
    ('report-card', 'Report card', 'Ofsted', date '2025-11-10', null, null, 2),
    ('siams', 'Statutory Inspection of Anglican and Methodist Schools', 'SIAMS', null, null, null, 3);

-- The published files spell a type in many ways: the first pattern in the order of recognition that is found tells it.
create table inspection_type (
    framework   text    not null references inspection_framework,
    code        text    not null,
    label       text    not null,
    valid_from  date,
    valid_to    date,
    rank        int     not null,
    judges      boolean not null, -- it can give grades
    outcome     boolean not null, -- it ends in an outcome in words
    pattern     text    not null, -- regular expression on the spelling of published files, without regard to case
    recognition int     not null,
    primary key (framework, code)
);
-- One that began ungraded and became graded on the way is graded.
insert into inspection_type (framework, code, label, rank, judges, outcome, pattern, recognition) values
    ('graded-judgements', 'graded', 'Graded inspection (section 5)', 1, true, false,
     'deemed.*5|converted|(?<!un)graded|section 5|\bs5\b|full', 4),
    ('graded-judgements', 'ungraded', 'Ungraded inspection (section 8)', 2, false, true,
     'ungraded|short|section 8|\bs8\b', 5),
    ('graded-judgements', 'urgent', 'Urgent inspection', 3, true, true, 'urgent|no formal designation|emergency', 3),
    ('graded-judgements', 'monitoring', 'Monitoring inspection', 4, false, true, 'monitoring', 2),
    ('graded-judgements', 'other', 'Other inspection', 5, true, true, '', 9),
    ('report-card', 'full', 'Full inspection', 1, true, false, 'full|(?<!un)graded|section 5|\bs5\b', 6),
    ('report-card', 'monitoring-category-of-concern', 'Monitoring of a school in a category of concern', 2, true, false,
     'monitoring.*(category|concern|special measures|significant improvement)', 1),
    ('report-card', 'monitoring-needs-attention', 'Monitoring of a school that needs attention', 3, true, false,
     'monitoring.*needs attention', 2),
    ('report-card', 'monitoring-focused', 'Focused monitoring', 4, true, false, 'focus', 3),
    ('report-card', 'monitoring', 'Monitoring', 5, true, false, 'monitoring', 4),
    ('report-card', 'urgent', 'Urgent inspection', 6, true, false, 'urgent|no formal designation|emergency', 5),
    ('report-card', 'other', 'Other inspection', 7, true, false, '', 9),
    ('siams', 'section-48', 'Section 48 inspection', 1, true, false, '', 9);

-- What is judged.
create table inspection_area (
    framework      text    not null references inspection_framework,
    code           text    not null,
    label          text    not null,
    valid_from     date,
    valid_to       date,
    rank           int     not null,
    where_it_applies boolean not null default false, -- judged only in schools that have it
    primary key (framework, code)
);
insert into inspection_area (framework, code, label, rank, where_it_applies) values
    ('graded-judgements', 'quality-of-education', 'Quality of education', 1, false),
    ('graded-judgements', 'behaviour-and-attitudes', 'Behaviour and attitudes', 2, false),
    ('graded-judgements', 'personal-development', 'Personal development', 3, false),
    ('graded-judgements', 'leadership-and-management', 'Leadership and management', 4, false),
    ('graded-judgements', 'early-years', 'Early years provision', 5, true),
    ('graded-judgements', 'sixth-form', 'Sixth-form provision', 6, true),
    ('report-card', 'inclusion', 'Inclusion', 1, false),
    ('report-card', 'curriculum-and-teaching', 'Curriculum and teaching', 2, false),
    ('report-card', 'achievement', 'Achievement', 3, false),
    ('report-card', 'attendance-and-behaviour', 'Attendance and behaviour', 4, false),
    ('report-card', 'personal-development', 'Personal development and well-being', 5, false),
    ('report-card', 'leadership-and-governance', 'Leadership and governance', 6, false),
    ('report-card', 'early-years', 'Early years', 7, true),
    ('report-card', 'post-16', 'Post-16 provision', 8, true),
    ('siams', 'church-school', 'As a school with a religious character', 1, false);

-- How it is judged. Grades of different frameworks are different things; nothing maps one on the other.
create table inspection_grade (
    framework  text    not null references inspection_framework,
    code       text    not null,
    label      text    not null,
    valid_from date,
    valid_to   date,
    rank       int     not null,
    judged     boolean not null default true,  -- false: it says why there is no grade
    concern    boolean not null default false, -- it puts the school in a category of concern
    primary key (framework, code)
);
insert into inspection_grade (framework, code, label, valid_from, valid_to, rank, judged, concern) values
    ('graded-judgements', '1', 'Outstanding', null, null, 1, true, false),
    ('graded-judgements', '2', 'Good', null, null, 2, true, false),
    ('graded-judgements', '3', 'Requires improvement', null, null, 3, true, false),
    ('graded-judgements', '4', 'Inadequate', null, null, 4, true, false),
    ('graded-judgements', '0', 'Insufficient evidence', null, null, 5, false, false),
    ('graded-judgements', '8', 'Does not apply', null, null, 6, false, false),
    ('graded-judgements', '9', 'Not recorded or not available', null, null, 7, false, false),
    ('graded-judgements', 'not-judged', 'Not judged', null, null, 8, false, false),
    ('report-card', 'exceptional', 'Exceptional', null, null, 1, true, false),
    ('report-card', 'strong-standard', 'Strong standard', null, null, 2, true, false),
    ('report-card', 'expected-standard', 'Expected standard', null, null, 3, true, false),
    ('report-card', 'needs-attention', 'Needs attention', null, null, 4, true, false),
    ('report-card', 'urgent-improvement', 'Urgent improvement', null, null, 5, true, true),
    ('report-card', 'not-applicable', 'Not applicable', null, null, 6, false, false),
    ('report-card', 'not-judged', 'Not judged', null, null, 7, false, false),
    ('siams', 'j1', 'J1', date '2023-01-01', null, 1, true, false),
    ('siams', 'j2', 'J2', date '2023-01-01', null, 2, true, false),
    ('siams', 'excellent', 'Excellent', null, date '2023-08-31', 3, true, false),
    ('siams', 'good', 'Good', null, date '2023-08-31', 4, true, false),
    ('siams', 'requires-improvement', 'Requires improvement', null, date '2023-08-31', 5, true, false),
    ('siams', 'ineffective', 'Ineffective as a school with a religious character', null, date '2023-08-31', 6, true, false);

create table inspection_safeguarding (
    framework  text    not null references inspection_framework,
    code       text    not null,
    label      text    not null,
    valid_from date,
    valid_to   date,
    rank       int     not null,
    concern    boolean not null default false,
    primary key (framework, code)
);
insert into inspection_safeguarding (framework, code, label, rank, concern) values
    ('graded-judgements', 'effective', 'Effective', 1, false),
    ('graded-judgements', 'not-effective', 'Not effective', 2, false),
    ('graded-judgements', 'not-recorded', 'Not recorded', 3, false),
    ('report-card', 'met', 'Met', 1, false),
    ('report-card', 'not-met', 'Not met', 2, true),
    ('report-card', 'not-recorded', 'Not recorded', 3, false);

create table category_of_concern (
    framework  text not null references inspection_framework,
    code       text not null,
    label      text not null,
    valid_from date,
    valid_to   date,
    rank       int  not null,
    primary key (framework, code)
);
insert into category_of_concern (framework, code, label, rank) values
    ('graded-judgements', 'SM', 'Special measures', 1),
    ('graded-judgements', 'SWK', 'Serious weaknesses', 2),
    ('graded-judgements', 'NTI', 'Notice to improve', 3),
    ('report-card', 'SM', 'Special measures', 1),
    ('report-card', 'RSI', 'Requires significant improvement', 2);

-- Ungraded inspections end in words. Only "School remains …" implies a grade.
create table ungraded_outcome (
    framework     text not null references inspection_framework,
    code          text not null,
    label         text not null,
    valid_from    date,
    valid_to      date,
    rank          int  not null,
    implied_grade text,
    primary key (framework, code),
    foreign key (framework, implied_grade) references inspection_grade (framework, code)
);
insert into ungraded_outcome (framework, code, label, rank, implied_grade) values
    ('graded-judgements', 'remains-outstanding', 'School remains Outstanding', 1, '1'),
    ('graded-judgements', 'remains-good', 'School remains Good', 2, '2'),
    ('graded-judgements', 'standards-maintained', 'Standards maintained', 3, null),
    ('graded-judgements', 'improved-significantly', 'Improved significantly', 4, null),
    ('graded-judgements', 'some-aspects-not-as-strong', 'Some aspects not as strong', 5, null);

grant select on inspection_framework, inspection_type, inspection_area, inspection_grade, inspection_safeguarding,
    category_of_concern, ungraded_outcome to ${app_role};

create table inspection (
    id                    uuid primary key,
    school_urn            int  not null,                -- whose history it belongs to
    inspected_urn         int,                          -- what was inspected; empty: an earlier URN that is not named
    framework             text not null,
    inspection_type       text not null,
    type_as_published     text,
    start_date            date not null,
    end_date              date,
    publication_date      date,
    overall_effectiveness text,
    ungraded_outcome      text,                         -- as published
    safeguarding          text,
    category_of_concern   text,
    source                text not null check (source in ('OFSTED', 'RECORDED')),
    web_link              text,
    version               int  not null default 0,
    unique (school_urn, framework, inspection_type, start_date),
    foreign key (framework, inspection_type) references inspection_type (framework, code),
    foreign key (framework, overall_effectiveness) references inspection_grade (framework, code),
    foreign key (framework, safeguarding) references inspection_safeguarding (framework, code),
    foreign key (framework, category_of_concern) references category_of_concern (framework, code),
    check (end_date >= start_date),
    check (publication_date >= start_date),
    check (overall_effectiveness is null or start_date < date '2024-09-02')
);
create index inspection_timeline on inspection (school_urn, start_date desc, id desc);

create table inspection_judgement (
    inspection_id uuid not null references inspection on delete cascade,
    school_urn    int  not null,
    framework     text not null,
    area          text not null,
    grade         text not null,
    primary key (inspection_id, area),
    foreign key (framework, area) references inspection_area (framework, code),
    foreign key (framework, grade) references inspection_grade (framework, code)
);

call guard_by_school('inspection');
call guard_by_school('inspection_judgement');
-- Who may see a school may see the inspections of the URN that it had before.
create policy predecessor on inspection for select using (school_urn = any (array(
    select linked_urn from school_link
    where kind = 'PREDECESSOR' and school_urn = any ((select scope_schools())::int[]))));
create policy predecessor on inspection_judgement for select using (school_urn = any (array(
    select linked_urn from school_link
    where kind = 'PREDECESSOR' and school_urn = any ((select scope_schools())::int[]))));
