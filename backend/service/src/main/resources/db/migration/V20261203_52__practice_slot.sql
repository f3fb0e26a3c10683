-- "Come and see": times at which a school shows others what it does, and who has booked a place. Everybody who may read the
-- entry sees the times and how many places are taken; who comes is for the school that shows it and for who comes.

create table practice_slot (
    id                  uuid primary key,
    practice_id         uuid        not null references good_practice on delete cascade,
    school_urn          int,
    day                 date        not null,
    starts_at           time        not null,
    ends_at             time        not null check (ends_at > starts_at),
    places              int         not null check (places between 1 and 50),
    place               text        not null,
    notes               text,
    offered_by          uuid        not null references person,
    cancelled_on        date,
    cancellation_reason text,
    changed_at          timestamptz not null,
    version             int         not null default 0,
    check ((cancelled_on is null) = (cancellation_reason is null))
);
create index practice_slot_day on practice_slot (practice_id, day desc, starts_at desc, id);
create index practice_slot_offered on practice_slot (offered_by, day);

-- A seat is taken by one person at a time: two who book the last one at once cannot both have it.
create table practice_visit (
    id            uuid primary key,
    slot_id       uuid        not null references practice_slot on delete cascade,
    practice_id   uuid        not null references good_practice on delete cascade,
    host_urn      int,
    school_urn    int,
    school_name   text,
    person_id     uuid        not null references person,
    name          text        not null,
    seat          int         not null check (seat > 0),
    booked_at     timestamptz not null,
    given_back_at timestamptz
);
create unique index practice_visit_seat on practice_visit (slot_id, seat) where given_back_at is null;
create unique index practice_visit_person on practice_visit (slot_id, person_id) where given_back_at is null;
create index practice_visit_own on practice_visit (person_id, practice_id);

alter table practice_visit enable row level security;
create policy reading on practice_visit for select using (
    person_id = (select scope_person()) or (select scope_trust())
    or host_urn = any ((select scope_schools())::int[]) or school_urn = any ((select scope_schools())::int[]));
create policy booking on practice_visit for insert with check (person_id = (select scope_person()));
create policy giving_back on practice_visit for update using (person_id = (select scope_person()));
grant select, insert on practice_visit to ${app_role};
grant update (given_back_at) on practice_visit to ${app_role};

-- Who has booked a visit reads what they were to see, also when it is retired meanwhile: they have to know why.
drop policy reading on good_practice;
create policy reading on good_practice for select using (
    (withdrawn_on is null and (select scope_person()) is not null)
    or (select scope_trust()) or school_urn = any ((select scope_schools())::int[])
    or id = any (array(select v.practice_id from practice_visit v where v.person_id = (select scope_person()))));

alter table practice_slot enable row level security;
create policy reading on practice_slot for select using (
    exists (select from good_practice g where g.id = practice_id));
create policy adding on practice_slot for insert with check (
    (select scope_trust()) or school_urn = any ((select scope_schools())::int[]));
create policy changing on practice_slot for update using (
    (select scope_trust()) or school_urn = any ((select scope_schools())::int[]));
grant select, insert, update on practice_slot to ${app_role};

-- How many places are taken, for whoever may see the times.
create function places_taken(slots uuid[]) returns table (slot_id uuid, taken int)
    language sql stable security definer
    set search_path = public, pg_temp
begin atomic
    select v.slot_id, count(*)::int
    from practice_visit v
    where scope_person() is not null and v.slot_id = any (slots) and v.given_back_at is null
    group by v.slot_id;
end;

-- The lowest seat that is free, and the slot held until the booking is done; nothing when all are taken.
create function free_seat(of_slot uuid) returns int language plpgsql security definer
    set search_path = public, pg_temp
as $$
declare
    many int;
begin
    if scope_person() is null then
        return null;
    end if;
    select s.places into many from practice_slot s where s.id = of_slot for update;
    return (select min(n) from generate_series(1, many) n
            where not exists (select from practice_visit v where v.slot_id = of_slot and v.seat = n and v.given_back_at is null));
end
$$;

alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check check (kind in ('MENTIONED', 'ACTION_GIVEN', 'APPROVAL_ASKED',
    'APPROVAL_CONSULTED', 'APPROVAL_DECIDED', 'DECISION_TAKEN', 'CHECKPOINT_SUBMITTED', 'CHECKPOINT_RETURNED',
    'CHECKPOINT_SIGNED_OFF', 'TARGET_IN_TROUBLE', 'CONCERN_RAISED', 'CONCERN_GIVEN', 'CONCERN_SHARED', 'CONCERN_TO_CLOSE',
    'CONCERN_CLOSED', 'ACTIVITY_GIVEN', 'ACTIVITY_MOVED', 'ACTIVITY_CANCELLED', 'SUPPORT_REQUESTED', 'SUPPORT_MATCHED',
    'SUPPORT_BEGUN', 'SUPPORT_ENDED', 'SUPPORT_CHANGE', 'VISIT_BOOKED', 'VISIT_CANCELLED'));

-- Visits go from school to school, and what is told to somebody stands under their own school; so it is told with the rights of
-- the owner, of visits of the teller alone: to who shows it, and to who is asked about it, what the caller booked or gave back.
create function tell_hosts(of_visit uuid, ids uuid[], at timestamptz, teller text) returns void language sql security definer
    set search_path = public, pg_temp
begin atomic
    insert into notification (id, person_id, at, kind, subject_kind, subject_id, school_urn, actor)
    select ids[row_number() over (order by h.id)], h.id, tell_hosts.at,
        case when v.given_back_at is null then 'VISIT_BOOKED' else 'VISIT_CANCELLED' end, 'PRACTICE', v.practice_id, v.host_urn, teller
    from practice_visit v
        join practice_slot s on s.id = v.slot_id
        join good_practice g on g.id = v.practice_id
        cross join lateral (select distinct p.id from (values (s.offered_by), (g.contact_id)) p (id)
                            where p.id is not null and p.id <> v.person_id) h
    where v.id = of_visit and v.person_id = scope_person();
end;

-- To who has booked, that a slot of the caller's school is cancelled.
create function tell_visitors(of_slot uuid, ids uuid[], at timestamptz, teller text) returns void language sql security definer
    set search_path = public, pg_temp
begin atomic
    insert into notification (id, person_id, at, kind, subject_kind, subject_id, school_urn, actor)
    select ids[row_number() over (order by v.id)], v.person_id, tell_visitors.at, 'VISIT_CANCELLED', 'PRACTICE', v.practice_id,
        v.school_urn, teller
    from practice_visit v join practice_slot s on s.id = v.slot_id
    where v.slot_id = of_slot and v.given_back_at is null and s.cancelled_on is not null and v.person_id <> scope_person()
      and (scope_trust() or s.school_urn = any (scope_schools()));
end;
