-- Published results of schools as they come: what their columns and markers mean, by academic year. Source: the
-- dictionary that is published with the files.

-- A measure may be absent for some years in between: these pupils had no earlier assessment to start from.
alter table measure
    add column gap_from smallint,
    add column gap_to   smallint,
    add check ((gap_from is null) = (gap_to is null) and gap_to >= gap_from);
update measure set valid_to = null, gap_from = 2023, gap_to = 2024
where code in ('KS2_READ_PROG', 'KS2_WRIT_PROG', 'KS2_MAT_PROG');
update measure set valid_to = null, gap_from = 2024, gap_to = 2025 where code = 'KS4_P8';

-- What files write instead of a figure. The marker is kept beside the symbol that it becomes.
create table published_marker (
    marker text primary key,
    symbol text not null check (symbol in ('c', 'z', 'x')),
    label  text not null
);
insert into published_marker values
    ('SUPP', 'c', 'Suppressed'),
    ('C', 'c', 'Suppressed'),
    ('NA', 'x', 'Not available'),
    ('N/A', 'x', 'Not available'),
    ('NULL', 'x', 'Not available'),
    ('X', 'x', 'Not available'),
    ('NE', 'z', 'No eligible pupils'),
    ('Z', 'z', 'Not applicable'),
    ('LOWCOV', 'x', 'Coverage too low'),
    ('NEW', 'x', 'New school'),
    ('NP', 'x', 'Not published'),
    ('DNS', 'x', 'Not submitted'),
    ('RE', 'x', 'Redacted'),
    ('U', 'x', 'Low reliability');
grant select on published_marker to ${app_role};
alter table outcome add column marker text references published_marker;
alter table benchmark add column marker text references published_marker;

-- The key stages whose results are published by school, and the year group that they are about.
create table published_key_stage (
    key_stage text primary key,
    cohort    text not null
);
insert into published_key_stage values ('KS2', '6');
grant select on published_key_stage to ${app_role};

-- Which column tells what. Columns are found by name, without regard to case. One that not every year's file has is
-- taken where it is, and not missed where it is not.
drop table published_column;
create table published_column (
    key_stage    text     not null references published_key_stage,
    column_name  text     not null,
    role         text     not null check (role in ('VALUE', 'LOWER', 'UPPER', 'COVERAGE', 'COHORT_SIZE')),
    measure_code text references measure, -- empty for the size of a group, which is the same for every measure
    pupil_group  text     not null references pupil_group,
    expected     boolean  not null,
    valid_from   smallint not null,
    valid_to     smallint check (valid_to >= valid_from),
    primary key (key_stage, column_name, valid_from),
    check ((measure_code is null) = (role = 'COHORT_SIZE'))
);
grant select on published_column to ${app_role};

-- All pupils.
insert into published_column
select 'KS2', name, 'VALUE', code, 'ALL', true, 2015, null
from (values
    ('PTRWM_EXP', 'KS2_RWM_EXP'), ('PTRWM_HIGH', 'KS2_RWM_HIGH'), ('PTREAD_EXP', 'KS2_READ_EXP'),
    ('READ_AVERAGE', 'KS2_READ_AVG'), ('PTWRITTA_EXP', 'KS2_WRIT_EXP'), ('PTMAT_EXP', 'KS2_MAT_EXP'),
    ('MAT_AVERAGE', 'KS2_MAT_AVG'), ('PTGPS_EXP', 'KS2_GPS_EXP')) c (name, code);

-- Groups. Those of prior attainment are by key stage 1, which some years have not. The columns that end in _MOBN are
-- about pupils who did not join late, a group that is not kept.
insert into published_column
select 'KS2', c.name || '_' || g.suffix, 'VALUE', c.code, g.pupil_group, c.every_group or g.always, y.valid_from, y.valid_to
from (values
    ('PTRWM_EXP', 'KS2_RWM_EXP', true), ('PTRWM_HIGH', 'KS2_RWM_HIGH', true), ('READ_AVERAGE', 'KS2_READ_AVG', true),
    ('MAT_AVERAGE', 'KS2_MAT_AVG', true), ('PTREAD_EXP', 'KS2_READ_EXP', false), ('PTMAT_EXP', 'KS2_MAT_EXP', false),
    ('PTGPS_EXP', 'KS2_GPS_EXP', false), ('PTWRITTA_EXP', 'KS2_WRIT_EXP', false)) c (name, code, every_group)
    cross join (values
        ('B', 'MALE', false), ('G', 'FEMALE', false), ('EAL', 'EAL', false),
        ('L', 'PRIOR_LOW', true), ('M', 'PRIOR_MIDDLE', true), ('H', 'PRIOR_HIGH', true),
        ('FSM6CLA1A', 'DISADVANTAGED', true), ('NotFSM6CLA1A', 'NOT_DISADVANTAGED', true)) g (suffix, pupil_group, always)
    join (values (true, 2015, 2022), (true, 2025, 2026), (false, 2015, null)) y (by_prior, valid_from, valid_to)
        on y.by_prior = (g.pupil_group like 'PRIOR%');

-- Progress, with its confidence limits and coverage.
insert into published_column
select 'KS2', c.name || g.infix || r.suffix, r.role, c.code, g.pupil_group, true, y.valid_from, y.valid_to
from (values ('READPROG', 'KS2_READ_PROG'), ('WRITPROG', 'KS2_WRIT_PROG'), ('MATPROG', 'KS2_MAT_PROG')) c (name, code)
    cross join (values
        ('', 'ALL'), ('_B', 'MALE'), ('_G', 'FEMALE'), ('_EAL', 'EAL'), ('_L', 'PRIOR_LOW'), ('_M', 'PRIOR_MIDDLE'),
        ('_H', 'PRIOR_HIGH'), ('_FSM6CLA1A', 'DISADVANTAGED'), ('_NotFSM6CLA1A', 'NOT_DISADVANTAGED')) g (infix, pupil_group)
    cross join (values ('', 'VALUE'), ('_LOWER', 'LOWER'), ('_UPPER', 'UPPER')) r (suffix, role)
    cross join (values (2015, 2022), (2025, null)) y (valid_from, valid_to);
insert into published_column
select 'KS2', c.name, 'COVERAGE', c.code, 'ALL', true, y.valid_from, y.valid_to
from (values ('READCOV', 'KS2_READ_PROG'), ('WRITCOV', 'KS2_WRIT_PROG'), ('MATCOV', 'KS2_MAT_PROG')) c (name, code)
    cross join (values (2015, 2022), (2025, null)) y (valid_from, valid_to);

-- How many pupils.
insert into published_column
select 'KS2', name, 'COHORT_SIZE', null, pupil_group, true, valid_from, valid_to
from (values
    ('TELIG', 'ALL', 2015, null), ('BELIG', 'MALE', 2015, null), ('GELIG', 'FEMALE', 2015, null),
    ('TFSM6CLA1A', 'DISADVANTAGED', 2015, null), ('TNotFSM6CLA1A', 'NOT_DISADVANTAGED', 2015, null),
    ('TEALGRP2', 'EAL', 2015, null),
    ('TKS1GROUP_L', 'PRIOR_LOW', 2015, 2022), ('TKS1GROUP_M', 'PRIOR_MIDDLE', 2015, 2022),
    ('TKS1GROUP_H', 'PRIOR_HIGH', 2015, 2022), ('TKS1GROUP_L', 'PRIOR_LOW', 2025, 2026),
    ('TKS1GROUP_M', 'PRIOR_MIDDLE', 2025, 2026), ('TKS1GROUP_H', 'PRIOR_HIGH', 2025, 2026))
    c (name, pupil_group, valid_from, valid_to);
