-- Priorities that are ended, that contribute to one of the trust, and that are found by what they rest on.

alter table priority
    add ended_on date,
    add end_reason text,
    add contributes_to uuid references priority,
    add check ((ended_on is null) = (end_reason is null)),
    add check (contributes_to is null or school_urn is not null);
create index priority_contributes_to on priority (contributes_to) where contributes_to is not null;
create index evidence_reference on evidence (kind, reference, priority_id);

-- When its priorities were last put in another order.
alter table cycle add arranged_at timestamptz;

-- Figures that a trust may set for itself.
create table setting (
    code    text primary key,
    value   int  not null,
    meaning text not null
);
insert into setting values
    ('most-priorities', 5, 'With more priorities than this a cycle carries a warning');
grant select on setting to ${app_role};

-- What schools may know of the trust's cycle: which priorities of a year theirs can contribute to, and no more.
create function trust_priorities(of_year smallint)
    returns table (id uuid, title text, "position" int)
    language sql
    stable
    security definer
    set search_path = public, pg_temp
begin atomic
    select p.id, p.title, p.position
    from priority p join cycle c on c.id = p.cycle_id
    where c.school_urn is null and c.academic_year = of_year and p.ended_on is null
      and (scope_trust() or scope_schools() is not null)
    order by p.position, p.id
    limit 200;
end;
