-- Support for a school, from inside the trust first and from outside where necessary: asked for, matched, approved, carried out
-- against what was agreed, and looked back on by both parties.

-- Who can be asked from outside. Due diligence holds up to and with a day.
create table partner (
    id                  uuid          primary key,
    name                text          not null,
    offers              text          not null,
    day_rate            numeric(10, 2) check (day_rate >= 0),
    diligence           text,
    diligence_until     date,
    ended_on            date,
    version             int           not null default 0,
    check ((diligence is null) = (diligence_until is null))
);
create unique index partner_name on partner (lower(name)) where ended_on is null;
alter table partner enable row level security;
create policy reading on partner for select using ((select scope_trust()) or (select scope_schools()) is not null
    or (select scope_committees()) is not null);
create policy adding on partner for insert with check ((select scope_trust()));
create policy keeping on partner for update using ((select scope_trust()));
grant select, insert, update on partner to ${app_role};

-- How much each part counts in the ranking of candidates.
create table match_weight (
    part     text primary key check (part in ('SPECIALISM', 'IMPACT', 'CONTEXT', 'NEARNESS', 'CAPACITY')),
    label    text not null,
    weight   numeric(5, 2) not null check (weight >= 0)
);
insert into match_weight (part, label, weight) values
    ('SPECIALISM', 'Specialism', 4),
    ('IMPACT', 'Evidence of impact', 2),
    ('CONTEXT', 'School context like theirs', 1.5),
    ('NEARNESS', 'Nearness', 1),
    ('CAPACITY', 'Days still free', 1.5);
grant select on match_weight to ${app_role};

-- school_urn: the school that is supported; beyond: who is, where that is not of the trust. supporter_name and supporter_urn: as they
-- were when the match was made.
create table commission (
    id               uuid primary key,
    title            text not null,
    school_urn       int,
    beyond           text,
    specialism       text not null references specialism,
    purpose          text not null,
    source_kind      text check (source_kind in ('NEED', 'PRIORITY', 'CHECKPOINT')),
    source_id        uuid,
    starts_on        date not null,
    ends_on          date not null,
    status           text not null check (status in ('REQUESTED', 'MATCHED', 'APPROVED', 'ACTIVE', 'COMPLETED', 'DECLINED', 'CANCELLED')),
    requester_id     uuid not null references person,
    requester_name   text not null,
    requested_on     date not null,
    expert_id        uuid references expert,
    expert_person_id uuid references person,
    partner_id       uuid references partner,
    supporter_name   text,
    supporter_urn    int,
    choice_reason    text,
    cost             numeric(12, 2) check (cost >= 0),
    approval_id      uuid references approval,
    agreement        text,
    deployment_id    uuid,
    started_on       date,
    ended_on         date,
    end_reason       text,
    version          int  not null default 0,
    check (ends_on >= starts_on),
    check ((school_urn is null) = (beyond is not null)),
    check ((source_kind is null) = (source_id is null)),
    check ((expert_id is null) = (expert_person_id is null)),
    check (expert_id is null or partner_id is null),
    check ((partner_id is not null) = (cost is not null)),
    check (status in ('REQUESTED', 'DECLINED', 'CANCELLED') or expert_id is not null or partner_id is not null),
    check ((status in ('DECLINED', 'CANCELLED')) = (end_reason is not null)),
    check (status not in ('ACTIVE', 'COMPLETED') or (started_on is not null and agreement is not null))
);
create index commission_newest on commission (id desc);
create index commission_school on commission (school_urn, id desc);
create index commission_expert on commission (expert_id) where expert_id is not null;
create index commission_person on commission (expert_person_id, id desc) where expert_person_id is not null;
create index commission_partner on commission (partner_id) where partner_id is not null;
create index commission_status on commission (status, id desc);
create index commission_source on commission (source_id) where source_id is not null;

alter table commission enable row level security;
create policy school_scope on commission using (
    (select scope_trust()) or school_urn = any ((select scope_schools())::int[])
    or expert_person_id = (select scope_person()));
grant select, insert, update on commission to ${app_role};

create procedure guard_by_commission(guarded regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('create policy of_commission on %s using (exists (select from commission c where c.id = commission_id))', guarded);
    execute format('grant select, insert on %s to ${app_role}', guarded);
end
$$;

-- How many days are agreed for a term; term: 1 autumn, 2 spring, 3 summer.
create table commission_days (
    commission_id uuid          not null references commission on delete cascade,
    academic_year int           not null,
    term          int           not null check (term between 1 and 3),
    days          numeric(5, 2) not null check (days > 0),
    primary key (commission_id, academic_year, term)
);
call guard_by_commission('commission_days');
grant update, delete on commission_days to ${app_role};

-- What is to move by it: a measure of the school for a cohort and a group.
create table commission_measure (
    commission_id uuid not null references commission on delete cascade,
    position      int  not null,
    measure_code  text not null references measure,
    cohort        text not null,
    pupil_group   text not null,
    primary key (commission_id, position)
);
call guard_by_commission('commission_measure');

-- Who inside the trust was there when it was decided to go outside, and why each does not fit.
create table commission_candidate (
    commission_id uuid not null references commission on delete cascade,
    position      int  not null,
    expert_id     uuid not null references expert,
    name          text not null,
    reason        text not null,
    primary key (commission_id, position)
);
call guard_by_commission('commission_candidate');
grant delete on commission_candidate to ${app_role};

create table commission_visit (
    id            uuid          primary key,
    commission_id uuid          not null references commission on delete cascade,
    day           date          not null,
    days          numeric(4, 2) not null check (days > 0 and days <= 5),
    what          text          not null,
    checkpoint_id uuid          references checkpoint on delete set null,
    person_id     uuid          not null references person,
    author        text          not null,
    at            timestamptz   not null
);
create index commission_visit_commission on commission_visit (commission_id, day, id);
create index commission_visit_checkpoint on commission_visit (checkpoint_id) where checkpoint_id is not null;
call guard_by_commission('commission_visit');
grant delete on commission_visit to ${app_role};

-- A change of what was agreed: proposed by one party, agreed by the other. What it says replaces what was agreed; null where it stays.
create table commission_change (
    id            uuid primary key,
    commission_id uuid not null references commission on delete cascade,
    ends_on       date,
    academic_year int,
    term          int check (term between 1 and 3),
    days          numeric(5, 2) check (days > 0),
    cost          numeric(12, 2) check (cost >= 0),
    reason        text not null,
    by_supporter  boolean not null,
    proposer_id   uuid not null references person,
    proposer_name text not null,
    proposed_at   timestamptz not null,
    outcome       text check (outcome in ('AGREED', 'REFUSED')),
    decider_id    uuid references person,
    decider_name  text,
    decided_at    timestamptz,
    check ((days is null) = (term is null) and (days is null) = (academic_year is null)),
    check ((outcome is null) = (decider_id is null) and (outcome is null) = (decided_at is null)),
    check (decider_id <> proposer_id)
);
create index commission_change_commission on commission_change (commission_id, id);
create unique index commission_change_waiting on commission_change (commission_id) where outcome is null;
call guard_by_commission('commission_change');
grant update (outcome, decider_id, decider_name, decided_at) on commission_change to ${app_role};

-- What came of it, in the words of each party; written once. rating: 1 no difference yet, 2 some, 3 what was hoped for, 4 more.
create table commission_impact (
    id            uuid        primary key,
    commission_id uuid        not null references commission on delete cascade,
    party         text        not null check (party in ('SCHOOL', 'SUPPORTER')),
    rating        int         not null check (rating between 1 and 4),
    text          text        not null,
    person_id     uuid        not null references person,
    author        text        not null,
    at            timestamptz not null,
    unique (commission_id, party)
);
call guard_by_commission('commission_impact');

-- What is promised and given of each expert's days by term, whoever asks: what is under way counts with all that was agreed, what has
-- ended with what was given. Everybody who matches has to count the same days.
create function expert_days(since int)
    returns table (expert_id uuid, academic_year int, term int, promised numeric, given numeric)
    language sql
    stable
    security definer
    set search_path = public, pg_temp
begin atomic
    with given as (
        select v.commission_id,
               cast(extract(year from v.day) as int) - case when extract(month from v.day) >= 9 then 0 else 1 end as academic_year,
               term_of(v.day) as term, sum(v.days) as days
        from commission_visit v
        group by 1, 2, 3)
    select c.expert_id, d.academic_year, d.term,
           sum(case when c.status in ('MATCHED', 'APPROVED', 'ACTIVE') then d.days else coalesce(g.days, 0) end),
           coalesce(sum(g.days), 0)
    from commission c
        join commission_days d on d.commission_id = c.id
        left join given g on g.commission_id = c.id and g.academic_year = d.academic_year and g.term = d.term
    where scope_person() is not null and c.expert_id is not null and d.academic_year >= since
      and c.status in ('MATCHED', 'APPROVED', 'ACTIVE', 'COMPLETED', 'CANCELLED')
    group by c.expert_id, d.academic_year, d.term;
end;

-- How schools have judged what an expert's support has changed, by area of specialism.
create function expert_impact()
    returns table (expert_id uuid, area text, reviews bigint, rating numeric)
    language sql
    stable
    security definer
    set search_path = public, pg_temp
begin atomic
    select c.expert_id, s.area, count(*), avg(i.rating)
    from commission c
        join commission_impact i on i.commission_id = c.id and i.party = 'SCHOOL'
        join specialism s on s.code = c.specialism
    where scope_person() is not null and c.expert_id is not null and c.status = 'COMPLETED'
    group by c.expert_id, s.area;
end;

-- From which day on the deployment that a commission began no longer counts; whoever ends or changes the commission need not reach the
-- memberships of others.
create function end_deployment(of_commission uuid, day date) returns void
    language sql
    security definer
    set search_path = public, pg_temp
begin atomic
    update membership m set valid_until = greatest(m.valid_from, day), version = m.version + 1
    from commission c
    where scope_person() is not null and c.id = of_commission and m.id = c.deployment_id;
end;

insert into delegation_rule (id, decision, decides, recommends, informed, up_to, valid_from) values
    ('019f0000-0000-7000-8000-000000000031', 'INTERNAL_COMMISSION', 'TRUST_LEADER', 'HEADTEACHER', '{ACADEMY_COMMITTEE}', null, '2000-01-01'),
    ('019f0000-0000-7000-8000-000000000032', 'EXTERNAL_COMMISSION', 'HEADTEACHER', null, '{TRUST_LEADER}', 2000, '2000-01-01'),
    ('019f0000-0000-7000-8000-000000000033', 'EXTERNAL_COMMISSION', 'TRUST_LEADER', 'HEADTEACHER', '{ACADEMY_COMMITTEE}', 10000, '2000-01-01'),
    ('019f0000-0000-7000-8000-000000000034', 'EXTERNAL_COMMISSION', 'TRUST_BOARD', 'TRUST_LEADER', '{ACADEMY_COMMITTEE}', null, '2000-01-01');

-- How far each school of the trust is from one, in kilometres and in its context, whoever matches.
create function schools_around(of_urn int, at_year int)
    returns table (urn int, kilometres numeric, distance numeric)
    language sql
    stable
    security definer
    set search_path = public, pg_temp
begin atomic
    select s.urn,
           round(cast(sqrt(power(s.easting - o.easting, 2) + power(s.northing - o.northing, 2)) / 1000 as numeric), 1),
           l.distance
    from school o
        join school s on s.status = 'IN_TRUST' and s.urn <> o.urn
        left join similar_schools(of_urn, at_year, 100000) l on l.urn = s.urn
    where o.urn = of_urn and scope_person() is not null;
end;

alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check check (kind in ('MENTIONED', 'ACTION_GIVEN', 'APPROVAL_ASKED',
    'APPROVAL_CONSULTED', 'APPROVAL_DECIDED', 'DECISION_TAKEN', 'CHECKPOINT_SUBMITTED', 'CHECKPOINT_RETURNED',
    'CHECKPOINT_SIGNED_OFF', 'TARGET_IN_TROUBLE', 'CONCERN_RAISED', 'CONCERN_GIVEN', 'CONCERN_SHARED', 'CONCERN_TO_CLOSE',
    'CONCERN_CLOSED', 'ACTIVITY_GIVEN', 'ACTIVITY_MOVED', 'ACTIVITY_CANCELLED', 'SUPPORT_REQUESTED', 'SUPPORT_MATCHED',
    'SUPPORT_BEGUN', 'SUPPORT_ENDED', 'SUPPORT_CHANGE'));
-- Who gives support and who gets it tell each other, whichever schools they see otherwise.
create policy of_support on notification for insert with check (
    subject_kind = 'COMMISSION' and exists (select from commission c where c.id = subject_id));
