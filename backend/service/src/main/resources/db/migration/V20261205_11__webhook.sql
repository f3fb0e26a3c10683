-- Addresses to which changes are delivered by themselves, and the deliveries. Their kinds are a closed list: nothing of concerns,
-- of people and their memberships, of comments, of committees, of partners, or of how machines are connected ever leaves.

-- schools: empty where it is for all of them. Of the secrets, sealed with a key of the webhook, the previous one signs too until
-- it ends. counted_from: since when it is counted how many deliveries in a row have failed for good.
create table webhook (
    id              uuid        primary key,
    name            text        not null,
    address         text        not null,
    kinds           text[]      not null check (cardinality(kinds) > 0
        and kinds <@ array['SCHOOL', 'INSPECTION', 'OUTCOME', 'IMPORT', 'CYCLE', 'PRIORITY', 'ACTION', 'TARGET', 'CHECKPOINT', 'ADJUSTMENT',
            'EVALUATION', 'PRACTICE', 'NEED', 'COMMISSION', 'TIMETABLE', 'TERM_DATES', 'DELEGATION']),
    schools         int[]       not null default '{}',
    registered_at   timestamptz not null,
    paused_at       timestamptz,
    paused_because  text check (paused_because in ('ADMINISTRATOR', 'FAILING')),
    counted_from    timestamptz not null,
    key_id          text        not null,
    sealed_key      bytea       not null,
    secret          bytea,
    secret_since    timestamptz,
    previous_secret bytea,
    previous_until  timestamptz,
    version         int         not null default 0,
    check ((paused_at is null) = (paused_because is null)),
    check ((secret is null) = (secret_since is null)),
    check ((previous_secret is null) = (previous_until is null))
);
create unique index webhook_name on webhook (lower(name));
create index webhook_list on webhook (lower(name), id);
create index webhook_key on webhook (key_id);
alter table webhook enable row level security;
create policy keeping on webhook using ((select scope_register()));
grant select, insert, update, delete on webhook to ${app_role};

-- An item on its way to one webhook, with all that is sent of it. trying_since: when it was first tried, or first again. A
-- delivery that is being tried is due again a little later, so that it is not lost with who tries it.
create table webhook_delivery (
    id           uuid        primary key,
    webhook_id   uuid        not null references webhook on delete cascade,
    subject      text        not null,
    subject_id   text        not null,
    school_urn   int,
    what         text        not null,
    at           timestamptz not null,
    made_at      timestamptz not null,
    status       text        not null default 'WAITING' check (status in ('WAITING', 'DELIVERED', 'DEAD')),
    attempts     int         not null default 0,
    trying_since timestamptz,
    next_try_at  timestamptz,
    last_try_at  timestamptz,
    last_answer  int,
    last_trouble text,
    settled_at   timestamptz,
    check ((status = 'WAITING') = (next_try_at is not null)),
    check ((status = 'WAITING') = (settled_at is null))
);
create index webhook_delivery_newest on webhook_delivery (webhook_id, made_at desc, id desc);
create index webhook_delivery_status on webhook_delivery (webhook_id, status, made_at desc, id desc);
create index webhook_delivery_due on webhook_delivery (webhook_id, next_try_at) where status = 'WAITING';
create index webhook_delivery_settled on webhook_delivery (webhook_id, settled_at desc) where status <> 'WAITING';
alter table webhook_delivery enable row level security;
create policy keeping on webhook_delivery using ((select scope_register()));
grant select, insert, update on webhook_delivery to ${app_role};

create policy webhooks on activity for select using (subject = 'WEBHOOK' and (select scope_register()));

-- Gives what has been committed its positions, and every webhook that wants it a delivery, in one transaction: an item is either
-- numbered and on its way, or neither. Who holds the row of the log does it; the others wait, and see what was done.
create function number_changes(now timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    before bigint;
begin
    if not exists (select from change_item c where c.position is null) then
        return;
    end if;
    select l.head into before from change_log l for update;
    with waiting as (
        select c.id, row_number() over (order by c.at, c.id) as place from change_item c where c.position is null
    ), numbered as (
        update change_item c set position = before + w.place from waiting w where c.id = w.id returning c.*
    )
    insert into webhook_delivery (id, webhook_id, subject, subject_id, school_urn, what, at, made_at, next_try_at)
    select gen_random_uuid(), w.id, n.subject, n.subject_id, n.school_urn, n.what, n.at, now, now
    from numbered n
         join webhook w on n.subject = any (w.kinds)
                       and (w.schools = '{}' or n.school_urn is null or n.school_urn = any (w.schools));
    update change_log l set head = c.position, head_id = c.id
    from (select i.position, i.id from change_item i where i.position is not null order by i.position desc limit 1) c
    where c.position > before;
end
$$;

-- Takes deliveries that are due, so that nobody else has them until the lease ends: a few of each webhook, that one which is slow
-- holds up no other. Where a webhook is paused or has no secret yet, they wait; a test goes out also while it is paused.
create function claim_deliveries(now timestamptz, lease interval, of_each int, most int)
    returns table (id uuid, webhook_id uuid, subject text, subject_id text, school_urn int, what text, at timestamptz, attempts int,
                   trying_since timestamptz, address text, key_id text, sealed_key bytea, secret bytea, previous_secret bytea)
    language plpgsql security definer set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
    return query
        with due as materialized (
            select d.id
            from webhook w
                 cross join lateral (
                     select d.id from webhook_delivery d
                     where d.webhook_id = w.id and d.status = 'WAITING' and d.next_try_at <= now
                       and (w.paused_at is null or d.subject = 'TEST')
                     order by d.next_try_at limit of_each
                     for update of d skip locked) d
            where w.secret is not null
            limit most
        )
        update webhook_delivery d
        set attempts = d.attempts + 1, trying_since = coalesce(d.trying_since, now), last_try_at = now, next_try_at = now + lease
        from due, webhook w
        where d.id = due.id and w.id = d.webhook_id
        returning d.id, d.webhook_id, d.subject, d.subject_id, d.school_urn, d.what, d.at, d.attempts, d.trying_since, w.address,
            w.key_id, w.sealed_key, w.secret, case when w.previous_until > now then w.previous_secret end;
end
$$;

-- What came of an attempt; only of the last one that was begun. Without a next one it is over. A webhook whose deliveries fail
-- for good as often in a row as most says is paused.
create function settle_delivery(
    of_id uuid, of_attempt int, now timestamptz, arrived boolean, answer int, trouble text, next_at timestamptz, most int)
    returns void language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    of_webhook uuid;
begin
    update webhook_delivery d
    set status = case when arrived then 'DELIVERED' when next_at is null then 'DEAD' else 'WAITING' end,
        next_try_at = case when not arrived then next_at end, last_answer = answer, last_trouble = trouble,
        settled_at = case when arrived or next_at is null then now end
    where d.id = of_id and d.attempts = of_attempt and d.status = 'WAITING'
    returning d.webhook_id into of_webhook;
    if of_webhook is null or arrived or next_at is not null then
        return;
    end if;
    -- One after the other: of two that fail at once, the second counts the first.
    perform from webhook w where w.id = of_webhook for no key update;
    update webhook w set paused_at = now, paused_because = 'FAILING', version = w.version + 1
    where w.id = of_webhook and w.paused_at is null
      and most <= (select count(*) from webhook_delivery d
                   where d.webhook_id = w.id and d.status = 'DEAD' and d.subject <> 'TEST'
                     and d.settled_at >= greatest(w.counted_from, (select max(o.settled_at) from webhook_delivery o
                                                                  where o.webhook_id = w.id and o.status = 'DELIVERED'
                                                                    and o.subject <> 'TEST')));
end
$$;

create function forget_deliveries(before timestamptz) returns void
    language sql security definer set search_path = public, pg_temp
begin atomic
    delete from webhook_delivery where made_at < before;
end;

-- Keys are turned without anything being read.
create function webhook_key_ids() returns setof text
    language sql stable security definer set search_path = public, pg_temp
begin atomic
    select distinct w.key_id from webhook w;
end;
create function webhook_keys_to_turn(current_id text) returns table (id uuid, key_id text, sealed_key bytea)
    language sql stable security definer set search_path = public, pg_temp
begin atomic
    select w.id, w.key_id, w.sealed_key from webhook w where w.key_id <> current_id order by w.id;
end;
create function turn_webhook_key(of_id uuid, before_id text, new_id text, new_key bytea) returns void
    language sql security definer set search_path = public, pg_temp
begin atomic
    update webhook set key_id = new_id, sealed_key = new_key where id = of_id and key_id = before_id;
end;
