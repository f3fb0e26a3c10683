-- Every request begins with enter. Most people are of no committee and send nothing: they are not looked for there.

-- The memberships that count today, whatever they are of.
create function counting(who uuid, sender uuid, roles text[], today date)
    returns table (role text, scope text, school_urn int, committee_id uuid, headteacher boolean)
    language sql stable
begin atomic
    select m.role, m.scope, m.school_urn, m.committee_id, m.headteacher
    from membership m
    where m.person_id = who and m.role = any (roles)
      and m.valid_from <= today and (m.valid_until is null or m.valid_until > today)
      and (sender is null or m.role <> 'MIS_INTEGRATION');
end;

-- Where roles count today. A committee that has ended counts no more.
create or replace function standings(who uuid, sender uuid, roles text[], today date)
    returns table (role text, scope text, school_urn int, committee_id uuid, headteacher boolean)
    language sql stable
begin atomic
    with held as (
        select m.role, m.scope, m.school_urn, m.committee_id, m.headteacher, c.whole_trust
        from counting(who, sender, roles, today) m
            left join committee c on c.id = m.committee_id
        where m.scope <> 'COMMITTEE' or (c.id is not null and (c.ended_on is null or c.ended_on > today))
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

-- Finds where the roles of who asks count today, and tells row-level security of it for this transaction. Who is not known yet gets no
-- row, and is met first.
create or replace function enter(who_subject text, who_username text, roles text[], today date)
    returns table (person_id uuid, membership_role text, membership_scope text, membership_school int,
                   membership_committee uuid, membership_headteacher boolean)
    language plpgsql
    security definer
    -- Statements that ask for something of who enters are planned for few standings.
    rows 4
    set search_path = public, pg_temp
as $$
#variable_conflict use_column
declare
    of_committee boolean;
    sender       uuid;
    standing     refcursor;
    stands       boolean := false;
    trust        boolean := false;
    safeguards   boolean := false;
    schools      int[];
    safeguarded  int[];
    committees   uuid[];
begin
    select p.id,
           exists (select from membership m where m.person_id = p.id and m.committee_id is not null)
        into person_id, of_committee
    from person p where p.subject = who_subject;
    if person_id is null then
        return;
    end if;
    if who_username like 'service-account-%' then
        select i.id into sender
        from integration i
        where service_account(i.client_id) = who_username
        order by i.revoked_at is null desc, i.registered_at desc
        limit 1;
    end if;
    if of_committee or sender is not null then
        open standing for select * from standings(person_id, sender, roles, today);
    else
        open standing for select * from counting(person_id, sender, roles, today);
    end if;
    loop
        fetch standing
            into membership_role, membership_scope, membership_school, membership_committee, membership_headteacher;
        exit when not found;
        stands := true;
        if membership_scope = 'TRUST' then
            trust := true;
            safeguards := safeguards or membership_role = 'SAFEGUARDING_LEAD';
        end if;
        if membership_school is not null then
            schools := schools || membership_school;
            if membership_role = 'SAFEGUARDING_LEAD' then
                safeguarded := safeguarded || membership_school;
            end if;
        end if;
        if membership_committee is not null then
            committees := committees || membership_committee;
        end if;
        return next;
    end loop;
    close standing;
    perform set_config('uplift.person', person_id::text, true),
            set_config('uplift.today', today::text, true),
            set_config('uplift.integration', coalesce(sender::text, ''), true),
            set_config('uplift.register', case when 'ADMINISTRATOR' = any (roles) then 'on' else '' end, true),
            set_config('uplift.trust', case when trust then 'on' else '' end, true),
            set_config('uplift.schools', coalesce(array_to_string(schools, ','), ''), true),
            set_config('uplift.committees', coalesce(array_to_string(committees, ','), ''), true),
            set_config('uplift.safeguards', case when safeguards then 'on' else '' end, true),
            set_config('uplift.safeguarded', coalesce(array_to_string(safeguarded, ','), ''), true);
    if not stands then
        return next;
    end if;
end
$$;
