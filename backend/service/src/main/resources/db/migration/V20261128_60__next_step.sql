-- Checkpoints look at actions too, and agree on next steps: each is an action from the beginning, and is kept beside it as it
-- was agreed.

alter table focus drop constraint focus_kind_check;
alter table focus add check (kind in ('PRIORITY', 'TARGET', 'ACTION'));
alter table focus add action_id uuid generated always as (case when kind = 'ACTION' then reference_id end) stored
    references action on delete cascade;
create index focus_action on focus (action_id) where action_id is not null;

create table next_step (
    id            uuid primary key,
    checkpoint_id uuid not null references checkpoint on delete cascade,
    action_id     uuid not null references action on delete cascade,
    school_urn    int,
    title         text not null,
    lead          text,
    due_on        date
);
create index next_step_checkpoint on next_step (checkpoint_id, id);
create unique index next_step_action on next_step (action_id);

call guard_by_school('next_step');
revoke update on next_step from ${app_role};

create trigger keep_signed before insert or update or delete on next_step
    for each row execute function keep_part_of_signed_checkpoint();
