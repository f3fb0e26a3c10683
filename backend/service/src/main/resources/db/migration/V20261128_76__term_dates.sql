-- When schools are open: terms with their half-terms and other closed days of an academic year, as the trust says, and
-- as a school says for itself. Dates are no secret, so that whoever is signed in reads them all and a deadline in
-- school days is the same for everybody; who may write them is bounded by school.

create table term_dates (
    id            uuid     primary key,
    academic_year smallint not null,
    school_urn    int,
    version       int      not null,
    unique nulls not distinct (academic_year, school_urn)
);

-- All three terms of a year, or none: a school without terms of its own keeps the trust's.
create table term (
    term_dates_id       uuid not null references term_dates on delete cascade,
    school_urn          int,
    name                text not null check (name in ('AUTUMN', 'SPRING', 'SUMMER')),
    first_day           date not null,
    half_term_first_day date not null,
    half_term_last_day  date not null,
    last_day            date not null,
    primary key (term_dates_id, name),
    check (first_day < half_term_first_day and half_term_first_day <= half_term_last_day and half_term_last_day < last_day)
);

create table closed_day (
    term_dates_id uuid not null references term_dates on delete cascade,
    school_urn    int,
    day           date not null,
    label         text not null,
    primary key (term_dates_id, day)
);
create index closed_day_day on closed_day (day, school_urn);

call guard_by_school('term_dates');
call guard_by_school('term');
call guard_by_school('closed_day');
create policy reading on term_dates for select using ((select scope_person()) is not null);
create policy reading on term for select using ((select scope_person()) is not null);
create policy reading on closed_day for select using ((select scope_person()) is not null);
create policy administering on term_dates using ((select scope_register()));
create policy administering on term using ((select scope_register()));
create policy administering on closed_day using ((select scope_register()));

-- What was said about term dates is there for the administrator too, who may change them.
create policy term_dates on activity for select using (subject = 'TERM_DATES' and (select scope_register()));
