-- Pupils, without names, and their results, narrow and partitioned by academic year.

-- The number of a pupil is kept encrypted and found by a keyed hash; readers of rows see the pseudonym.
create table pupil (
    id            bigint generated always as identity primary key,
    pseudonym     uuid  not null unique,
    upn_hash      bytea not null unique,
    upn_encrypted bytea not null
);
alter table pupil enable row level security;
create policy known_caller on pupil using ((select scope_person()) is not null);
grant select, insert on pupil to ${app_role};

-- A pupil in a school and an academic year, with what the groups need.
create table pupil_year (
    school_urn        int         not null,
    academic_year     smallint    not null,
    pupil_id          bigint      not null references pupil,
    year_group        text        not null,
    sex               text check (sex in ('F', 'M')),
    disadvantaged     boolean,
    sen_provision     text check (sen_provision in ('N', 'K', 'E')),
    eal               boolean,
    looked_after      boolean,
    prior_attainment  text check (prior_attainment in ('low', 'middle', 'high')),
    mobile            boolean,
    source_system     text        not null,
    source_updated_at timestamptz not null,
    primary key (school_urn, academic_year, pupil_id)
);
create index pupil_year_pupil on pupil_year (pupil_id);
call guard_by_school('pupil_year');

-- Code lists of assessments.
create table assessment (
    code       text primary key,
    label      text     not null,
    valid_from smallint not null,
    valid_to   smallint
);
insert into assessment values
    ('EYFSP', 'Early years foundation stage profile', 2012, null),
    ('PHONICS', 'Phonics screening check', 2011, null),
    ('MTC', 'Multiplication tables check', 2018, null),
    ('KS1', 'Key stage 1', 1990, 2022),
    ('KS2', 'Key stage 2', 2015, null),
    ('KS4', 'Key stage 4', 1990, null),
    ('TA', 'Termly teacher assessment', 1990, null);

-- What a result of an assessment can be: a score between two bounds, or a grade of a set. Blank means any.
create table assessment_value (
    assessment_code text not null references assessment,
    subject         text not null,
    component       text not null,
    grade_set       text not null,
    lowest_score    numeric,
    highest_score   numeric,
    primary key (assessment_code, subject, component, grade_set)
);
insert into assessment_value
select 'EYFSP', 'E' || lpad(goal::text, 2, '0'), '', 'EYFSP', null, null from generate_series(1, 17) goal;
insert into assessment_value values
    ('PHONICS', '', '', 'PHONICS', 0, 40),
    ('MTC', '', '', 'MTC', 0, 25),
    ('KS1', '', '', '', 0, 200),
    ('KS2', 'REA', 'TEST', 'KS2_TEST', 80, 120),
    ('KS2', 'MAT', 'TEST', 'KS2_TEST', 80, 120),
    ('KS2', 'GPS', 'TEST', 'KS2_TEST', 80, 120),
    ('KS2', 'WRI', 'TA', 'KS2_TA', null, null),
    ('KS2', 'SCI', 'TA', 'KS2_TA_SCIENCE', null, null),
    ('KS4', '', '', '', 0, 200),
    ('TA', '', '', '', 0, 1000);

-- The grades of the statutory sets, and whether they say that the expected or the higher standard is met. A set that
-- is not listed here is local to the trust, and any short grade can stand in it.
create table assessment_grade (
    grade_set text    not null,
    grade     text    not null,
    label     text    not null,
    expected  boolean not null default false,
    higher    boolean not null default false,
    primary key (grade_set, grade)
);
insert into assessment_grade values
    ('EYFSP', '1', 'Emerging', false, false),
    ('EYFSP', '2', 'Expected', true, false),
    ('EYFSP', 'A', 'Exempt', false, false),
    ('KS2_TA', 'GDS', 'Working at greater depth', true, true),
    ('KS2_TA', 'EXS', 'Working at the expected standard', true, false),
    ('KS2_TA', 'WTS', 'Working towards the expected standard', false, false),
    ('KS2_TA', 'PK6', 'Pre-key stage standard 6', false, false),
    ('KS2_TA', 'PK5', 'Pre-key stage standard 5', false, false),
    ('KS2_TA', 'PK4', 'Pre-key stage standard 4', false, false),
    ('KS2_TA', 'PK3', 'Pre-key stage standard 3', false, false),
    ('KS2_TA', 'PK2', 'Pre-key stage standard 2', false, false),
    ('KS2_TA', 'PK1', 'Pre-key stage standard 1', false, false),
    ('KS2_TA', 'EM', 'Working at emerging', false, false),
    ('KS2_TA', 'A', 'Absent', false, false),
    ('KS2_TA', 'L', 'Left', false, false),
    ('KS2_TA', 'F', 'Future', false, false),
    ('KS2_TA', 'P', 'Past', false, false),
    ('KS2_TA_SCIENCE', 'EXS', 'Working at the expected standard', true, false),
    ('KS2_TA_SCIENCE', 'HNM', 'Has not met the expected standard', false, false),
    ('KS2_TA_SCIENCE', 'A', 'Absent', false, false),
    ('KS2_TA_SCIENCE', 'L', 'Left', false, false),
    ('KS2_TA_SCIENCE', 'F', 'Future', false, false),
    ('KS2_TA_SCIENCE', 'P', 'Past', false, false);
insert into assessment_grade (grade_set, grade, label)
select grade_set, grade, label
from (values ('KS2_TEST'), ('PHONICS'), ('MTC')) sets (grade_set),
     (values ('A', 'Absent'), ('B', 'Working below the level of the test'), ('J', 'Just arrived'),
             ('L', 'Left'), ('M', 'Missing'), ('Q', 'Maladministration'), ('T', 'Working at the level of the test but unable to access it'),
             ('U', 'Unable to take part'), ('X', 'Lost'), ('Z', 'Ineligible'), ('H', 'Pupil cheating'),
             ('F', 'Future'), ('P', 'Past'), ('D', 'Disapplied'), ('N', 'No score')) non_marks (grade, label);
grant select on assessment, assessment_value, assessment_grade to ${app_role};

-- What a result is a result of, as a small number; and grades likewise.
create table result_slot (
    id               int generated always as identity primary key,
    source_system    text not null,
    assessment_point text not null,
    assessment_code  text not null,
    subject          text not null,
    component        text not null,
    facet            text not null,
    unique (source_system, assessment_point, assessment_code, subject, component, facet)
);
create table result_grade (
    id        int generated always as identity primary key,
    grade_set text not null,
    grade     text not null,
    unique (grade_set, grade)
);
grant select, insert on result_slot, result_grade to ${app_role};

-- status: 1 provisional, 2 revised, 3 final. The school leads the key: results can be distributed by school.
create table result (
    school_urn        int         not null,
    academic_year     smallint    not null,
    slot_id           int         not null references result_slot,
    pupil_id          bigint      not null references pupil,
    grade_id          int references result_grade,
    score             numeric(7, 2),
    status            smallint    not null check (status between 1 and 3),
    result_date       date        not null,
    source_updated_at timestamptz not null,
    job_id            uuid        not null,
    primary key (school_urn, academic_year, slot_id, pupil_id)
) partition by list (academic_year);
do $$
begin
    for year in 2005..2040 loop
        execute format('create table result_%s partition of result for values in (%s)', year, year);
        execute format('alter table result_%s enable row level security', year);
    end loop;
end
$$;
create table result_other partition of result default;
alter table result_other enable row level security;
create index result_pupil on result (pupil_id);
call guard_by_school('result');
