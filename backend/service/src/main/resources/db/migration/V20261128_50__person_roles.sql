-- The roles of the token with which somebody came last: what is done in their name without a request counts no others.
alter table person add roles text[] not null default '{}';
grant update (roles) on person to ${app_role};

-- Whose membership with a role reaches a school today, or the whole trust when no school is given. It runs with the rights
-- of the owner, because memberships of others are not for everybody; the application gives nothing of it away.
create function holders(of_role text, of_urn int, today date)
    returns table (id uuid, headteacher boolean)
    language sql
    stable
    security definer
    set search_path = public, pg_temp
begin atomic
    select m.person_id, bool_or(m.headteacher)
    from membership m
    where (scope_trust() or scope_schools() is not null)
      and m.role = of_role
      and (m.scope = 'TRUST' or m.school_urn = of_urn)
      and m.valid_from <= today and (m.valid_until is null or m.valid_until > today)
    group by m.person_id;
end;

-- Who reads the plans of a school in full today, or of the trust when no school is given: name and id.
create function readers(of_urn int, today date)
    returns table (id uuid, name text)
    language sql
    stable
    security definer
    set search_path = public, pg_temp
begin atomic
    select p.id, p.name
    from person p
    where (scope_trust() or of_urn = any (scope_schools()))
      and exists (select from membership m
                  where m.person_id = p.id
                    and m.role in ('TRUST_LEADER', 'SCHOOL_LEADER', 'SYSTEM_LEADER')
                    and (m.scope = 'TRUST' or m.school_urn = of_urn)
                    and m.valid_from <= today and (m.valid_until is null or m.valid_until > today));
end;
