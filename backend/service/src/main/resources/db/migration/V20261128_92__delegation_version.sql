-- Versions of the scheme of delegation: each line holds from a day until the next version of it begins. What was decided keeps the
-- line that it was decided by.
alter table delegation_rule
    add reason text,
    add recorded_by text,
    add recorded_at timestamptz,
    add check ((recorded_by is null) = (recorded_at is null) and (recorded_by is null) = (reason is null));
create index delegation_rule_from on delegation_rule (valid_from desc, id desc);
grant insert, delete on delegation_rule to ${app_role};
grant update (valid_until) on delegation_rule to ${app_role};

-- A version that has begun is never taken away.
create function keep_begun_rule() returns trigger language plpgsql as $$
begin
    if old.valid_from <= scope_today() then
        raise exception 'A version of the scheme of delegation that has begun stays';
    end if;
    return old;
end
$$;
create trigger keep_begun_rule before delete on delegation_rule for each row
    when (current_user = '${app_role}') execute function keep_begun_rule();
