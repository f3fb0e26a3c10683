-- What people add to a target, each entry with its author and moment. The application can add and read, nothing else.
create table target_note (
    id         uuid primary key,
    target_id  uuid        not null references target on delete cascade,
    school_urn int,
    at         timestamptz not null,
    author_id  uuid references person,
    author     text        not null,
    text       text        not null
);
create index target_note_target on target_note (target_id, at desc, id desc);
call guard_by_school('target_note');
revoke update, delete on target_note from ${app_role};

-- The narrative that stood alone becomes the first entry. Who wrote it, and when, is in the activity.
insert into target_note (id, target_id, school_urn, at, author_id, author, text)
select gen_random_uuid(), t.id, t.school_urn, coalesce(a.at, now()), a.person_id, coalesce(a.actor, 'Not recorded'),
       t.narrative
from target t
     left join lateral (
         select a.at, a.person_id, a.actor
         from activity a
         where a.subject = 'TARGET' and a.subject_id = cast(t.id as text)
           and (a.changes = '[]' or a.changes @> '[{"field": "narrative"}]')
         order by a.id desc
         limit 1) a on true
where trim(t.narrative) <> '';

alter table target drop column narrative;
