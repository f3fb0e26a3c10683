-- The scheme of delegation in full: what a decision may cost, the Academy Development Committee as a body that decides, and who is
-- consulted and informed as bodies that are told.

-- up_to: the line holds for what costs no more, in pounds; null where it holds for everything above, or whatever it costs.
alter table delegation_rule
    drop constraint delegation_rule_decides_check,
    drop constraint delegation_rule_recommends_check,
    drop constraint delegation_rule_decision_valid_from_key,
    add column up_to numeric(12, 2) check (up_to > 0),
    add column consulted text[] not null default '{}',
    add column informs text[] not null default '{}',
    add constraint delegation_rule_line unique nulls not distinct (decision, up_to, valid_from),
    add constraint delegation_rule_bodies check (
        (array[decides, coalesce(recommends, decides)] || consulted || informs)
        <@ array['HEADTEACHER', 'TRUST_LEADER', 'SECOND_TRUST_LEADER', 'ACADEMY_COMMITTEE', 'TRUST_BOARD']);

-- Who is told stood there in words: those that came with Uplift become bodies; what a trust has written itself stays, in the reason.
update delegation_rule set informs =
    case when informed ~* 'committee' then array['ACADEMY_COMMITTEE'] else '{}' end
    || case when informed ~* 'board' then array['TRUST_BOARD'] else '{}' end
where informed is not null;
update delegation_rule set reason = left(reason, 1700) || ' Is told: ' || informed
where informed is not null and reason is not null;
alter table delegation_rule drop column informed;
alter table delegation_rule rename column informs to informed;

alter table approval
    drop constraint approval_body_check,
    add constraint approval_body_check
        check (body in ('HEADTEACHER', 'TRUST_LEADER', 'SECOND_TRUST_LEADER', 'ACADEMY_COMMITTEE', 'TRUST_BOARD')),
    add column amount numeric(12, 2) check (amount >= 0),
    -- It rests on what not everybody may see: who asked is known to themselves and to those who decide, and nobody is consulted or informed.
    add column withheld boolean not null default false;

-- Who sits on a committee of a kind that looks after a school, or on any of that kind where there is none; the clerk does not. It runs
-- with the rights of the owner, because memberships of others are not for everybody.
create function seats(of_kind text, of_urn int, today date)
    returns table (person_id uuid, committee_id uuid)
    language sql
    stable
    security definer
    set search_path = public, pg_temp
begin atomic
    select distinct m.person_id, c.id
    from committee c
        join membership m on m.committee_id = c.id and m.scope = 'COMMITTEE' and m.role <> 'CLERK'
    where (scope_trust() or scope_schools() is not null or scope_committees() is not null)
      and c.kind = of_kind and (c.ended_on is null or c.ended_on > today)
      and m.valid_from <= today and (m.valid_until is null or m.valid_until > today)
      and (of_urn is null or c.whole_trust
           or exists (select from committee_school s
                      where s.committee_id = c.id and s.school_urn = of_urn
                        and s.valid_from <= today and (s.valid_until is null or s.valid_until > today)));
end;

-- What those who are consulted have said before it was decided. It is never changed.
create table opinion (
    id          uuid        primary key,
    approval_id uuid        not null references approval,
    school_urn  int,
    body        text        not null
        check (body in ('HEADTEACHER', 'TRUST_LEADER', 'SECOND_TRUST_LEADER', 'ACADEMY_COMMITTEE', 'TRUST_BOARD')),
    text        text        not null,
    person_id   uuid        not null references person,
    author      text        not null,
    at          timestamptz not null
);
create index opinion_approval on opinion (approval_id, id);
call guard_by_school('opinion');
revoke update, delete on opinion from ${app_role};

-- What a committee is told of, in words that each of its members may read. It comes on the agenda of the next meeting.
create table committee_notice (
    id           uuid        primary key,
    committee_id uuid        not null references committee,
    text         text        not null,
    link         text,
    subject_id   uuid        not null,
    at           timestamptz not null
);
create index committee_notice_at on committee_notice (committee_id, at);
create index committee_notice_subject on committee_notice (subject_id);
call guard_by_committee('committee_notice');
-- Who decides tells committees of which they are not.
create policy telling on committee_notice for insert with check ((select scope_person()) is not null);

-- Of a concern that becomes restricted, or is deleted, nothing more is told, and nothing rests on it any more.
create or replace function withdraw_concern() returns trigger language plpgsql security definer
    set search_path = public, pg_temp
as $$
begin
    delete from notification where subject_id = old.id;
    delete from evidence where kind = 'CONCERN' and reference = old.id::text;
    delete from committee_notice where subject_id = old.id;
    return null;
end
$$;

alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check check (kind in ('MENTIONED', 'ACTION_GIVEN', 'APPROVAL_ASKED',
    'APPROVAL_CONSULTED', 'APPROVAL_DECIDED', 'DECISION_TAKEN', 'CHECKPOINT_SUBMITTED', 'CHECKPOINT_RETURNED',
    'CHECKPOINT_SIGNED_OFF', 'TARGET_IN_TROUBLE', 'CONCERN_RAISED', 'CONCERN_GIVEN', 'CONCERN_SHARED', 'CONCERN_TO_CLOSE',
    'CONCERN_CLOSED', 'ACTIVITY_GIVEN', 'ACTIVITY_MOVED', 'ACTIVITY_CANCELLED'));
