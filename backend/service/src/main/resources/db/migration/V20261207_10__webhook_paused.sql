alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check check (kind in ('MENTIONED', 'ACTION_GIVEN', 'APPROVAL_ASKED',
    'APPROVAL_CONSULTED', 'APPROVAL_DECIDED', 'DECISION_TAKEN', 'CHECKPOINT_SUBMITTED', 'CHECKPOINT_RETURNED',
    'CHECKPOINT_SIGNED_OFF', 'TARGET_IN_TROUBLE', 'CONCERN_RAISED', 'CONCERN_GIVEN', 'CONCERN_SHARED', 'CONCERN_TO_CLOSE',
    'CONCERN_CLOSED', 'ACTIVITY_GIVEN', 'ACTIVITY_MOVED', 'ACTIVITY_CANCELLED', 'SUPPORT_REQUESTED', 'SUPPORT_MATCHED',
    'SUPPORT_BEGUN', 'SUPPORT_ENDED', 'SUPPORT_CHANGE', 'VISIT_BOOKED', 'VISIT_CANCELLED', 'WEBHOOK_PAUSED'));

-- Administrators read what they are told of webhooks by their role alone, as they do the webhooks.
create policy webhooks_to_read on notification for select using (subject_kind = 'WEBHOOK' and (select scope_register()));
create policy webhooks_to_mark on notification for update using (subject_kind = 'WEBHOOK' and (select scope_register()));
create trigger forget_what_was_said after delete on webhook for each row execute function forget_what_was_said();

-- As before, and that a webhook was paused by itself is told to the administrators, who alone register one: in the transaction
-- that pauses it, and so once, however many deliver.
create or replace function settle_delivery(
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
    if found then
        insert into notification (id, person_id, at, kind, subject_kind, subject_id)
        select new_id(), p.id, now, 'WEBHOOK_PAUSED', 'WEBHOOK', of_webhook
        from person p
        where 'ADMINISTRATOR' = any (p.roles);
    end if;
end
$$;

-- As before, and whoever has the role of an administrator has a turn, which needs no membership.
create or replace function begin_digest_day(today date, moment timestamptz) returns setof uuid language plpgsql security definer
    set search_path = public, pg_temp
as $$
begin
    delete from digest_day where day < today - 30;
    delete from notification where at < moment - interval '400 days';
    insert into digest_day (person_id, day)
    select p.id, today
    from person p
    where p.username not like 'service-account-%'
      and ('ADMINISTRATOR' = any (p.roles)
           or exists (select from membership m
                      where m.person_id = p.id and m.role = any (p.roles)
                        and m.valid_from <= today and (m.valid_until is null or m.valid_until > today)))
    on conflict do nothing;
    return query
        select d.person_id
        from digest_day d
        where d.day = today and d.done_at is null and (d.not_before is null or d.not_before <= moment)
        order by d.person_id;
end
$$;
