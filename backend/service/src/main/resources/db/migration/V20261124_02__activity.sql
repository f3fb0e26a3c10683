-- Who did what, when and why. The application can add and read, nothing else.

create table activity (
    id         uuid primary key,
    at         timestamptz not null,
    person_id  uuid        not null references person,
    actor      text        not null,
    subject    text        not null,
    subject_id text        not null,
    school_urn int,
    summary    text        not null,
    reason     text,
    changes    jsonb       not null
);
create index activity_subject on activity (subject, subject_id, id desc);
create index activity_school on activity (school_urn, id desc);

alter table activity enable row level security;
create policy reading on activity for select using (
    (select scope_trust()) or school_urn = any ((select scope_schools())::int[])
    or (subject = 'MEMBERSHIP' and (select scope_register())));
create policy adding on activity for insert with check (person_id = (select scope_person()));
grant select, insert on activity to ${app_role};
