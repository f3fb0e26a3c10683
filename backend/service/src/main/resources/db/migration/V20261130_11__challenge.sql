-- Challenges: what a member of a committee asks a leader, what was answered, and whether the committee is satisfied. Nothing
-- of one is ever changed or deleted; how it stands follows from what was said last.

create table challenge (
    id            uuid        primary key,
    committee_id  uuid        not null references committee,
    school_urn    int,
    meeting_id    uuid,
    question      text        not null,
    asked_by      uuid        not null references person,
    asked_by_name text        not null,
    asked_id      uuid        not null references person,
    asked_name    text        not null,
    raised_on     date        not null,
    answer_by     date        not null,
    link_kind     text check (link_kind in ('PRIORITY', 'TARGET', 'MEASURE')),
    link_id       text,
    link_title    text,
    check ((link_kind is null) = (link_id is null) and (link_kind is null) = (link_title is null)),
    check (answer_by >= raised_on)
);
create index challenge_committee on challenge (committee_id, id desc);
create index challenge_school on challenge (school_urn, id desc);
create index challenge_asked on challenge (asked_id);

create table challenge_entry (
    id           uuid        primary key,
    challenge_id uuid        not null references challenge,
    committee_id uuid        not null references committee,
    kind         text        not null check (kind in ('ANSWER', 'SATISFIED', 'NOT_SATISFIED', 'WITHDRAWAL')),
    text         text        not null,
    answer_by    date,
    person_id    uuid        not null references person,
    author       text        not null,
    at           timestamptz not null,
    check ((kind = 'NOT_SATISFIED') = (answer_by is not null))
);
create index challenge_entry_challenge on challenge_entry (challenge_id, id desc);

-- A challenge is there for its committee, for who was asked, and for those who may see its school.
alter table challenge enable row level security;
create policy seen on challenge
    using ((select scope_trust()) or committee_id = any ((select scope_committees())::uuid[])
        or asked_id = (select scope_person()) or school_urn = any ((select scope_schools())::int[]));
grant select, insert on challenge to ${app_role};
alter table challenge_entry enable row level security;
create policy of_challenge on challenge_entry using (exists (select from challenge c where c.id = challenge_id));
grant select, insert on challenge_entry to ${app_role};

-- How a challenge stands today.
create view challenge_today with (security_invoker) as
    select c.*, coalesce(r.answer_by, c.answer_by) as due_on, coalesce(l.kind = 'NOT_SATISFIED', false) as reopened,
           l.at as last_at,
           case l.kind
               when 'WITHDRAWAL' then 'WITHDRAWN'
               when 'SATISFIED' then 'SATISFIED'
               when 'ANSWER' then 'ANSWERED'
               else case when coalesce(r.answer_by, c.answer_by) < scope_today() then 'OVERDUE' else 'OPEN' end
           end as status
    from challenge c
        left join lateral (select e.kind, e.at from challenge_entry e
                           where e.challenge_id = c.id order by e.id desc limit 1) l on true
        left join lateral (select e.answer_by from challenge_entry e
                           where e.challenge_id = c.id and e.kind = 'NOT_SATISFIED' order by e.id desc limit 1) r on true;
grant select on challenge_today to ${app_role};
