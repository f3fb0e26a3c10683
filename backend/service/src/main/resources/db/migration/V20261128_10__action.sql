-- What is done for a priority, by whom and until when, and what people report of it.

create table action (
    id                uuid primary key,
    priority_id       uuid not null references priority on delete cascade,
    school_urn        int,
    title             text not null,
    lead_id           uuid references person,
    lead_role         text,
    starts_on         date,
    due_on            date,
    success_criterion text,
    cost              numeric(11, 2) check (cost >= 0),
    status            text not null check (status in ('PLANNED', 'UNDER_WAY', 'DONE')),
    done_on           date,
    ended_on          date,
    end_reason        text,
    carry_forward     text check (carry_forward in ('CARRY_FORWARD', 'DROP')),
    version           int  not null default 0,
    check (lead_id is null or lead_role is null),
    check (due_on >= starts_on),
    check ((status = 'DONE') = (done_on is not null)),
    check ((ended_on is null) = (end_reason is null))
);
create index action_priority on action (priority_id, due_on, id);
create index action_lead on action (lead_id, due_on, id);
create index action_due on action (due_on, id);

-- The status is what the action was set to by this, if by anything.
create table action_update (
    id         uuid        primary key,
    action_id  uuid        not null references action on delete cascade,
    school_urn int,
    person_id  uuid        not null references person,
    author     text        not null,
    at         timestamptz not null,
    text       text        not null,
    status     text check (status in ('PLANNED', 'UNDER_WAY', 'DONE'))
);
create index action_update_action on action_update (action_id, id desc);

call guard_by_school('action');
call guard_by_school('action_update');
revoke update, delete on action_update from ${app_role};

-- Who can lead something in a school, or in the trust when no school is given: name and id of those whose membership
-- reaches there today. It runs with the rights of the owner, because memberships of others are not for everybody.
create function leads(of_urn int, today date)
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
                    and m.role in ('TRUST_LEADER', 'SCHOOL_LEADER', 'SYSTEM_LEADER', 'SAFEGUARDING_LEAD', 'DATA_MANAGER')
                    and (m.scope = 'TRUST' or m.school_urn = of_urn)
                    and m.valid_from <= today and (m.valid_until is null or m.valid_until > today));
end;
