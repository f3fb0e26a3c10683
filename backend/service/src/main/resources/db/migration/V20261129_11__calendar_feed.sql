-- Addresses under which a calendar can be subscribed to. Who has the address reads it, so that it is a secret of which only the
-- hash is kept; it shows what its owner may see at that moment, and can be revoked.
create table calendar_feed (
    id           uuid        primary key,
    person_id    uuid        not null references person,
    about        text        not null check (about in ('PERSON', 'SCHOOL', 'TRUST')),
    school_urn   int,
    secret_hash  bytea       not null unique,
    issued_at    timestamptz not null,
    last_read_on date,
    unique nulls not distinct (person_id, about, school_urn),
    check ((about = 'SCHOOL') = (school_urn is not null))
);
alter table calendar_feed enable row level security;
create policy own on calendar_feed using (person_id = (select scope_person()));
grant select, insert, update, delete on calendar_feed to ${app_role};

-- Whose calendar an address stands for; nothing where there is none. It runs with the rights of the owner, because nobody is
-- signed in.
create function open_calendar(hash bytea, today date) returns table (person_id uuid, about text, school_urn int)
    language plpgsql
    security definer
    set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
    update calendar_feed f set last_read_on = today
    where f.secret_hash = hash and f.last_read_on is distinct from today;
    return query select f.person_id, f.about, f.school_urn from calendar_feed f where f.secret_hash = hash;
end
$$;
