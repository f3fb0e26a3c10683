-- Concerns about a school. What people write is sealed with a key of the concern, which is itself sealed with a key outside
-- this database. A restricted one is there for the safeguarding leads of its school and for the people on its need-to-know
-- list; for everybody else there is no such row, in this table nor in any that belongs to it.

-- Every request begins with this. It tells row-level security of whom the caller is safeguarding lead, and what day it is,
-- too.
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

create function scope_today() returns date language sql stable parallel safe
    return nullif(current_setting('uplift.today', true), '')::date;
create function scope_safeguards() returns boolean language sql stable parallel safe
    return coalesce(current_setting('uplift.safeguards', true), '') = 'on';
create function scope_safeguarded() returns int[] language sql stable parallel safe
    return string_to_array(nullif(current_setting('uplift.safeguarded', true), ''), ',')::int[];

-- restricted: concerns of this category always are. complaint: it goes through the stages of a complaint.
-- retention_years: for so long after it was closed it is kept.
create table concern_category (
    code            text primary key,
    label           text    not null,
    position        int     not null,
    restricted      boolean not null default false,
    complaint       boolean not null default false,
    retention_years int     not null default 6 check (retention_years > 0),
    valid_from      date    not null default '2020-09-01',
    valid_until     date,
    check (valid_until >= valid_from)
);
insert into concern_category (code, label, position, restricted, complaint, retention_years) values
    ('safeguarding', 'Safeguarding', 1, true, false, 25),
    ('parent-complaint', 'Parent complaint', 2, false, true, 6),
    ('standards', 'Standards', 3, false, false, 6),
    ('attendance', 'Attendance', 4, false, false, 6),
    ('behaviour', 'Behaviour', 5, false, false, 6),
    ('send', 'SEND', 6, false, false, 6),
    ('leadership', 'Leadership', 7, false, false, 6),
    ('staffing', 'Staffing', 8, false, false, 6),
    ('staff-well-being', 'Staff well-being', 9, false, false, 6),
    ('pupil-well-being', 'Pupil well-being', 10, false, false, 6),
    ('finance', 'Finance', 11, false, false, 6),
    ('premises', 'Premises', 12, false, false, 6),
    ('other', 'Other', 13, false, false, 6);
grant select on concern_category to ${app_role};

create table concern_source (
    code        text primary key,
    label       text not null,
    position    int  not null,
    valid_from  date not null default '2020-09-01',
    valid_until date,
    check (valid_until >= valid_from)
);
insert into concern_source (code, label, position) values
    ('parent', 'Parent or carer', 1),
    ('pupil', 'Pupil', 2),
    ('staff', 'Member of staff', 3),
    ('visit', 'Visit or checkpoint', 4),
    ('data', 'Data', 5),
    ('committee', 'Committee or trust board', 6),
    ('local-authority', 'Local authority', 7),
    ('inspectorate', 'Ofsted or another inspectorate', 8),
    ('community', 'Neighbour or community', 9),
    ('other', 'Other', 10);
grant select on concern_source to ${app_role};

create table concern_outcome (
    code        text primary key,
    label       text not null,
    position    int  not null,
    valid_from  date not null default '2020-09-01',
    valid_until date,
    check (valid_until >= valid_from)
);
insert into concern_outcome (code, label, position) values
    ('resolved', 'Resolved', 1),
    ('improved', 'Improved, and watched elsewhere', 2),
    ('upheld', 'Upheld', 3),
    ('partly-upheld', 'Upheld in part', 4),
    ('not-upheld', 'Not upheld', 5),
    ('referred', 'Referred to another body', 6),
    ('no-action', 'No action needed', 7);
grant select on concern_outcome to ${app_role};

create table concern (
    id              uuid        primary key,
    school_urn      int         not null,
    category_code   text        not null references concern_category,
    source_code     text        references concern_source,
    restricted      boolean     not null,
    severity        text        not null check (severity in ('LOW', 'MODERATE', 'HIGH', 'CRITICAL')),
    severity_rank   int         not null generated always as (array_position(array['LOW', 'MODERATE', 'HIGH', 'CRITICAL'], severity)) stored,
    status          text        not null check (status in ('OPEN', 'MONITORING', 'CLOSED')),
    raised_by       uuid        not null references person,
    raised_name     text        not null,
    raised_at       timestamptz not null,
    raised_on       date        not null,
    owner_id        uuid        references person,
    review_on       date,
    closer_id       uuid        references person,
    closer_name     text,
    asked_to_close  timestamptz,
    outcome_code    text        references concern_outcome,
    closing_summary bytea,
    closed_at       timestamptz,
    merged_into     uuid        references concern,
    retain_until    date,
    legal_hold      boolean     not null default false,
    key_id          text        not null,
    sealed_key      bytea       not null,
    title           bytea       not null,
    summary         bytea       not null,
    version         int         not null default 0,
    check ((status = 'CLOSED') = (closed_at is not null)),
    check (closed_at is null or retain_until is not null),
    check (asked_to_close is null or (closer_id is not null and closing_summary is not null))
);
create index concern_school on concern (school_urn, raised_on desc, id desc);
create index concern_raised on concern (raised_on desc, id desc);
create index concern_open on concern (school_urn, severity) where status <> 'CLOSED';
create index concern_owner on concern (owner_id) where status <> 'CLOSED';
create index concern_retained on concern (retain_until) where status = 'CLOSED';
create index concern_key on concern (key_id);
create index concern_merged on concern (merged_into) where merged_into is not null;

-- Who needs to know of a restricted concern, since when and until when.
create table need_to_know (
    id          uuid        primary key,
    concern_id  uuid        not null references concern on delete cascade,
    school_urn  int         not null,
    person_id   uuid        not null references person,
    name        text        not null,
    reason      bytea       not null,
    valid_from  date        not null,
    valid_until date,
    named_by    text        not null,
    named_at    timestamptz not null,
    version     int         not null default 0,
    check (valid_until >= valid_from)
);
create index need_to_know_concern on need_to_know (concern_id);
create index need_to_know_person on need_to_know (person_id);

-- The concerns that the caller needs to know of today. It runs with the rights of the owner, because the list is itself
-- behind the wall that it opens.
create function scope_named() returns uuid[]
    language sql
    stable
    security definer
    set search_path = public, pg_temp
begin atomic
    select array_agg(n.concern_id)
    from need_to_know n
    where n.person_id = scope_person()
      and n.valid_from <= scope_today() and (n.valid_until is null or n.valid_until > scope_today());
end;

alter table concern enable row level security;
create policy seen on concern
    using (
        case when restricted
            then (select scope_safeguards()) or school_urn = any ((select scope_safeguarded())::int[])
                or id = any ((select scope_named())::uuid[])
            else (select scope_trust()) or school_urn = any ((select scope_schools())::int[])
        end)
    with check ((select scope_trust()) or school_urn = any ((select scope_schools())::int[]));
grant select, insert, update on concern to ${app_role};

-- Puts what belongs to concerns behind the wall of the concern, and lets the application add to it.
create procedure guard_by_concern(guarded regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('create policy of_concern on %s using (exists (select from concern c where c.id = concern_id))', guarded);
    execute format('grant select, insert on %s to ${app_role}', guarded);
end
$$;

call guard_by_concern('need_to_know');
grant update (valid_until, version) on need_to_know to ${app_role};

-- What happened, in the order in which it was written; never changed. from_code and to_code: of what changed, before and
-- after.
create table concern_entry (
    id          uuid        primary key,
    concern_id  uuid        not null references concern on delete cascade,
    school_urn  int         not null,
    kind        text        not null check (kind in ('NOTE', 'SEVERITY', 'OWNER', 'STATUS', 'RESTRICTION', 'NEED_TO_KNOW',
                                'ACTION', 'CLOSING', 'REOPENING', 'MERGE', 'HOLD')),
    corrects    uuid        references concern_entry,
    happened_on date        not null,
    from_code   text,
    to_code     text,
    text        bytea,
    person_id   uuid        not null references person,
    author      text        not null,
    at          timestamptz not null
);
create index concern_entry_concern on concern_entry (concern_id, id);
call guard_by_concern('concern_entry');

create table concern_action (
    id         uuid primary key,
    concern_id uuid not null references concern on delete cascade,
    school_urn int  not null,
    title      bytea not null,
    lead_id    uuid references person,
    lead_name  text,
    due_on     date,
    done_on    date,
    version    int  not null default 0
);
create index concern_action_concern on concern_action (concern_id, id);
create index concern_action_lead on concern_action (lead_id) where done_on is null;
call guard_by_concern('concern_action');
grant update on concern_action to ${app_role};

-- Who opened a restricted concern, each time.
create table concern_read (
    id         uuid        primary key,
    concern_id uuid        not null references concern on delete cascade,
    school_urn int         not null,
    person_id  uuid        not null references person,
    name       text        not null,
    at         timestamptz not null
);
create index concern_read_concern on concern_read (concern_id, id desc);
call guard_by_concern('concern_read');

-- What the one who raised a concern keeps of it: that they did.
create table concern_receipt (
    concern_id    uuid        primary key references concern on delete cascade,
    person_id     uuid        not null references person,
    school_urn    int         not null,
    category_code text        not null references concern_category,
    raised_at     timestamptz not null
);
create index concern_receipt_person on concern_receipt (person_id, raised_at desc);
alter table concern_receipt enable row level security;
create policy own on concern_receipt using (person_id = (select scope_person()));
grant select, insert on concern_receipt to ${app_role};

-- Keys are turned without anything being read: these see every concern, and give no more than a sealed key away.
create function concern_key_ids() returns setof text
    language sql stable security definer
    set search_path = public, pg_temp
begin atomic
    select distinct c.key_id from concern c;
end;
create function concern_keys_to_turn(current_id text, most int)
    returns table (id uuid, key_id text, sealed_key bytea)
    language sql stable security definer
    set search_path = public, pg_temp
begin atomic
    select c.id, c.key_id, c.sealed_key from concern c where c.key_id <> current_id order by c.id limit most;
end;
create function turn_concern_key(of_id uuid, before_id text, new_id text, new_key bytea) returns void
    language sql security definer
    set search_path = public, pg_temp
begin atomic
    update concern set key_id = new_id, sealed_key = new_key where id = of_id and key_id = before_id;
end;

-- An activity of a concern is there for those who may see the concern.
create policy of_concern on activity as restrictive for select
    using (
        case when subject = 'CONCERN' then exists (select from concern c where c.id = subject_id::uuid) else true end);

-- What was told of a concern, and what rests on it, goes when it becomes restricted or is deleted. It runs with the rights of
-- the owner, because it is told to others.
create function withdraw_concern() returns trigger language plpgsql security definer
    set search_path = public, pg_temp
as $$
begin
    delete from notification where subject_id = old.id;
    return null;
end
$$;
create trigger withdraw_concern after delete on concern for each row execute function withdraw_concern();
create trigger withdraw_restricted after update of restricted on concern
    for each row when (new.restricted and not old.restricted) execute function withdraw_concern();

alter table notification drop constraint notification_kind_check;
alter table notification add check (kind in ('MENTIONED', 'ACTION_GIVEN', 'APPROVAL_ASKED', 'APPROVAL_DECIDED',
    'CHECKPOINT_SUBMITTED', 'CHECKPOINT_RETURNED', 'CHECKPOINT_SIGNED_OFF', 'TARGET_IN_TROUBLE',
    'CONCERN_RAISED', 'CONCERN_GIVEN', 'CONCERN_SHARED', 'CONCERN_TO_CLOSE'));

insert into delegation_rule (id, decision, decides, recommends, informed, valid_from) values
    ('019f0000-0000-7000-8000-000000000011', 'HIGH_CONCERN_CLOSED', 'TRUST_LEADER', null, null, '2000-01-01'),
    ('019f0000-0000-7000-8000-000000000012', 'CRITICAL_CONCERN_CLOSED', 'TRUST_LEADER', null, 'Trust board', '2000-01-01');

-- Who can own a concern of a school that is not restricted; who can own a restricted one; who can be named on its list: by
-- their memberships of today. They run with the rights of the owner, because memberships of others are not for everybody.
create function concern_owners(of_urn int, today date)
    returns table (id uuid, name text)
    language sql stable security definer
    set search_path = public, pg_temp
begin atomic
    select p.id, p.name
    from person p
    where (scope_trust() or of_urn = any (scope_schools()))
      and exists (select from membership m
                  where m.person_id = p.id
                    and m.role in ('TRUST_LEADER', 'SCHOOL_LEADER', 'SAFEGUARDING_LEAD')
                    and (m.scope = 'TRUST' or m.school_urn = of_urn)
                    and m.valid_from <= today and (m.valid_until is null or m.valid_until > today));
end;
create function safeguarding_leads(of_urn int, today date)
    returns table (id uuid, name text)
    language sql stable security definer
    set search_path = public, pg_temp
begin atomic
    select p.id, p.name
    from person p
    where (scope_trust() or of_urn = any (scope_schools()))
      and exists (select from membership m
                  where m.person_id = p.id
                    and m.role = 'SAFEGUARDING_LEAD'
                    and (m.scope = 'TRUST' or m.school_urn = of_urn)
                    and m.valid_from <= today and (m.valid_until is null or m.valid_until > today));
end;
create function colleagues(of_urn int, today date)
    returns table (id uuid, name text)
    language sql stable security definer
    set search_path = public, pg_temp
begin atomic
    select p.id, p.name
    from person p
    where (scope_trust() or of_urn = any (scope_schools()))
      and exists (select from membership m
                  where m.person_id = p.id
                    and m.role not in ('MIS_INTEGRATION', 'ANALYST')
                    and (m.scope = 'TRUST' or m.school_urn = of_urn)
                    and m.valid_from <= today and (m.valid_until is null or m.valid_until > today));
end;
