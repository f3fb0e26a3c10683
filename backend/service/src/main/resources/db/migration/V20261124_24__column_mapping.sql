-- Which column of a file means which field: remembered for each person, kind and set of headings, so that a file that
-- looks like an earlier one needs no mapping.
create table column_mapping (
    person_id   uuid        not null references person,
    kind        text        not null,
    fingerprint text        not null,
    fields      jsonb       not null,
    changed_at  timestamptz not null,
    primary key (person_id, kind, fingerprint)
);
alter table column_mapping enable row level security;
create policy own on column_mapping using (person_id = (select scope_person()));
grant select, insert, update, delete on column_mapping to ${app_role};
