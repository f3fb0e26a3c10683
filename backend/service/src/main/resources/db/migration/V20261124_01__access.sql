-- People, memberships, and the identity under which a transaction reads and writes.

create table person (
    id         uuid primary key,
    subject    text        not null unique,
    username   text        not null,
    name       text        not null,
    email      text,
    first_seen timestamptz not null,
    version    int         not null default 0
);
create index person_name on person (lower(name), id);

create table membership (
    id           uuid primary key,
    person_id    uuid    not null references person,
    role         text    not null,
    scope        text    not null check (scope in ('TRUST', 'SCHOOL', 'COMMITTEE')),
    school_urn   int,
    committee_id uuid,
    headteacher  boolean not null default false,
    valid_from   date    not null,
    valid_until  date,
    version      int     not null default 0,
    check ((scope = 'SCHOOL') = (school_urn is not null)),
    check ((scope = 'COMMITTEE') = (committee_id is not null)),
    check (valid_until >= valid_from)
);
create index membership_person on membership (person_id);
create index membership_school on membership (school_urn);

-- Called once at the start of every transaction: makes the person known, and tells row-level security who asks.
-- What it sets holds for this transaction only. A role counts where a membership of today says so; the
-- administrator alone needs none, and gains the register by it, no other school data. It runs with the rights of the
-- owner, because memberships can be read only once it is known who asks.
create function enter(
    who_subject text, who_username text, who_name text, who_email text, roles text[], today date, at timestamptz,
    new_id uuid)
    returns table (person_id uuid, membership_role text, membership_scope text, membership_school int,
                   membership_committee uuid, membership_headteacher boolean)
    language plpgsql
    security definer
    set search_path = public, pg_temp
as $$
#variable_conflict use_column
declare
    who uuid;
begin
    select p.id into who from person p where p.subject = who_subject;
    if who is null then
        insert into person (id, subject, username, name, email, first_seen)
        values (new_id, who_subject, who_username, who_name, who_email, at)
        on conflict (subject) do nothing;
        select p.id into who from person p where p.subject = who_subject;
    end if;
    perform set_config('uplift.person', who::text, true),
            set_config('uplift.register', case when 'ADMINISTRATOR' = any (roles) then 'on' else '' end, true),
            set_config('uplift.trust', case when bool_or(m.scope = 'TRUST') then 'on' else '' end, true),
            set_config('uplift.schools', coalesce(string_agg(m.school_urn::text, ','), ''), true)
    from membership m
    where m.person_id = who and m.role = any (roles)
      and m.valid_from <= today and (m.valid_until is null or m.valid_until > today);
    return query
        select who, m.role, m.scope, m.school_urn, m.committee_id, m.headteacher
        from (select 1) one
        left join membership m on m.person_id = who and m.role = any (roles)
            and m.valid_from <= today and (m.valid_until is null or m.valid_until > today);
end
$$;

-- The second wall: a row of school data is there for those whose memberships reach its school.
-- The settings are read once per statement, and an absent or empty one reaches nothing.
create function scope_trust() returns boolean language sql stable parallel safe
    return coalesce(current_setting('uplift.trust', true), '') = 'on';
create function scope_register() returns boolean language sql stable parallel safe
    return coalesce(current_setting('uplift.register', true), '') = 'on';
create function scope_person() returns uuid language sql stable parallel safe
    return nullif(current_setting('uplift.person', true), '')::uuid;
create function scope_schools() returns int[] language sql stable parallel safe
    return string_to_array(nullif(current_setting('uplift.schools', true), ''), ',')::int[];

-- Puts a table with a column school_urn behind that wall and lets the application use it.
create procedure guard_by_school(guarded regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format(
        'create policy school_scope on %s using ((select scope_trust()) or school_urn = any ((select scope_schools())::int[]))',
        guarded);
    execute format('grant select, insert, update, delete on %s to ${app_role}', guarded);
end
$$;

alter table membership enable row level security;
create policy reading on membership
    using ((select scope_register()) or (select scope_trust()) or person_id = (select scope_person()));

grant select, insert on person to ${app_role};
grant update (username, name, email, version) on person to ${app_role};
grant select, insert, update on membership to ${app_role};
