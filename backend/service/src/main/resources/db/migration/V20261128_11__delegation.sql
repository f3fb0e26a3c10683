-- Who decides what: the scheme of delegation with its versions, and what was asked and decided under it.

create table delegation_rule (
    id          uuid primary key,
    decision    text not null,
    decides     text not null check (decides in ('HEADTEACHER', 'TRUST_LEADER', 'TRUST_BOARD')),
    recommends  text check (recommends in ('HEADTEACHER', 'TRUST_LEADER', 'TRUST_BOARD')),
    informed    text,
    valid_from  date not null,
    valid_until date,
    unique (decision, valid_from),
    check (valid_until > valid_from)
);
insert into delegation_rule (id, decision, decides, recommends, informed, valid_from) values
    ('019f0000-0000-7000-8000-000000000001', 'SCHOOL_CYCLE', 'TRUST_LEADER', 'HEADTEACHER', 'Academy Development Committee', '2000-01-01'),
    ('019f0000-0000-7000-8000-000000000002', 'TRUST_CYCLE', 'TRUST_BOARD', 'TRUST_LEADER', 'Committees', '2000-01-01');
grant select on delegation_rule to ${app_role};

-- body: who decides this one; the rule's, or the next one up where somebody of it has asked.
create table approval (
    id           uuid        primary key,
    decision     text        not null,
    subject_id   uuid        not null,
    title        text        not null,
    school_urn   int,
    rule_id      uuid        not null references delegation_rule,
    body         text        not null check (body in ('HEADTEACHER', 'TRUST_LEADER', 'TRUST_BOARD')),
    requester_id uuid        not null references person,
    requested_at timestamptz not null,
    comment      text,
    decider_id   uuid references person,
    decided_at   timestamptz,
    outcome      text check (outcome in ('APPROVED', 'REFUSED', 'WITHDRAWN')),
    reason       text,
    check ((outcome is null) = (decided_at is null)),
    check ((outcome is null) = (decider_id is null)),
    check (outcome <> 'REFUSED' or reason is not null)
);
create index approval_subject on approval (subject_id, id desc);
create unique index approval_waiting_once on approval (decision, subject_id) where outcome is null;
create index approval_waiting on approval (id) where outcome is null;

-- What is decided stays as it was decided.
call guard_by_school('approval');
create policy undecided on approval as restrictive for update using (outcome is null) with check (true);
revoke delete on approval from ${app_role};

-- The approval under which a cycle is carried out; none before it is given, and none after the plan was taken back.
alter table cycle add approval_id uuid references approval;
