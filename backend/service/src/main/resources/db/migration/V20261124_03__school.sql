-- The register of schools.

create table school (
    urn                  int primary key check (urn between 100000 and 999999),
    name                 text not null,
    status               text not null default 'REGISTER' check (status in ('IN_TRUST', 'LEFT', 'REGISTER')),
    phase                text not null,
    type                 text not null,
    establishment_status text not null,
    local_authority_code int  not null,
    local_authority      text not null,
    establishment_number int,
    ukprn                int,
    religious_character  text,
    diocese              text,
    low_age              int,
    high_age             int,
    capacity             int,
    number_on_roll       int,
    town                 text,
    postcode             text,
    region               text,
    easting              int,
    northing             int,
    opened_on            date,
    closed_on            date,
    joined_on            date,
    left_on              date,
    version              int  not null default 0,
    check (left_on >= joined_on)
);
create index school_name on school (lower(name), urn);
create index school_status on school (status, lower(name), urn);
create index school_laestab on school (local_authority_code, establishment_number);

-- A school that converts or is brokered gets a new URN; the links keep its history together.
create table school_link (
    school_urn int  not null,
    linked_urn int  not null,
    kind       text not null check (kind in ('PREDECESSOR', 'SUCCESSOR')),
    since      date,
    primary key (school_urn, linked_urn, kind)
);

-- What a school's intake was like, by academic year (the year in which it starts).
create table school_context (
    school_urn            int      not null,
    academic_year         smallint not null,
    number_on_roll        int,
    free_meals_percent    numeric(5, 2),
    disadvantaged_percent numeric(5, 2),
    sen_support_percent   numeric(5, 2),
    ehcp_percent          numeric(5, 2),
    eal_percent           numeric(5, 2),
    primary key (school_urn, academic_year)
);

alter table school enable row level security;
create policy school_scope on school
    using ((select scope_trust()) or (select scope_register()) or urn = any ((select scope_schools())::int[]));
grant select, insert, update on school to ${app_role};
call guard_by_school('school_link');
call guard_by_school('school_context');
create policy register on school_link for select using ((select scope_register()));
create policy register on school_context for select using ((select scope_register()));
