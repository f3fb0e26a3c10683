-- What somebody is told: who did what with which thing. The thing is called by its name when it is read, as its reader
-- may see it then, so that nothing stands here that could outlast a membership.
create table notification (
    id           uuid        primary key,
    person_id    uuid        not null references person,
    at           timestamptz not null,
    kind         text        not null check (kind in ('MENTIONED', 'ACTION_GIVEN', 'APPROVAL_ASKED', 'APPROVAL_DECIDED',
                                 'CHECKPOINT_SUBMITTED', 'CHECKPOINT_RETURNED', 'CHECKPOINT_SIGNED_OFF',
                                 'TARGET_IN_TROUBLE')),
    subject_kind text        not null,
    subject_id   uuid        not null,
    school_urn   int,
    actor        text,
    detail       text,
    read_at      timestamptz
);
create index notification_person on notification (person_id, id desc);
create index notification_unread on notification (person_id) where read_at is null;
create index notification_subject on notification (subject_id);
-- Of one status of a target nobody is told twice.
create unique index notification_once on notification (person_id, subject_id, detail) where kind = 'TARGET_IN_TROUBLE';

-- Whoever does something in a school tells others of it; each reads what they are told, and nothing else.
call guard_by_school('notification');
create policy own_to_read on notification as restrictive for select using (person_id = (select scope_person()));
create policy own_to_mark on notification as restrictive for update using (person_id = (select scope_person()));
revoke update, delete on notification from ${app_role};
grant update (read_at) on notification to ${app_role};

-- What was said and told of a thing goes with it. It runs with the rights of the owner, because nobody else can take
-- away what is told to others.
create function forget_what_was_said() returns trigger language plpgsql security definer
    set search_path = public, pg_temp
as $$
begin
    delete from comment where subject_id = old.id;
    delete from notification where subject_id = old.id;
    return null;
end
$$;
create trigger forget_what_was_said after delete on priority for each row execute function forget_what_was_said();
create trigger forget_what_was_said after delete on action for each row execute function forget_what_was_said();
create trigger forget_what_was_said after delete on target for each row execute function forget_what_was_said();
create trigger forget_what_was_said after delete on checkpoint for each row execute function forget_what_was_said();
create trigger forget_what_was_said after delete on adjustment for each row execute function forget_what_was_said();
