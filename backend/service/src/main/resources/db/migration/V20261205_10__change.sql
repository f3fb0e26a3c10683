-- What has changed, in an order in which nothing is missed: an item is written in the transaction of the change, by triggers, and
-- gets its position only when that has been committed, by who reads next. A position is never smaller than one that somebody has
-- read. The application can read it and nothing else.

-- activity_id: the line that tells of it, where there is one; who sees that sees this.
create table change_item (
    id           uuid        primary key,
    position     bigint      unique,
    at           timestamptz not null,
    subject      text        not null,
    subject_id   text        not null,
    school_urn   int,
    committee_id uuid,
    what         text        not null check (what in ('CREATED', 'CHANGED', 'REMOVED')),
    activity_id  uuid references activity,
    check (activity_id is not null or school_urn is not null)
);
create index change_item_waiting on change_item (subject, subject_id) where position is null;
create index change_item_school on change_item (school_urn, position);
create index change_item_activity on change_item (activity_id);

alter table change_item enable row level security;
create policy reading on change_item for select using (
    case when activity_id is null
        then (select scope_trust()) or school_urn = any ((select scope_schools())::int[])
        else exists (select from activity a where a.id = activity_id)
    end);
grant select on change_item to ${app_role};

-- How far positions have been given, and up to which the items are not kept any more. The ids tell whether a cursor is of this
-- database as it is now, or of one that has been put back to an earlier state since.
create table change_log (
    one          boolean primary key default true check (one),
    head         bigint  not null default 0,
    head_id      uuid    not null default '00000000-0000-0000-0000-000000000000',
    gone_to      bigint  not null default 0,
    gone_to_id   uuid    not null default '00000000-0000-0000-0000-000000000000'
);
insert into change_log default values;

-- The key with which cursors are sealed, itself sealed with a key outside this database.
create table change_key (
    one        boolean primary key default true check (one),
    key_id     text  not null,
    sealed_key bytea not null
);
grant select, insert, update (key_id, sealed_key) on change_key to ${app_role};

-- One item for a thing and a transaction, however much of it changed. Rows without a position that this very transaction has
-- written are told by xmin, which is not stored anywhere.
create function log_change(
    of_subject text, of_subject_id text, of_school int, of_committee uuid, happened text, happened_at timestamptz, of_activity uuid)
    returns void language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    mine uuid;
begin
    select c.id into mine
    from change_item c
    where c.position is null and c.subject = of_subject and c.subject_id = of_subject_id
      and c.school_urn is not distinct from of_school and c.xmin = pg_current_xact_id()::xid;
    if mine is null then
        insert into change_item (id, at, subject, subject_id, school_urn, committee_id, what, activity_id)
        values (coalesce(of_activity, gen_random_uuid()), happened_at, of_subject, of_subject_id, of_school, of_committee, happened,
                of_activity);
    elsif happened = 'REMOVED' then
        update change_item set what = happened where id = mine;
    end if;
end
$$;
revoke execute on function log_change from public;

-- What the line says was done, by its first word; a thing is new with its first line. Lines whose id is no uuid are about a
-- year, a code, or a school, which are there all the time; those of comments are about what was commented on.
create function change_of_activity() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    perform log_change(
        new.subject, new.subject_id, new.school_urn, new.committee_id,
        case
            when new.subject = 'COMMENT' or new.subject_id !~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' then 'CHANGED'
            when new.summary ~ '^(deleted|removed)\M' then 'REMOVED'
            when new.summary ~ '^(set|recorded|took in|added|planned|began|raised|created|registered|published|offered|asked for the support)\M'
                and not exists (select from activity a
                                where a.subject = new.subject and a.subject_id = new.subject_id and a.id <> new.id) then 'CREATED'
            else 'CHANGED'
        end,
        new.at, new.id);
    return null;
end
$$;
create trigger change_of_activity after insert on activity for each row execute function change_of_activity();

-- Of outcomes one item for a school, a measure and a year: that one cell has changed could tell of few pupils.
create function change_of_outcomes() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    insert into change_item (id, at, subject, subject_id, school_urn, what)
    select gen_random_uuid(), transaction_timestamp(), 'OUTCOME', l.subject_id, l.school_urn, 'CHANGED'
    from (select distinct school_urn, measure_code || ' ' || academic_year || '/' || academic_year + 1 as subject_id
          from learnt) l
    where not exists (select from change_item c
                      where c.position is null and c.subject = 'OUTCOME' and c.subject_id = l.subject_id
                        and c.school_urn = l.school_urn and c.xmin = pg_current_xact_id()::xid);
    return null;
end
$$;
create trigger change_of_outcomes after insert on outcome_change referencing new table as learnt
    for each statement execute function change_of_outcomes();

-- Need is computed by night, which leaves no line of anybody.
create function change_of_need() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    if tg_op = 'INSERT' then
        perform log_change('NEED', new.id::text, new.school_urn, null, 'CREATED', transaction_timestamp(), null);
    elsif (old.score, old.level, old.floor, old.moderation_id) is distinct from (new.score, new.level, new.floor, new.moderation_id) then
        perform log_change('NEED', new.id::text, new.school_urn, null, 'CHANGED', transaction_timestamp(), null);
    end if;
    return null;
end
$$;
create trigger change_of_need after insert or update on need_assessment for each row execute function change_of_need();

-- Where a position is in the log: how far it reaches, from where it is kept, and which item is there.
create function change_horizon(of_position bigint)
    returns table (head bigint, head_id uuid, gone_to bigint, gone_to_id uuid, id_there uuid)
    language sql stable security definer set search_path = public, pg_temp
begin atomic
    select l.head, l.head_id, l.gone_to, l.gone_to_id, (select c.id from change_item c where c.position = of_position)
    from change_log l;
end;

-- Forgets the oldest items, up to the first that is to be kept.
create function forget_changes(before timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    last_gone    bigint;
    last_gone_id uuid;
begin
    perform from change_log for update;
    select c.position, c.id into last_gone, last_gone_id
    from change_item c
    where c.position < coalesce((select k.position from change_item k where k.at >= before and k.position is not null
                                 order by k.position limit 1), (select l.head + 1 from change_log l))
    order by c.position desc limit 1;
    if last_gone is not null then
        delete from change_item where position <= last_gone;
        update change_log set gone_to = last_gone, gone_to_id = last_gone_id;
    end if;
end
$$;
