-- Every request begins with this: it finds the standings once, and is given no more than it needs to. Who is not known
-- yet gets no row, and is met first.
drop function enter(text, text, text, text, text[], date, timestamptz, uuid);

create function enter(who_subject text, who_username text, roles text[], today date)
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
                   set_config('uplift.integration', coalesce(sender::text, ''), true),
                   set_config('uplift.register', case when 'ADMINISTRATOR' = any (roles) then 'on' else '' end, true),
                   set_config('uplift.trust', case when bool_or(s.scope = 'TRUST') then 'on' else '' end, true),
                   set_config('uplift.schools', coalesce(string_agg(s.school_urn::text, ','), ''), true)
            from standing s
        )
        select who, s.role, s.scope, s.school_urn, s.committee_id, s.headteacher
        from told left join standing s on true;
end
$$;

-- Makes somebody known who has signed in for the first time.
create function meet(
    new_id uuid, who_subject text, who_username text, who_name text, who_email text, at timestamptz)
    returns void
    language sql
    security definer
    set search_path = public, pg_temp
begin atomic
    insert into person (id, subject, username, name, email, first_seen)
    values (new_id, who_subject, who_username, who_name, who_email, at)
    on conflict (subject) do nothing;
end;
