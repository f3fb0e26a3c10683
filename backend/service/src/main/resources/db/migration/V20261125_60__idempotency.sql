-- What was answered to a request that creates, so that it can be repeated. The row is written in the transaction of the
-- request; the answer follows before it ends.
create table idempotency (
    person_id    uuid        not null references person,
    method       text        not null,
    path         text        not null,
    key          text        not null,
    request_hash bytea       not null,
    asked_at     timestamptz not null,
    status       int,
    location     text,
    etag         text,
    body         text,
    primary key (person_id, method, path, key)
);
create index idempotency_asked on idempotency (asked_at);
alter table idempotency enable row level security;
create policy own on idempotency using (person_id = (select scope_person()));
grant select, insert, update on idempotency to ${app_role};

create function expire_idempotency(before timestamptz)
    returns bigint
    language plpgsql
    security definer
    set search_path = public, pg_temp
as $$
declare
    gone bigint;
begin
    delete from idempotency where asked_at < before;
    get diagnostics gone = row_count;
    return gone;
end
$$;
