-- What the measures that are computed from rows need: who feeds them, the parameters of a year, the grades of the trust,
-- confidence intervals, and the history of every value.

-- fed_by: the rows that it is computed from, an assessment or ATTENDANCE or SUSPENSION; empty when it only comes as a value.
-- computed_as: SHARE of the eligible pupils, MEAN over the pupils with a score, RATE of one count to another.
-- year_group: whose pupils are eligible; empty for every year group.
alter table measure
    add column fed_by      text,
    add column computed_as text check (computed_as in ('SHARE', 'MEAN', 'RATE')),
    add column year_group  text,
    add check ((fed_by is null) = (computed_as is null));
update measure set fed_by = 'EYFSP', computed_as = 'SHARE' where code = 'EYFSP_GLD';
update measure set fed_by = 'PHONICS', computed_as = 'SHARE' where code = 'PHONICS_Y1_WA';
update measure set fed_by = 'MTC', computed_as = 'MEAN' where code = 'MTC_AVG';
update measure set fed_by = 'KS2', computed_as = case when code like '%AVG' then 'MEAN' else 'SHARE' end
where key_stage = 'KS2' and code like 'KS2%' and unit <> 'progress';
update measure set fed_by = 'KS4', computed_as = 'SHARE' where code = 'KS4_EM_5PLUS';
update measure
set fed_by = 'KS4', computed_as = 'MEAN',
    computation = 'Mean of the pupils'' Attainment 8 scores: published, or from rows with the subject A8'
where code = 'KS4_A8';
update measure
set year_group = case fed_by when 'EYFSP' then 'R' when 'PHONICS' then '1' when 'MTC' then '4' when 'KS2' then '6' when 'KS4' then '11' end
where fed_by is not null;
update measure
set fed_by = 'ATTENDANCE', computed_as = case when code = 'ATT_OVERALL_ABSENCE' then 'RATE' else 'SHARE' end,
    computation = computation || ', from the start of the year to the end of the term'
where code like 'ATT%';
update measure
set fed_by = 'SUSPENSION', computed_as = 'RATE', computation = computation || ', from the start of the year to the end of the term'
where code = 'SUSPENSION_RATE';
insert into measure (code, label, key_stage, unit, decimals, better, tolerance, valid_from, computation, position, fed_by,
                     computed_as) values
    ('TA_READ_EXP', 'Teacher assessment: reading as expected', 'TA', 'percent', 0, 'HIGHER', null, 1990, 'Pupils of a year group whom their teacher judges at the expected grade of the trust''s set or above, of those on roll', 35, 'TA', 'SHARE'),
    ('TA_WRIT_EXP', 'Teacher assessment: writing as expected', 'TA', 'percent', 0, 'HIGHER', null, 1990, 'Pupils of a year group whom their teacher judges at the expected grade of the trust''s set or above, of those on roll', 36, 'TA', 'SHARE'),
    ('TA_MAT_EXP', 'Teacher assessment: maths as expected', 'TA', 'percent', 0, 'HIGHER', null, 1990, 'Pupils of a year group whom their teacher judges at the expected grade of the trust''s set or above, of those on roll', 37, 'TA', 'SHARE'),
    ('TA_RWM_EXP', 'Teacher assessment: reading, writing and maths as expected', 'TA', 'percent', 0, 'HIGHER', null, 1990, 'Pupils of a year group whom their teacher judges as expected or above in all three, of those on roll', 38, 'TA', 'SHARE'),
    ('ATT_OVERALL_ABSENCE_TERM', 'Absence in the term', 'ALL', 'percent', 1, 'LOWER', null, 2006, 'Sessions missed, of the sessions possible, in one term', 44, 'ATTENDANCE', 'RATE'),
    ('ATT_PERSISTENT_ABSENCE_TERM', 'Persistent absence in the term', 'ALL', 'percent', 1, 'LOWER', 0.5, 2006, 'Pupils who missed a tenth or more of their own possible sessions in one term', 45, 'ATTENDANCE', 'SHARE'),
    ('ATT_SEVERE_ABSENCE_TERM', 'Severe absence in the term', 'ALL', 'percent', 1, 'LOWER', null, 2006, 'Pupils who missed half or more of their own possible sessions in one term', 46, 'ATTENDANCE', 'SHARE'),
    ('SUSPENSION_RATE_TERM', 'Suspensions in the term', 'ALL', 'rate', 2, 'LOWER', null, 2006, 'Suspensions for each hundred pupils on roll, in one term', 47, 'SUSPENSION', 'RATE');

-- What is set for a year from outside. A year without a row of its own has the latest earlier one.
create table yearly_parameter (
    code          text     not null,
    academic_year smallint not null,
    value         numeric  not null,
    source        text     not null,
    primary key (code, academic_year)
);
insert into yearly_parameter
select 'PHONICS_THRESHOLD', year, 32, 'Standards and Testing Agency, threshold mark of the phonics screening check'
from generate_series(2011, 2024) year
where year not in (2019, 2020); -- no check in the summers of 2020 and 2021
insert into yearly_parameter values
    ('PERSISTENT_ABSENCE', 2006, 20, 'Department for Education, pupil absence in schools'),
    ('PERSISTENT_ABSENCE', 2010, 15, 'Department for Education, pupil absence in schools'),
    ('PERSISTENT_ABSENCE', 2015, 10, 'Department for Education, pupil absence in schools'),
    ('SEVERE_ABSENCE', 2006, 50, 'Department for Education, pupil absence in schools');
grant select on yearly_parameter to ${app_role};

create function parameter_of(parameter text, year int) returns numeric language sql stable parallel safe
begin atomic
    select p.value from yearly_parameter p
    where p.code = parameter and p.academic_year <= year
    order by p.academic_year desc limit 1;
end;

-- The grades of the trust's own teacher assessment, the lowest first. They are kept apart from the statutory sets, in
-- which the same letters mean something else.
create table local_grade (
    grade_set text    not null,
    grade     text    not null,
    label     text    not null,
    place     int     not null,
    expected  boolean not null,
    primary key (grade_set, grade),
    unique (grade_set, place)
);
insert into local_grade values
    ('TRUST_TA', 'BLW', 'Working below', 1, false),
    ('TRUST_TA', 'WTS', 'Working towards', 2, false),
    ('TRUST_TA', 'EXS', 'Expected', 3, true),
    ('TRUST_TA', 'GDS', 'Greater depth', 4, true);
grant select on local_grade to ${app_role};

-- Terms as outcomes are dated, 1 autumn, 2 spring, 3 summer: first and last day.
create function term_start(year int, term int) returns date language sql immutable parallel safe
    return case term when 1 then make_date(year, 9, 1) when 2 then make_date(year + 1, 1, 1) else make_date(year + 1, 4, 1) end;
create function term_end(year int, term int) returns date language sql immutable parallel safe
    return case term when 1 then make_date(year, 12, 31) when 2 then make_date(year + 1, 3, 31) else make_date(year + 1, 7, 31) end;
create function term_name(term int) returns text language sql immutable parallel safe
    return case term when 1 then 'autumn' when 2 then 'spring' else 'summer' end;
create function term_of(day date) returns int language sql immutable parallel safe
    return case when extract(month from day) >= 9 then 1 when extract(month from day) <= 3 then 2 else 3 end;

-- The day that something which was sent on another day is the value of: within the term.
create function term_day(year int, term int, sent date) returns date language sql immutable parallel safe
    return greatest(term_start(year, term), least(term_end(year, term), sent));
-- How much of a term was over on the day that it was sent, more than 0 and up to 1. What was sent before the term says nothing.
create function term_share(year int, term int, sent date) returns numeric language sql immutable parallel safe
    return case when sent < term_start(year, term) or sent >= term_end(year, term) then 1
                else cast(sent - term_start(year, term) + 1 as numeric) / (term_end(year, term) - term_start(year, term) + 1) end;

-- Confidence limits of 95 %. Of a share by Wilson's method, in percent; of a mean by its standard error. side: -1 or 1.
create function share_limit(met bigint, pupils bigint, side int) returns numeric language sql immutable parallel safe
    return round(cast(100 * (met + 1.96 ^ 2 / 2 + side * 1.96 * sqrt(met * (pupils - met) / cast(pupils as float8) + 1.96 ^ 2 / 4))
                      / (pupils + 1.96 ^ 2) as numeric), 6);
create function mean_limit(total numeric, squares numeric, pupils bigint, side int) returns numeric language sql immutable parallel safe
    return case when pupils > 1 then
        round(total / pupils + side * 1.96 * sqrt(greatest(squares - total * total / pupils, 0) / (pupils - 1) / pupils), 6) end;

-- numerator and denominator: what a share or a rate is made of; cohort_size: eligible pupils; counted: those of them whose
-- rows are in the value.
alter table outcome
    add column denominator int,
    add column counted     int;
update outcome set denominator = cohort_size, counted = cohort_size where source = 'computed' and numerator is not null;
create index outcome_everywhere on outcome (measure_code, academic_year, cohort, pupil_group, school_urn);

-- Every value that an outcome has had, and when it was learnt. gone: from then on there was none.
create table outcome_change (
    id               bigint generated always as identity,
    changed_at       timestamptz not null default transaction_timestamp(),
    school_urn       int         not null,
    measure_code     text        not null,
    academic_year    smallint    not null,
    assessment_point text        not null,
    cohort           text        not null,
    pupil_group      text        not null,
    source           text        not null,
    gone             boolean     not null,
    value            numeric,
    symbol           text,
    numerator        int,
    denominator      int,
    cohort_size      int,
    counted          int,
    coverage         numeric(5, 4),
    confidence_lower numeric,
    confidence_upper numeric,
    result_status    text        not null,
    dated            date        not null,
    primary key (school_urn, measure_code, academic_year, id)
);
call guard_by_school('outcome_change');
revoke insert, update, delete on outcome_change from ${app_role};

-- It runs with the rights of the owner, so that the history can be written by nothing else.
create function remember_outcomes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into outcome_change (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source, gone, value,
                                symbol, numerator, denominator, cohort_size, counted, coverage, confidence_lower,
                                confidence_upper, result_status, dated)
    select school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source, tg_op = 'DELETE', value,
           symbol, numerator, denominator, cohort_size, counted, coverage, confidence_lower, confidence_upper, result_status, dated
    from changed;
    return null;
end
$$;
create trigger remember_new after insert on outcome referencing new table as changed
    for each statement execute function remember_outcomes();
create trigger remember_changed after update on outcome referencing new table as changed
    for each statement execute function remember_outcomes();
create trigger remember_gone after delete on outcome referencing old table as changed
    for each statement execute function remember_outcomes();
-- What was stored before there was a history is its beginning.
insert into outcome_change (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source, gone, value,
                            symbol, numerator, denominator, cohort_size, counted, coverage, confidence_lower, confidence_upper,
                            result_status, dated)
select school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source, false, value, symbol, numerator,
       denominator, cohort_size, counted, coverage, confidence_lower, confidence_upper, result_status, dated
from outcome;
