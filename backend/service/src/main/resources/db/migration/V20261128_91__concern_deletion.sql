-- Concerns whose retention date has passed are deleted, once a day, and that this was done is kept: how many, and how many a
-- legal hold kept. Of restricted ones it is told to those alone who could have seen each of them.
create table concern_deletion (
    id         uuid        primary key,
    at         timestamptz not null,
    restricted boolean     not null,
    deleted    int         not null,
    held       int         not null
);
create index concern_deletion_at on concern_deletion (at desc, id desc);
alter table concern_deletion enable row level security;
create policy told on concern_deletion for select
    using (case when restricted then (select scope_safeguards()) else (select scope_trust()) end);
grant select on concern_deletion to ${app_role};

alter table concern
    drop constraint concern_merged_into_fkey,
    add constraint concern_merged_into_fkey foreign key (merged_into) references concern on delete set null;

-- It runs with the rights of the owner, because it is for every concern; one replica at a time.
create function delete_expired_concerns(today date, now timestamptz, open_run uuid, restricted_run uuid) returns void
    language plpgsql security definer
    set search_path = public, pg_temp
as $$
begin
    if not pg_try_advisory_xact_lock(20261128, 91) then
        return;
    end if;
    with expired as (
        select c.id, c.restricted, c.legal_hold
        from concern c
        where c.status = 'CLOSED' and c.retain_until <= today
    ), gone as (
        delete from concern c using expired e where c.id = e.id and not e.legal_hold returning e.restricted
    ), counted as (
        select k.restricted,
               (select count(*) from gone g where g.restricted = k.restricted) as deleted,
               (select count(*) from expired e where e.legal_hold and e.restricted = k.restricted) as held
        from (values (false), (true)) k (restricted)
    )
    insert into concern_deletion (id, at, restricted, deleted, held)
    select case when restricted then restricted_run else open_run end, now, restricted, deleted, held
    from counted
    where deleted > 0;
end
$$;
