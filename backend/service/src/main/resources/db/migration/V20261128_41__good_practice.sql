-- What has worked in one school, for all of them to learn from. Every person may read it, whichever schools they see otherwise;
-- so it holds the name of its school, and no figures but those that people type. Who belongs to the school publishes it, and
-- takes it back with a reason.

create table good_practice (
    id                uuid primary key,
    evaluation_id     uuid not null references evaluation on delete cascade,
    school_urn        int,
    school_name       text,
    title             text not null,
    what              text not null,
    area              text,
    impact            text not null,
    context           text,
    publisher_id      uuid not null references person,
    publisher         text not null,
    published_on      date not null,
    withdrawn_on      date,
    withdrawal_reason text,
    version           int  not null default 0,
    words             tsvector generated always as (to_tsvector('english',
        title || ' ' || what || ' ' || impact || ' ' || coalesce(context, '') || ' ' || coalesce(area, ''))) stored,
    check ((withdrawn_on is null) = (withdrawal_reason is null))
);
create unique index good_practice_evaluation on good_practice (evaluation_id) where withdrawn_on is null;
create index good_practice_newest on good_practice (id desc) where withdrawn_on is null;
create index good_practice_school on good_practice (school_urn, id desc) where withdrawn_on is null;
create index good_practice_area on good_practice (lower(area), id desc) where withdrawn_on is null;
create index good_practice_words on good_practice using gin (words);

alter table good_practice enable row level security;
create policy reading on good_practice for select using (
    (withdrawn_on is null and (select scope_person()) is not null)
    or (select scope_trust()) or school_urn = any ((select scope_schools())::int[]));
create policy adding on good_practice for insert with check (
    (select scope_trust()) or school_urn = any ((select scope_schools())::int[]));
create policy changing on good_practice for update using (
    (select scope_trust()) or school_urn = any ((select scope_schools())::int[]));
grant select, insert, update on good_practice to ${app_role};
