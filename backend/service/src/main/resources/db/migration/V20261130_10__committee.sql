-- Committees: the trust board, Academy Development Committees and others. A membership of a committee counts in the schools
-- that the committee looks after on that day, and in the whole trust where it is the committee of the whole trust.

create table committee (
    id          uuid    primary key,
    kind        text    not null check (kind in ('TRUST_BOARD', 'DEVELOPMENT', 'OTHER')),
    name        text    not null,
    whole_trust boolean not null generated always as (kind = 'TRUST_BOARD') stored,
    warn_days   int     not null default 90 check (warn_days between 0 and 730),
    ended_on    date,
    version     int     not null default 0
);
create unique index committee_board on committee (kind) where kind = 'TRUST_BOARD' and ended_on is null;
create index committee_name on committee (lower(name), id);

create table committee_school (
    committee_id uuid not null references committee,
    school_urn   int  not null,
    valid_from   date not null,
    valid_until  date,
    primary key (committee_id, school_urn, valid_from),
    check (valid_until >= valid_from)
);
create index committee_school_urn on committee_school (school_urn);

-- The office that a member has in their committee; the dates of the membership are the term of office. What was said of a
-- committee before there were any stays as it is, and counts nowhere.
alter table membership
    add office text check (office in ('CHAIR', 'VICE_CHAIR', 'MEMBER', 'CLERK')),
    add check (office is null or scope = 'COMMITTEE'),
    add constraint membership_committee foreign key (committee_id) references committee not valid;
create index membership_committee on membership (committee_id) where committee_id is not null;

-- Where roles count today. A committee that has ended counts no more.
create or replace function standings(who uuid, sender uuid, roles text[], today date)
    returns table (role text, scope text, school_urn int, committee_id uuid, headteacher boolean)
    language sql stable
begin atomic
    with held as (
        select m.role, m.scope, m.school_urn, m.committee_id, m.headteacher, c.whole_trust
        from membership m
            left join committee c on c.id = m.committee_id
        where m.person_id = who and m.role = any (roles)
          and m.valid_from <= today and (m.valid_until is null or m.valid_until > today)
          and (sender is null or m.role <> 'MIS_INTEGRATION')
          and (m.scope <> 'COMMITTEE' or (c.id is not null and (c.ended_on is null or c.ended_on > today)))
    )
    select h.role, h.scope, h.school_urn, h.committee_id, h.headteacher from held h
    union all
    select h.role, 'TRUST', null, h.committee_id, false from held h where h.whole_trust
    union all
    select h.role, 'SCHOOL', s.school_urn, h.committee_id, false
    from held h
        join committee_school s on s.committee_id = h.committee_id
            and s.valid_from <= today and (s.valid_until is null or s.valid_until > today)
    where not h.whole_trust
    union all
    select 'MIS_INTEGRATION', 'SCHOOL', s.school_urn, null, false
    from integration i
         join integration_school s on s.integration_id = i.id
    where i.id = sender and i.revoked_at is null and 'MIS_INTEGRATION' = any (roles);
end;

-- Every request begins with this. It tells row-level security of which committees the caller is, too.
create or replace function enter(who_subject text, who_username text, roles text[], today date)
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
        return;
    end if;
    if who_username like 'service-account-%' then
        select i.id into sender
        from integration i
        where service_account(i.client_id) = who_username
        order by i.revoked_at is null desc, i.registered_at desc
        limit 1;
    end if;
    return query
        with standing as materialized (
            select * from standings(who, sender, roles, today)
        ), told as materialized (
            select set_config('uplift.person', who::text, true),
                   set_config('uplift.today', today::text, true),
                   set_config('uplift.integration', coalesce(sender::text, ''), true),
                   set_config('uplift.register', case when 'ADMINISTRATOR' = any (roles) then 'on' else '' end, true),
                   set_config('uplift.trust', case when bool_or(s.scope = 'TRUST') then 'on' else '' end, true),
                   set_config('uplift.schools', coalesce(string_agg(s.school_urn::text, ','), ''), true),
                   set_config('uplift.committees', coalesce(string_agg(s.committee_id::text, ','), ''), true),
                   set_config('uplift.safeguards',
                       case when bool_or(s.scope = 'TRUST' and s.role = 'SAFEGUARDING_LEAD') then 'on' else '' end, true),
                   set_config('uplift.safeguarded',
                       coalesce(string_agg(s.school_urn::text, ',') filter (where s.role = 'SAFEGUARDING_LEAD'), ''), true)
            from standing s
        )
        select who, s.role, s.scope, s.school_urn, s.committee_id, s.headteacher
        from told left join standing s on true;
end
$$;

create function scope_committees() returns uuid[] language sql stable parallel safe
    return string_to_array(nullif(current_setting('uplift.committees', true), ''), ',')::uuid[];

-- Puts a table with a column committee_id behind the wall of the committees, and lets the application read and add to it.
create procedure guard_by_committee(guarded regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format(
        'create policy committee_scope on %s using ((select scope_trust()) or committee_id = any ((select scope_committees())::uuid[]))',
        guarded);
    execute format('grant select, insert on %s to ${app_role}', guarded);
end
$$;

-- Committees and their schools are kept by administrators, who read nothing else of them.
alter table committee enable row level security;
create policy committee_scope on committee
    using ((select scope_trust()) or (select scope_register()) or id = any ((select scope_committees())::uuid[]));
grant select, insert on committee to ${app_role};
grant update (name, warn_days, ended_on, version) on committee to ${app_role};
call guard_by_committee('committee_school');
create policy keeping on committee_school using ((select scope_register()));
grant update, delete on committee_school to ${app_role};

-- Who sits on a committee knows who else does.
create policy of_committee on membership using (committee_id = any ((select scope_committees())::uuid[]));

-- Whose role counts for a school today, or for the whole trust; by their committees too.
create or replace function holders(of_role text, of_urn int, today date)
    returns table (id uuid, headteacher boolean)
    language sql
    stable
    security definer
    set search_path = public, pg_temp
begin atomic
    select m.person_id, bool_or(m.headteacher)
    from membership m
        left join committee c on c.id = m.committee_id and (c.ended_on is null or c.ended_on > today)
    where (scope_trust() or scope_schools() is not null or scope_committees() is not null)
      and m.role = of_role
      and (m.scope = 'TRUST' or m.school_urn = of_urn or c.whole_trust
           or exists (select from committee_school s
                      where s.committee_id = c.id and s.school_urn = of_urn
                        and s.valid_from <= today and (s.valid_until is null or s.valid_until > today)))
      and m.valid_from <= today and (m.valid_until is null or m.valid_until > today)
    group by m.person_id;
end;

-- What a member has an interest in, as they declared it. It ends, and is never changed otherwise.
create table conflict_of_interest (
    id           uuid        primary key,
    committee_id uuid        not null references committee,
    person_id    uuid        not null references person,
    name         text        not null,
    what         text        not null,
    valid_from   date        not null,
    valid_until  date,
    declared_on  date        not null,
    recorded_by  text        not null,
    recorded_at  timestamptz not null,
    version      int         not null default 0,
    check (valid_until >= valid_from)
);
create index conflict_committee on conflict_of_interest (committee_id, id);
call guard_by_committee('conflict_of_interest');
grant update (valid_until, version) on conflict_of_interest to ${app_role};

-- What was done in a committee is there for those who are of it, and for the whole trust.
alter table activity add committee_id uuid;
create index activity_committee on activity (committee_id, id desc) where committee_id is not null;
create policy of_own_committee on activity for select
    using (committee_id = any ((select scope_committees())::uuid[])
        or (subject = 'COMMITTEE' and (select scope_register())));
