-- Questions to data sets that people keep for themselves, by the address that asks them.
create table saved_query (
    id        uuid        primary key,
    person_id uuid        not null references person,
    data_set  text        not null,
    name      text        not null check (name <> ''),
    search    text        not null,
    saved_at  timestamptz not null
);
create index saved_query_person on saved_query (person_id, lower(name), id);
alter table saved_query enable row level security;
create policy own on saved_query using (person_id = (select scope_person()));
grant select, insert, delete on saved_query to ${app_role};
