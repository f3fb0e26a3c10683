-- Packs of meetings: what a committee was told of its schools, frozen with its hash.

-- Tells row-level security that a member of a committee asks, who is nobody in particular: what is read so holds what the
-- committee gives to each of its members, and nothing that somebody sees by another role or as their own.
create function sit(nobody uuid, of_committee uuid, today date)
    returns table (person_id uuid, membership_role text, membership_scope text, membership_school int,
                   membership_committee uuid, membership_headteacher boolean)
    language plpgsql
    security definer
    set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
    return query
        with seat as (
            select c.id, c.whole_trust, case when c.whole_trust then 'TRUSTEE' else 'COMMITTEE_MEMBER' end as role
            from committee c
            where c.id = of_committee and (c.ended_on is null or c.ended_on > today)
        ), standing as materialized (
            select t.role, 'COMMITTEE' as scope, cast(null as int) as school_urn, t.id as committee_id from seat t
            union all
            select t.role, 'TRUST', null, t.id from seat t where t.whole_trust
            union all
            select t.role, 'SCHOOL', s.school_urn, t.id
            from seat t
                join committee_school s on s.committee_id = t.id
                    and s.valid_from <= today and (s.valid_until is null or s.valid_until > today)
            where not t.whole_trust
        ), told as materialized (
            select set_config('uplift.person', nobody::text, true),
                   set_config('uplift.today', today::text, true),
                   set_config('uplift.integration', '', true),
                   set_config('uplift.register', '', true),
                   set_config('uplift.trust', case when bool_or(s.scope = 'TRUST') then 'on' else '' end, true),
                   set_config('uplift.schools', coalesce(string_agg(s.school_urn::text, ','), ''), true),
                   set_config('uplift.committees', coalesce(string_agg(distinct s.committee_id::text, ','), ''), true),
                   set_config('uplift.safeguards', '', true),
                   set_config('uplift.safeguarded', '', true)
            from standing s
        )
        select nobody, s.role, s.scope, s.school_urn, s.committee_id, false
        from told left join standing s on true;
end
$$;

-- content is JSON, document a PDF. The hashes stand in the record of activity too, which is tamper-evident.
create table pack (
    id              uuid        primary key,
    committee_id    uuid        not null references committee,
    meeting_id      uuid        not null references meeting,
    number          int         not null check (number > 0),
    as_at           date        not null,
    built_at        timestamptz not null,
    built_by        text        not null,
    schools         int         not null,
    exceptions      int         not null,
    content         bytea       not null,
    content_sha256  text        not null check (content_sha256 = encode(sha256(content), 'hex')),
    document        bytea       not null,
    document_sha256 text        not null check (document_sha256 = encode(sha256(document), 'hex')),
    unique (meeting_id, number)
);
-- A PDF is compressed as it is.
alter table pack alter column document set storage external;
create index pack_committee on pack (committee_id, id desc);
call guard_by_committee('pack');

create function keep_pack() returns trigger language plpgsql as $$
begin
    raise exception 'Pack % is frozen', old.id using errcode = 'restrict_violation';
end
$$;
create trigger keep before update or delete on pack for each row execute function keep_pack();

-- Which measures a pack tells: those of whole years, and not the teacher assessment of single year groups.
alter table measure add in_packs boolean not null default true;
update measure set in_packs = false where key_stage = 'TA' or code like '%\_TERM';
