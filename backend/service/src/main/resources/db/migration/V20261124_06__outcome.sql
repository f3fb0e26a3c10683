-- What is measured, for whom, and what came out.

-- Academic years by the calendar year in which they start. tolerance: the measure's own, else it follows from the target.
create table measure (
    code        text primary key,
    label       text     not null,
    key_stage   text     not null,
    unit        text     not null check (unit in ('percent', 'score', 'progress', 'points', 'days', 'rate')),
    decimals    int      not null,
    better      text     not null check (better in ('HIGHER', 'LOWER', 'NEITHER')),
    tolerance   numeric,
    valid_from  smallint not null,
    valid_to    smallint,
    computation text     not null,
    position    int      not null unique
);
insert into measure values
    ('EYFSP_GLD', 'Good level of development', 'EYFS', 'percent', 0, 'HIGHER', null, 2012, null, 'Children at 2 in all of the goals E01 to E12, of those eligible', 1),
    ('PHONICS_Y1_WA', 'Phonics: working at the standard in year 1', 'KS1', 'percent', 0, 'HIGHER', null, 2011, null, 'Pupils of year 1 with a mark at or above the year''s threshold, of those eligible', 2),
    ('MTC_AVG', 'Multiplication tables check: average score', 'KS2', 'points', 1, 'HIGHER', null, 2021, null, 'Mean mark, 0 to 25, of the pupils with a mark', 3),
    ('KS2_RWM_EXP', 'Reading, writing and maths: expected standard', 'KS2', 'percent', 0, 'HIGHER', null, 2015, null, 'Pupils with a scaled score of 100 or more in reading and in maths, and EXS or GDS in writing, of those eligible', 10),
    ('KS2_RWM_HIGH', 'Reading, writing and maths: higher standard', 'KS2', 'percent', 0, 'HIGHER', null, 2015, null, 'Pupils with a scaled score of 110 or more in reading and in maths, and GDS in writing, of those eligible', 11),
    ('KS2_READ_EXP', 'Reading: expected standard', 'KS2', 'percent', 0, 'HIGHER', null, 2015, null, 'Pupils with a scaled score of 100 or more in reading, of those eligible', 12),
    ('KS2_READ_AVG', 'Reading: average scaled score', 'KS2', 'score', 1, 'HIGHER', null, 2015, null, 'Mean scaled score in reading, 80 to 120, of the pupils with a score', 13),
    ('KS2_READ_PROG', 'Reading: progress', 'KS2', 'progress', 1, 'HIGHER', null, 2015, 2022, 'Published: progress from key stage 1, with its confidence limits', 14),
    ('KS2_WRIT_EXP', 'Writing: expected standard', 'KS2', 'percent', 0, 'HIGHER', null, 2015, null, 'Pupils with EXS or GDS in writing, of those eligible', 15),
    ('KS2_WRIT_PROG', 'Writing: progress', 'KS2', 'progress', 1, 'HIGHER', null, 2015, 2022, 'Published: progress from key stage 1, with its confidence limits', 16),
    ('KS2_MAT_EXP', 'Maths: expected standard', 'KS2', 'percent', 0, 'HIGHER', null, 2015, null, 'Pupils with a scaled score of 100 or more in maths, of those eligible', 17),
    ('KS2_MAT_AVG', 'Maths: average scaled score', 'KS2', 'score', 1, 'HIGHER', null, 2015, null, 'Mean scaled score in maths, 80 to 120, of the pupils with a score', 18),
    ('KS2_MAT_PROG', 'Maths: progress', 'KS2', 'progress', 1, 'HIGHER', null, 2015, 2022, 'Published: progress from key stage 1, with its confidence limits', 19),
    ('KS2_GPS_EXP', 'Grammar, punctuation and spelling: expected standard', 'KS2', 'percent', 0, 'HIGHER', null, 2015, null, 'Pupils with a scaled score of 100 or more in grammar, punctuation and spelling, of those eligible', 20),
    ('KS4_A8', 'Attainment 8', 'KS4', 'points', 1, 'HIGHER', null, 2015, null, 'Published: mean of the pupils'' eight best qualifying results', 30),
    ('KS4_P8', 'Progress 8', 'KS4', 'progress', 2, 'HIGHER', null, 2015, 2023, 'Published: progress from key stage 2, with its confidence limits', 31),
    ('KS4_EM_5PLUS', 'English and maths: grade 5 or above', 'KS4', 'percent', 0, 'HIGHER', null, 2016, null, 'Pupils with grade 5 or above in English and in maths, of those eligible', 32),
    ('ATT_OVERALL_ABSENCE', 'Absence', 'ALL', 'percent', 1, 'LOWER', null, 2006, null, 'Sessions missed, of the sessions possible', 40),
    ('ATT_PERSISTENT_ABSENCE', 'Persistent absence', 'ALL', 'percent', 1, 'LOWER', 0.5, 2006, null, 'Pupils who missed a tenth or more of their own possible sessions', 41),
    ('ATT_SEVERE_ABSENCE', 'Severe absence', 'ALL', 'percent', 1, 'LOWER', null, 2006, null, 'Pupils who missed half or more of their own possible sessions', 42),
    ('SUSPENSION_RATE', 'Suspensions', 'ALL', 'rate', 2, 'LOWER', null, 2006, null, 'Suspensions for each hundred pupils on roll', 43),
    ('STAFF_ABSENCE_DAYS', 'Staff absence', 'ALL', 'days', 1, 'LOWER', null, 2010, null, 'Days of sickness absence for each full-time equivalent', 50),
    ('STAFF_TURNOVER', 'Staff turnover', 'ALL', 'percent', 1, 'LOWER', null, 2010, null, 'Staff who left in the year, of those employed at its start', 51),
    ('PUPIL_WELLBEING', 'Pupil well-being', 'ALL', 'points', 1, 'HIGHER', null, 2010, null, 'Mean score of the pupil survey', 60),
    ('STAFF_WELLBEING', 'Staff well-being', 'ALL', 'points', 1, 'HIGHER', null, 2010, null, 'Mean score of the staff survey', 61);

-- breakdown: groups that together make up the whole cohort, so that one follows from the others by subtraction.
create table pupil_group (
    code      text primary key,
    label     text not null,
    breakdown text not null,
    position  int  not null unique
);
insert into pupil_group values
    ('ALL', 'All pupils', 'all', 1),
    ('MALE', 'Boys', 'sex', 2),
    ('FEMALE', 'Girls', 'sex', 3),
    ('DISADVANTAGED', 'Disadvantaged', 'disadvantage', 4),
    ('NOT_DISADVANTAGED', 'Not disadvantaged', 'disadvantage', 5),
    ('NO_SEN', 'No special educational need', 'sen', 6),
    ('SEN_SUPPORT', 'SEN support', 'sen', 7),
    ('EHCP', 'Education, health and care plan', 'sen', 8),
    ('EAL', 'English as an additional language', 'language', 9),
    ('NOT_EAL', 'English as first language', 'language', 10),
    ('PRIOR_LOW', 'Low prior attainment', 'prior', 11),
    ('PRIOR_MIDDLE', 'Middle prior attainment', 'prior', 12),
    ('PRIOR_HIGH', 'High prior attainment', 'prior', 13),
    ('MOBILE', 'Mobile', 'mobility', 14),
    ('LOOKED_AFTER', 'Looked after', 'care', 15);
grant select on measure, pupil_group to ${app_role};

-- One value of a measure for a school. symbol: c suppressed by the publisher, z not applicable, x not available.
create table outcome (
    school_urn       int      not null,
    measure_code     text     not null references measure,
    academic_year    smallint not null,
    assessment_point text     not null,
    cohort           text     not null,
    pupil_group      text     not null references pupil_group,
    source           text     not null check (source in ('published', 'computed', 'pushed')),
    value            numeric,
    symbol           text check (symbol in ('c', 'z', 'x')),
    numerator        int,
    cohort_size      int,
    coverage         numeric(5, 4),
    confidence_lower numeric,
    confidence_upper numeric,
    result_status    text     not null check (result_status in ('provisional', 'revised', 'final')),
    dated            date     not null,
    primary key (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source),
    check ((value is null) = (symbol is not null))
);
create index outcome_series on outcome (school_urn, measure_code, cohort, pupil_group, dated);
create index outcome_year on outcome (school_urn, academic_year);
call guard_by_school('outcome');

-- What a measure is elsewhere: in England's state-funded schools (code 0), or in a local authority.
create table benchmark (
    area             text     not null check (area in ('england', 'local-authority')),
    area_code        int      not null,
    measure_code     text     not null references measure,
    academic_year    smallint not null,
    assessment_point text     not null,
    pupil_group      text     not null references pupil_group,
    value            numeric,
    symbol           text check (symbol in ('c', 'z', 'x')),
    primary key (measure_code, academic_year, assessment_point, pupil_group, area, area_code),
    check ((value is null) = (symbol is not null))
);
grant select, insert, update on benchmark to ${app_role};

-- Which column of a published file holds what. role: value, lower, upper, numerator, cohort-size, coverage.
create table published_column (
    key_stage    text not null,
    column_name  text not null,
    measure_code text references measure,
    pupil_group  text not null references pupil_group,
    role         text not null check (role in ('value', 'lower', 'upper', 'cohort-size', 'coverage')),
    primary key (key_stage, column_name)
);
grant select on published_column to ${app_role};
-- Key stage 2 tables of Compare school performance: a column is a measure and, at its end or before _LOWER and _UPPER,
-- a group. The columns that end in _MOBN are of pupils who are not mobile, a group that is not kept.
insert into published_column (key_stage, column_name, measure_code, pupil_group, role)
select 'KS2', m.name || g.suffix || r.suffix, m.code, g.code, r.role
from (values ('PTRWM_EXP', 'KS2_RWM_EXP'), ('PTRWM_HIGH', 'KS2_RWM_HIGH'), ('PTREAD_EXP', 'KS2_READ_EXP'),
             ('READ_AVERAGE', 'KS2_READ_AVG'), ('READPROG', 'KS2_READ_PROG'), ('PTWRITTA_EXP', 'KS2_WRIT_EXP'),
             ('WRITPROG', 'KS2_WRIT_PROG'), ('PTMAT_EXP', 'KS2_MAT_EXP'), ('MAT_AVERAGE', 'KS2_MAT_AVG'),
             ('MATPROG', 'KS2_MAT_PROG'), ('PTGPS_EXP', 'KS2_GPS_EXP')) m (name, code),
     (values ('', 'ALL'), ('_B', 'MALE'), ('_G', 'FEMALE'), ('_L', 'PRIOR_LOW'), ('_M', 'PRIOR_MIDDLE'),
             ('_H', 'PRIOR_HIGH'), ('_FSM6CLA1A', 'DISADVANTAGED'), ('_NotFSM6CLA1A', 'NOT_DISADVANTAGED'),
             ('_EAL', 'EAL')) g (suffix, code),
     (values ('', 'value'), ('_LOWER', 'lower'), ('_UPPER', 'upper')) r (suffix, role)
where r.role = 'value' or m.code like '%PROG';
insert into published_column (key_stage, column_name, measure_code, pupil_group, role) values
    ('KS2', 'READCOV', 'KS2_READ_PROG', 'ALL', 'coverage'),
    ('KS2', 'WRITCOV', 'KS2_WRIT_PROG', 'ALL', 'coverage'),
    ('KS2', 'MATCOV', 'KS2_MAT_PROG', 'ALL', 'coverage'),
    ('KS2', 'TELIG', null, 'ALL', 'cohort-size'),
    ('KS2', 'BELIG', null, 'MALE', 'cohort-size'),
    ('KS2', 'GELIG', null, 'FEMALE', 'cohort-size'),
    ('KS2', 'TKS1GROUP_L', null, 'PRIOR_LOW', 'cohort-size'),
    ('KS2', 'TKS1GROUP_M', null, 'PRIOR_MIDDLE', 'cohort-size'),
    ('KS2', 'TKS1GROUP_H', null, 'PRIOR_HIGH', 'cohort-size'),
    ('KS2', 'TFSM6CLA1A', null, 'DISADVANTAGED', 'cohort-size'),
    ('KS2', 'TNotFSM6CLA1A', null, 'NOT_DISADVANTAGED', 'cohort-size'),
    ('KS2', 'TEALGRP2', null, 'EAL', 'cohort-size');
