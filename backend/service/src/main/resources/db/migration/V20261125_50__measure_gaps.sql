-- A measure can be missing more than once, and readers want to know why. What was one gap in the catalogue becomes a list of
-- gaps, each with its reason.
create table measure_gap (
    measure_code text     not null references measure,
    from_year    smallint not null,
    to_year      smallint not null,
    reason       text     not null,
    primary key (measure_code, from_year),
    check (to_year >= from_year)
);
insert into measure_gap
select code, gap_from, gap_to,
       case code when 'KS4_P8' then 'These pupils have no key stage 2 results to start from: the tests of 2020 and 2021 were cancelled'
                 else 'These pupils have no key stage 1 results to start from: the assessments of 2020 and 2021 were cancelled' end
from measure
where gap_from is not null;
insert into measure_gap
select code, 2019, 2020,
       case key_stage when 'EYFS' then 'The assessment was not required in the summers of 2020 and 2021'
                      when 'KS1' then 'There was no check in the summers of 2020 and 2021'
                      when 'KS2' then 'There were no assessments in the summers of 2020 and 2021'
                      else 'There were no exams in the summers of 2020 and 2021' end
from measure
where key_stage in ('EYFS', 'KS1', 'KS2', 'KS4') and valid_from <= 2019;
alter table measure
    drop column gap_from,
    drop column gap_to;
grant select on measure_gap to ${app_role};
