-- How often somebody wants a digest by e-mail; who has chosen nothing gets one every Monday.
create table digest (
    person_id uuid primary key references person,
    frequency text not null check (frequency in ('DAILY', 'WEEKLY', 'NONE')),
    version   int  not null
);
alter table digest enable row level security;
create policy own on digest using (person_id = (select scope_person()));
grant select, insert, update on digest to ${app_role};

-- Whose day has been looked after: once, however many replicas there are. What failed is tried again from not_before on.
create table digest_day (
    person_id  uuid not null references person,
    day        date not null,
    attempts   int  not null default 0,
    not_before timestamptz,
    done_at    timestamptz,
    primary key (person_id, day)
);
grant select, update on digest_day to ${app_role};

-- Begins a day: everybody with a role that counts has their turn. Gives those whose turn is still to come. What was told
-- long ago is forgotten. It runs with the rights of the owner, because memberships are not for everybody.
create function begin_digest_day(today date, moment timestamptz) returns setof uuid language plpgsql security definer
    set search_path = public, pg_temp
as $$
begin
    delete from digest_day where day < today - 30;
    delete from notification where at < moment - interval '400 days';
    insert into digest_day (person_id, day)
    select p.id, today
    from person p
    where p.username not like 'service-account-%'
      and exists (select from membership m
                  where m.person_id = p.id and m.role = any (p.roles)
                    and m.valid_from <= today and (m.valid_until is null or m.valid_until > today))
    on conflict do nothing;
    return query
        select d.person_id
        from digest_day d
        where d.day = today and d.done_at is null and (d.not_before is null or d.not_before <= moment)
        order by d.person_id;
end
$$;
