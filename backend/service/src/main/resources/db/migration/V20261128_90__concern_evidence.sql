-- A priority can rest on a concern that is not restricted. When one becomes restricted, or is deleted, what points at it goes
-- with what was told of it.
alter table evidence
    drop constraint evidence_kind_check,
    add constraint evidence_kind_check check (kind in ('OUTCOME', 'INSPECTION', 'NEED', 'CONCERN', 'URL', 'NOTE'));

create or replace function withdraw_concern() returns trigger language plpgsql security definer
    set search_path = public, pg_temp
as $$
begin
    delete from notification where subject_id = old.id;
    delete from evidence where kind = 'CONCERN' and reference = old.id::text;
    return null;
end
$$;
