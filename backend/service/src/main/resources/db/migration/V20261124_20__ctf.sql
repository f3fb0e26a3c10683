-- What the results in a Common Transfer File (CTF) are results of, and how far they are settled.
-- Source: Department for Education, "Common transfer file specification" (CTF 25) and the code sets of the Common Basic
-- Data Set that it refers to. The codes of the multiplication tables check, the goals of the early years profile and the
-- phonics screening check are those of the published examples; those of key stages 1 and 2 are to be held against the
-- specification of the year when the first real file comes. What is not listed is reported row by row and not taken in,
-- so that a raw mark can never pass for a scaled score; a row here is all that a new code needs.
create table ctf_assessment (
    stage            text     not null, -- blank means any, here and in the next four
    subject          text     not null,
    method           text     not null,
    component        text     not null,
    result_qualifier text     not null,
    valid_from       smallint not null, -- academic years, by the calendar year in which they start
    valid_to         smallint,
    assessment_code  text     not null references assessment,
    part             text     not null, -- the subject of the row that it becomes
    part_component   text     not null,
    grade_set        text     not null, -- of a result that is no number
    scored           boolean  not null, -- whether a number is a score; else it is a grade
    derived          text[]   not null default '{}', -- results that follow from another one, and are passed over
    primary key (stage, subject, method, component, result_qualifier, valid_from)
);
insert into ctf_assessment
select '', '', '', 'E' || lpad(goal::text, 2, '0'), '', 2012, null, 'EYFSP', 'E' || lpad(goal::text, 2, '0'), '', 'EYFSP',
    false
from generate_series(1, 17) goal;
insert into ctf_assessment values
    ('', 'PHO', '', '', '', 2011, null, 'PHONICS', '', '', 'PHONICS', true, '{Wa,Wt}'),
    ('KS2', 'MAT', 'TT', 'MTC', 'MT', 2018, null, 'MTC', '', '', 'MTC', true, '{}'),
    ('KS2', 'ENG', 'TT', 'REA', 'SC', 2015, null, 'KS2', 'REA', 'TEST', 'KS2_TEST', true, '{AS,NS}'),
    ('KS2', 'ENG', 'TT', 'GPS', 'SC', 2015, null, 'KS2', 'GPS', 'TEST', 'KS2_TEST', true, '{AS,NS}'),
    ('KS2', 'MAT', 'TT', 'MAT', 'SC', 2015, null, 'KS2', 'MAT', 'TEST', 'KS2_TEST', true, '{AS,NS}'),
    ('KS2', 'ENG', 'TA', 'WRI', '', 2015, null, 'KS2', 'WRI', 'TA', 'KS2_TA', false, '{}'),
    ('KS2', 'SCI', 'TA', '', '', 2015, null, 'KS2', 'SCI', 'TA', 'KS2_TA_SCIENCE', false, '{}'),
    ('KS1', 'ENG', 'TT', 'REA', 'SC', 2015, 2022, 'KS1', 'REA', 'TEST', 'KS1_TEST', true, '{AS,NS}'),
    ('KS1', 'MAT', 'TT', 'MAT', 'SC', 2015, 2022, 'KS1', 'MAT', 'TEST', 'KS1_TEST', true, '{AS,NS}'),
    ('KS1', 'ENG', 'TA', 'REA', '', 2015, 2022, 'KS1', 'REA', 'TA', 'KS1_TA', false, '{}'),
    ('KS1', 'ENG', 'TA', 'WRI', '', 2015, 2022, 'KS1', 'WRI', 'TA', 'KS1_TA', false, '{}'),
    ('KS1', 'MAT', 'TA', 'MAT', '', 2015, 2022, 'KS1', 'MAT', 'TA', 'KS1_TA', false, '{}'),
    ('KS1', 'SCI', 'TA', '', '', 2015, 2022, 'KS1', 'SCI', 'TA', 'KS1_TA', false, '{}');

create table ctf_result_status (
    code          text primary key,
    label         text     not null,
    facet         text     not null check (facet in ('achieved', 'target', 'prediction', 'baseline')),
    result_status text     not null check (result_status in ('provisional', 'revised', 'final')),
    valid_from    smallint not null,
    valid_to      smallint
);
insert into ctf_result_status values
    ('R', 'Result', 'achieved', 'final', 1990, null),
    ('I', 'Interim', 'achieved', 'provisional', 1990, null),
    ('E', 'Estimate', 'prediction', 'provisional', 1990, null),
    ('T', 'Target', 'target', 'provisional', 1990, null);
grant select on ctf_assessment, ctf_result_status to ${app_role};
