-- What somebody is writing of a concern that they have not raised yet: one for each person, sealed, and theirs alone.
create table concern_draft (
    person_id  uuid        primary key references person,
    key_id     text        not null,
    sealed_key bytea       not null,
    content    bytea       not null,
    saved_at   timestamptz not null
);
alter table concern_draft enable row level security;
create policy own on concern_draft using (person_id = (select scope_person()));
grant select, insert, update, delete on concern_draft to ${app_role};

-- Nobody writes for a month: what is older is forgotten. And a draft whose key is to be turned is sealed anew when it is
-- saved, so its key counts as in use until then.
create function expire_concern_drafts(before timestamptz) returns void
    language sql security definer
    set search_path = public, pg_temp
begin atomic
    delete from concern_draft where saved_at < before;
end;
create or replace function concern_key_ids() returns setof text
    language sql stable security definer
    set search_path = public, pg_temp
begin atomic
    select c.key_id from concern c union select d.key_id from concern_draft d;
end;
