-- How much support each school needs, each term, and why. What is looked at and how it counts is data; what was computed
-- stays as it was computed, with the thresholds of that day.

create table need_level (
    code             text primary key,
    label            text    not null,
    position         int     not null unique, -- from the least need to the most
    from_score       numeric not null unique check (from_score between 0 and 100),
    entitlement_days int     not null check (entitlement_days > 0), -- of support, each academic year; nobody has none
    in_concern       boolean not null default false -- a school in a category of concern is at least here, whatever its score
);
insert into need_level values
    ('universal', 'Universal', 1, 0, 3, false),
    ('targeted', 'Targeted', 2, 35, 10, false),
    ('intensive', 'Intensive', 3, 60, 20, true);

-- What is looked at. A contribution begins at starts_at and grows in a straight line to maximum at full_at.
create table need_indicator (
    code              text primary key,
    label             text     not null,
    short_label       text     not null, -- for the head of a column
    area              text     not null,
    source            text     not null check (source in ('MEASURE', 'INSPECTION', 'CONCERN', 'CONTEXT')),
    computation       text     not null check (computation in ('AGAINST_ENGLAND', 'THREE_YEAR_TREND', 'DISADVANTAGED_GAP',
        'LOWEST', 'VALUE', 'LEAST_GOOD_JUDGEMENT', 'AREAS_BELOW_EXPECTED', 'YEARS_SINCE_INSPECTION', 'OPEN_CONCERNS',
        'CHANGE_IN_ROLL', 'YEARS_OF_HEADSHIP', 'LAST_EVALUATION')),
    explanation       text     not null,
    measure_codes     text[]   not null default '{}',
    assessment_point  text check (assessment_point in ('autumn', 'spring', 'summer')), -- only of this one; empty: the latest
    taught_age        smallint, -- for schools that teach pupils of this age; empty: for all
    unit              text     not null, -- as it is written behind the figure
    decimals          int      not null check (decimals between 0 and 3),
    better            text     not null check (better in ('HIGHER', 'LOWER')),
    starts_at         numeric  not null,
    full_at           numeric  not null,
    maximum           numeric  not null check (maximum > 0),
    step              numeric check (step > 0), -- the figure is rounded down to a multiple of it
    tolerance         numeric  not null default 0 check (tolerance >= 0), -- a change up to this is none
    shows_decline     boolean  not null, -- whether a change of it can be a decline; the years since an inspection only go by
    valid_from        smallint not null,
    valid_to          smallint,
    position          int      not null unique,
    check (starts_at <> full_at and (better = 'HIGHER') = (full_at < starts_at))
);
insert into need_indicator (code, label, short_label, area, source, computation, explanation, measure_codes, assessment_point, taught_age, unit,
                            decimals, better, starts_at, full_at, maximum, step, tolerance, shows_decline, valid_from, position)
values
    ('RWM_ENGLAND', 'Reading, writing and maths against England', 'RWM against England', 'Outcomes', 'MEASURE', 'AGAINST_ENGLAND',
     'Share of pupils at the expected standard in all three, less that of England in the same year',
     '{KS2_RWM_EXP}', 'summer', 10, 'percentage points', 1, 'HIGHER', 0, -20, 15, null, 0.5, true, 2015, 1),
    ('RWM_TREND', 'Reading, writing and maths: three-year trend', 'RWM trend', 'Outcomes', 'MEASURE', 'THREE_YEAR_TREND',
     'How far the straight line through the last three years goes up or down in them',
     '{KS2_RWM_EXP}', 'summer', 10, 'percentage points', 1, 'HIGHER', -3, -15, 8, null, 3, true, 2015, 2),
    ('RWM_GAP', 'Reading, writing and maths: gap of disadvantaged pupils', 'RWM gap', 'Outcomes', 'MEASURE', 'DISADVANTAGED_GAP',
     'Share of disadvantaged pupils at the expected standard in all three, less that of other pupils',
     '{KS2_RWM_EXP}', 'summer', 10, 'percentage points', 1, 'HIGHER', -10, -40, 8, null, 0.5, true, 2015, 3),
    ('KS2_PROGRESS', 'Progress in key stage 2', 'Progress', 'Outcomes', 'MEASURE', 'LOWEST',
     'The lowest of the progress in reading, writing and maths',
     '{KS2_READ_PROG,KS2_WRIT_PROG,KS2_MAT_PROG}', 'summer', 10, '', 1, 'HIGHER', 0, -4, 8, null, 0.1, true, 2015, 4),
    ('READING_AVERAGE', 'Reading: average scaled score', 'Reading', 'Outcomes', 'MEASURE', 'VALUE',
     'Mean scaled score in the reading test', '{KS2_READ_AVG}', 'summer', 10, '', 1, 'HIGHER', 105, 98, 5, null, 0.1, true, 2015, 5),
    ('MATHS_AVERAGE', 'Maths: average scaled score', 'Maths', 'Outcomes', 'MEASURE', 'VALUE',
     'Mean scaled score in the maths test', '{KS2_MAT_AVG}', 'summer', 10, '', 1, 'HIGHER', 105, 98, 5, null, 0.1, true, 2015, 6),
    ('EM5_ENGLAND', 'English and maths, grade 5 or above, against England', 'Grade 5+ against England', 'Outcomes', 'MEASURE', 'AGAINST_ENGLAND',
     'Share of pupils with grade 5 or above in both, less that of England in the same year',
     '{KS4_EM_5PLUS}', 'summer', 15, 'percentage points', 1, 'HIGHER', 0, -20, 15, null, 0.5, true, 2016, 7),
    ('EM5_TREND', 'English and maths, grade 5 or above: three-year trend', 'Grade 5+ trend', 'Outcomes', 'MEASURE', 'THREE_YEAR_TREND',
     'How far the straight line through the last three years goes up or down in them',
     '{KS4_EM_5PLUS}', 'summer', 15, 'percentage points', 1, 'HIGHER', -3, -15, 8, null, 3, true, 2016, 8),
    ('EM5_GAP', 'English and maths, grade 5 or above: gap of disadvantaged pupils', 'Grade 5+ gap', 'Outcomes', 'MEASURE', 'DISADVANTAGED_GAP',
     'Share of disadvantaged pupils with grade 5 or above in both, less that of other pupils',
     '{KS4_EM_5PLUS}', 'summer', 15, 'percentage points', 1, 'HIGHER', -10, -40, 8, null, 0.5, true, 2016, 9),
    ('PROGRESS_8', 'Progress 8', 'Progress 8', 'Outcomes', 'MEASURE', 'VALUE',
     'Progress from key stage 2 in eight subjects', '{KS4_P8}', 'summer', 15, '', 2, 'HIGHER', 0, -1, 8, null, 0.01, true, 2015, 10),
    ('ATTAINMENT_8', 'Attainment 8', 'Attainment 8', 'Outcomes', 'MEASURE', 'VALUE',
     'Mean of the pupils'' eight best qualifying results',
     '{KS4_A8}', 'summer', 15, 'points', 1, 'HIGHER', 48, 36, 10, null, 0.1, true, 2015, 11),
    ('ABSENCE', 'Absence', 'Absence', 'Attendance and behaviour', 'MEASURE', 'VALUE',
     'Sessions missed from the start of the year to the end of the latest term, of those possible',
     '{ATT_OVERALL_ABSENCE}', null, null, '%', 1, 'LOWER', 5, 10, 8, null, 0.1, true, 2006, 12),
    ('PERSISTENT_ABSENCE', 'Persistent absence', 'Persistent absence', 'Attendance and behaviour', 'MEASURE', 'VALUE',
     'Pupils who missed a tenth or more of their own possible sessions from the start of the year to the end of the latest term',
     '{ATT_PERSISTENT_ABSENCE}', null, null, '%', 1, 'LOWER', 12, 28, 8, null, 0.5, true, 2006, 13),
    ('SUSPENSIONS', 'Suspensions', 'Suspensions', 'Attendance and behaviour', 'MEASURE', 'VALUE',
     'Suspensions in the latest term for each hundred pupils on roll',
     '{SUSPENSION_RATE_TERM}', null, null, 'for each hundred pupils', 2, 'LOWER', 0.5, 4, 5, null, 0.1, true, 2006, 14),
    ('INSPECTION_GRADES', 'Inspection with graded judgements', 'Graded inspection', 'Inspection', 'INSPECTION', 'LEAST_GOOD_JUDGEMENT',
     'Points of the least good judgement of the latest inspection, where it was made in the framework of graded judgements; of an ungraded one, of what it ended in',
     '{}', null, null, 'points', 0, 'LOWER', 0, 12, 12, null, 0, true, 2005, 15),
    ('INSPECTION_AREAS', 'Inspection with a report card', 'Report card', 'Inspection', 'INSPECTION', 'AREAS_BELOW_EXPECTED',
     'Points of the areas of the latest inspection that need attention or urgent improvement, where it ended in a report card',
     '{}', null, null, 'points', 0, 'LOWER', 0, 4, 12, null, 0, true, 2025, 16),
    ('INSPECTION_AGE', 'Years since the last inspection', 'Years since inspection', 'Inspection', 'INSPECTION', 'YEARS_SINCE_INSPECTION',
     'Years since Ofsted last inspected, monitoring visits apart',
     '{}', null, null, 'years', 1, 'LOWER', 3, 6, 4, null, 0, false, 2005, 17),
    ('CONCERNS', 'Open concerns', 'Concerns', 'Concerns', 'CONCERN', 'OPEN_CONCERNS',
     'Points of the open concerns that are not restricted, by severity, rounded down to whole sixes so that they tell of no single one',
     '{}', null, null, 'points', 0, 'LOWER', 0, 24, 10, 6, 0, true, 2005, 18),
    ('STAFF_TURNOVER', 'Staff turnover', 'Staff turnover', 'Staff and context', 'MEASURE', 'VALUE',
     'Staff who left in the year, of those employed at its start',
     '{STAFF_TURNOVER}', null, null, '%', 1, 'LOWER', 15, 35, 4, null, 0.5, true, 2010, 19),
    ('STAFF_ABSENCE', 'Staff absence', 'Staff absence', 'Staff and context', 'MEASURE', 'VALUE',
     'Days of sickness absence for each full-time equivalent in the last whole year',
     '{STAFF_ABSENCE_DAYS}', 'summer', null, 'days', 1, 'LOWER', 6, 14, 4, null, 0.1, true, 2010, 20),
    ('ROLL_CHANGE', 'Change in number on roll', 'Roll', 'Staff and context', 'CONTEXT', 'CHANGE_IN_ROLL',
     'Pupils on roll this year, less those of the year before, of these',
     '{}', null, null, '%', 1, 'HIGHER', -2, -12, 4, null, 0.5, true, 2005, 21),
    ('NEW_HEADTEACHER', 'New headteacher', 'New head', 'Staff and context', 'CONTEXT', 'YEARS_OF_HEADSHIP',
     'Years since the membership of the present headteacher began',
     '{}', null, null, 'years', 1, 'HIGHER', 2, 0, 4, null, 0, false, 2005, 22),
    ('LAST_EVALUATION', 'Last cycle''s evaluation', 'Evaluation', 'Staff and context', 'CONTEXT', 'LAST_EVALUATION',
     'Mean of the points of the priorities that were evaluated in the last cycle before this year',
     '{}', null, null, 'points', 0, 'LOWER', 25, 100, 5, null, 0, true, 2005, 23);

-- What single facts count for in an indicator. Each framework of inspections has a table of its own; nothing maps one on the other.
create table need_points (
    indicator_code text    not null references need_indicator,
    code           text    not null, -- a grade, an outcome in words, a severity, a judgement
    label          text    not null,
    points         numeric not null check (points >= 0),
    position       int     not null,
    primary key (indicator_code, code)
);
insert into need_points values
    ('INSPECTION_GRADES', '1', 'Outstanding', 0, 1),
    ('INSPECTION_GRADES', '2', 'Good', 0, 2),
    ('INSPECTION_GRADES', '3', 'Requires improvement', 8, 3),
    ('INSPECTION_GRADES', '4', 'Inadequate', 12, 4),
    ('INSPECTION_GRADES', 'standards-maintained', 'Standards maintained', 0, 5),
    ('INSPECTION_GRADES', 'improved-significantly', 'Improved significantly', 0, 6),
    ('INSPECTION_GRADES', 'some-aspects-not-as-strong', 'Some aspects not as strong', 4, 7),
    ('INSPECTION_AREAS', 'exceptional', 'Exceptional', 0, 1),
    ('INSPECTION_AREAS', 'strong-standard', 'Strong standard', 0, 2),
    ('INSPECTION_AREAS', 'expected-standard', 'Expected standard', 0, 3),
    ('INSPECTION_AREAS', 'needs-attention', 'Needs attention', 1, 4),
    ('INSPECTION_AREAS', 'urgent-improvement', 'Urgent improvement', 2, 5),
    ('CONCERNS', 'LOW', 'Low', 1, 1),
    ('CONCERNS', 'MODERATE', 'Moderate', 3, 2),
    ('CONCERNS', 'HIGH', 'High', 6, 3),
    ('CONCERNS', 'CRITICAL', 'Critical', 12, 4),
    ('LAST_EVALUATION', 'FULLY_ACHIEVED', 'Fully achieved', 0, 1),
    ('LAST_EVALUATION', 'PARTLY_ACHIEVED', 'Partly achieved', 50, 2),
    ('LAST_EVALUATION', 'NOT_ACHIEVED', 'Not achieved', 100, 3);
grant select on need_level, need_indicator, need_points to ${app_role};

-- One for each school and term. possible: what all indicators together could have given that could be computed; maximum: those that
-- apply to the school. level: as computed, empty where too little could be; floor: why it is at least that of a school in concern.
create table need_assessment (
    id            uuid        primary key,
    school_urn    int         not null,
    academic_year smallint    not null,
    term          smallint    not null check (term between 1 and 3), -- 1 autumn, 2 spring, 3 summer
    ordinal       int         generated always as (academic_year * 3 + term) stored,
    as_at         date        not null,
    computed_at   timestamptz not null,
    score         numeric(4, 1) check (score between 0 and 100),
    possible      numeric     not null,
    maximum       numeric     not null,
    level         text references need_level,
    floor         text,
    moderation_id uuid, -- the one that counts
    version       int         not null default 0,
    unique (school_urn, ordinal),
    check (floor is null or level is not null)
);
create index need_assessment_term on need_assessment (ordinal desc, score desc nulls last, school_urn);

-- value: empty where it could not be computed. basis: what it follows from, or why there is none.
create table need_contribution (
    assessment_id  uuid    not null references need_assessment on delete cascade,
    indicator_code text    not null references need_indicator,
    school_urn     int     not null,
    value          numeric,
    contribution   numeric not null check (contribution between 0 and maximum),
    starts_at      numeric not null,
    full_at        numeric not null,
    maximum        numeric not null,
    basis          text    not null,
    primary key (assessment_id, indicator_code),
    check (value is not null or contribution = 0)
);
create index need_contribution_indicator on need_contribution (indicator_code, assessment_id);

-- A level that people have set instead of the computed one, with why. What was said stays.
create table need_moderation (
    id             uuid        primary key,
    assessment_id  uuid        not null references need_assessment,
    school_urn     int         not null,
    level          text        not null references need_level,
    computed_level text references need_level, -- as it was then
    rationale      text, -- empty where it is written in the chronology of a restricted concern
    person_id      uuid        not null references person,
    author         text        not null,
    at             timestamptz not null,
    approval_id    uuid references approval -- what it waited for; empty where the scheme lets one person decide
);
create index need_moderation_assessment on need_moderation (assessment_id, id desc);
create index need_moderation_school on need_moderation (school_urn, id desc);
create index need_moderation_approval on need_moderation (approval_id) where approval_id is not null;
alter table need_assessment add foreign key (moderation_id) references need_moderation;

call guard_by_school('need_assessment');
call guard_by_school('need_contribution');
call guard_by_school('need_moderation');
revoke delete on need_assessment from ${app_role};
revoke update, delete on need_moderation from ${app_role};

-- The scheduler's turn at something: true for one replica, whose running transaction reaches every school. It runs with the
-- rights of the owner, because nobody asks.
create function take_turn(key bigint) returns boolean language plpgsql security definer
    set search_path = public, pg_temp
as $$
begin
    if not pg_try_advisory_xact_lock(key) then
        return false;
    end if;
    perform set_config('uplift.trust', 'on', true);
    return true;
end
$$;

-- Who decides on a moderation: a trust leader by one level, two of them by two. A second leader is never the one who asks.
alter table delegation_rule
    drop constraint delegation_rule_decides_check,
    drop constraint delegation_rule_recommends_check,
    add constraint delegation_rule_decides_check
        check (decides in ('HEADTEACHER', 'TRUST_LEADER', 'SECOND_TRUST_LEADER', 'TRUST_BOARD')),
    add constraint delegation_rule_recommends_check
        check (recommends in ('HEADTEACHER', 'TRUST_LEADER', 'SECOND_TRUST_LEADER', 'TRUST_BOARD'));
alter table approval
    drop constraint approval_body_check,
    add constraint approval_body_check
        check (body in ('HEADTEACHER', 'TRUST_LEADER', 'SECOND_TRUST_LEADER', 'TRUST_BOARD'));
insert into delegation_rule (id, decision, decides, recommends, informed, valid_from) values
    ('019f0000-0000-7000-8000-000000000021', 'NEED_BY_ONE_LEVEL', 'TRUST_LEADER', null,
     'Academy Development Committee, trust board', '2000-01-01'),
    ('019f0000-0000-7000-8000-000000000022', 'NEED_BY_TWO_LEVELS', 'SECOND_TRUST_LEADER', 'TRUST_LEADER',
     'Academy Development Committee, trust board', '2000-01-01');

-- A priority can rest on an indicator of need.
alter table evidence
    drop constraint evidence_kind_check,
    add constraint evidence_kind_check check (kind in ('OUTCOME', 'INSPECTION', 'NEED', 'URL', 'NOTE'));

-- Why a level is another one because of a restricted concern is a line of that concern's chronology.
alter table concern_entry drop constraint concern_entry_kind_check;
alter table concern_entry add constraint concern_entry_kind_check check (kind in ('NOTE', 'SEVERITY', 'OWNER', 'STATUS',
    'RESTRICTION', 'NEED_TO_KNOW', 'ACTION', 'CLOSING', 'REOPENING', 'MERGE', 'HOLD', 'STAGE', 'NEED'));
alter table concern_entry add column moderation_id uuid references need_moderation;
create index concern_entry_moderation on concern_entry (moderation_id) where moderation_id is not null;
