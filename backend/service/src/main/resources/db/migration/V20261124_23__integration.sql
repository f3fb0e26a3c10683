-- Machines that send data, each a client of the identity provider, registered for schools and kinds of rows; and when
-- which rows last came.

create table integration (
    id              uuid primary key,
    client_id       text        not null,
    name            text        not null,
    contact_name    text        not null,
    contact_email   text        not null,
    registered_at   timestamptz not null,
    revoked_at      timestamptz,
    revoked_because text,
    version         int         not null default 0
);
create unique index integration_client on integration (client_id) where revoked_at is null;
create index integration_name on integration (lower(name), id);

create table integration_school (
    integration_id uuid not null references integration,
    school_urn     int  not null,
    primary key (integration_id, school_urn)
);
create index integration_school_urn on integration_school (school_urn);

-- expected_every_days: 0 when nobody waits for these rows.
create table integration_kind (
    integration_id      uuid not null references integration,
    kind                text not null,
    expected_every_days int  not null check (expected_every_days >= 0),
    primary key (integration_id, kind)
);

-- The account in whose name Keycloak signs in a client.
create function service_account(client_id text) returns text language sql immutable parallel safe
    return 'service-account-' || lower(client_id);

-- The registration of who asks, also when it has been revoked.
create function scope_integration() returns uuid language sql stable parallel safe
    return nullif(current_setting('uplift.integration', true), '')::uuid;

alter table integration enable row level security;
alter table integration_school enable row level security;
alter table integration_kind enable row level security;
create policy keeping on integration using ((select scope_register()));
create policy keeping on integration_school using ((select scope_register()));
create policy keeping on integration_kind using ((select scope_register()));
create policy reading on integration_school for select using (
    (select scope_trust()) or school_urn = any ((select scope_schools())::int[])
    or integration_id = (select scope_integration()));
create policy reading on integration for select using (
    id = (select scope_integration()) or exists (select from integration_school s where s.integration_id = id));
create policy reading on integration_kind for select using (
    exists (select from integration i where i.id = integration_id));
grant select, insert, update on integration to ${app_role};
grant select, insert, update, delete on integration_school, integration_kind to ${app_role};

-- Where roles count today. A registered client sends for the schools of its registration and for no others.
create function standings(who uuid, sender uuid, roles text[], today date)
    returns table (role text, scope text, school_urn int, committee_id uuid, headteacher boolean)
    language sql stable
begin atomic
    select m.role, m.scope, m.school_urn, m.committee_id, m.headteacher
    from membership m
    where m.person_id = who and m.role = any (roles)
      and m.valid_from <= today and (m.valid_until is null or m.valid_until > today)
      and (sender is null or m.role <> 'MIS_INTEGRATION')
    union all
    select 'MIS_INTEGRATION', 'SCHOOL', s.school_urn, null, false
    from integration i
         join integration_school s on s.integration_id = i.id
    where i.id = sender and i.revoked_at is null and 'MIS_INTEGRATION' = any (roles);
end;

create or replace function enter(
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
    who    uuid;
    sender uuid;
begin
    select p.id into who from person p where p.subject = who_subject;
    if who is null then
        insert into person (id, subject, username, name, email, first_seen)
        values (new_id, who_subject, who_username, who_name, who_email, at)
        on conflict (subject) do nothing;
        select p.id into who from person p where p.subject = who_subject;
    end if;
    if who_username like 'service-account-%' then
        select i.id into sender
        from integration i
        where service_account(i.client_id) = who_username
        order by i.revoked_at is null desc, i.registered_at desc
        limit 1;
    end if;
    perform set_config('uplift.person', who::text, true),
            set_config('uplift.integration', coalesce(sender::text, ''), true),
            set_config('uplift.register', case when 'ADMINISTRATOR' = any (roles) then 'on' else '' end, true),
            set_config('uplift.trust', case when bool_or(s.scope = 'TRUST') then 'on' else '' end, true),
            set_config('uplift.schools', coalesce(string_agg(s.school_urn::text, ','), ''), true)
    from standings(who, sender, roles, today) s;
    return query
        select who, s.role, s.scope, s.school_urn, s.committee_id, s.headteacher
        from (select 1) one
        left join standings(who, sender, roles, today) s on true;
end
$$;

-- What registered clients have sent, as counts: the jobs themselves are not the administrator's to read.
create function integration_pushes(integrations uuid[], since timestamptz)
    returns table (integration_id uuid, kind text, last_at timestamptz, received bigint, rejected bigint,
                   quarantined bigint, failed bigint)
    language sql stable
    security definer
    set search_path = public, pg_temp
begin atomic
    select i.id, j.kind,
           max(j.ended_at) filter (where j.status = 'COMPLETED'),
           coalesce(sum(j.received) filter (where j.started_at >= since and j.status = 'COMPLETED'), 0),
           coalesce(sum(j.rejected) filter (where j.started_at >= since and j.status = 'COMPLETED'), 0),
           coalesce(sum(j.quarantined) filter (where j.started_at >= since and j.status = 'COMPLETED'), 0),
           count(*) filter (where j.started_at >= since and j.status = 'FAILED')
    from integration i
         join person p on p.username = service_account(i.client_id)
         join ingest_job j on j.person_id = p.id
    where i.id = any (integrations) and scope_register() and not j.dry_run
      and j.started_at >= i.registered_at and (i.revoked_at is null or j.started_at < i.revoked_at)
    group by i.id, j.kind;
end;

-- When rows about a school and year were last sent, and by whom; also when they changed nothing.
create table delivery (
    school_urn    int         not null,
    academic_year smallint    not null,
    kind          text        not null,
    person_id     uuid        not null references person,
    job_id        uuid        not null,
    at            timestamptz not null,
    primary key (school_urn, academic_year, kind)
);
call guard_by_school('delivery');

create policy registrations on activity for select using (subject = 'INTEGRATION' and (select scope_register()));
