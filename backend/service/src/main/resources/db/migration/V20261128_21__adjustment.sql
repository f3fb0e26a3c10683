-- Small improvements on the way: what was noticed, what is changed, and what came of it. Together they are the learning log.

create table adjustment (
    id              uuid primary key,
    priority_id     uuid not null references priority on delete cascade,
    school_urn      int,
    checkpoint_id   uuid references checkpoint on delete set null,
    noticed         text not null,
    change          text not null,
    expected_effect text not null,
    expected_by     date not null,
    effect_seen     text,
    status          text not null check (status in ('OPEN', 'KEPT', 'DROPPED')),
    decision_reason text,
    decided_on      date,
    version         int  not null default 0,
    words           tsvector generated always as (to_tsvector('english',
        noticed || ' ' || change || ' ' || expected_effect || ' ' || coalesce(effect_seen, '') || ' '
            || coalesce(decision_reason, ''))) stored,
    check ((status = 'OPEN') = (decided_on is null)),
    check ((status = 'OPEN') = (decision_reason is null))
);
create index adjustment_priority on adjustment (priority_id, id desc);
create index adjustment_school on adjustment (school_urn, id desc);
create index adjustment_checkpoint on adjustment (checkpoint_id) where checkpoint_id is not null;
create index adjustment_words on adjustment using gin (words);

call guard_by_school('adjustment');
revoke delete on adjustment from ${app_role};
