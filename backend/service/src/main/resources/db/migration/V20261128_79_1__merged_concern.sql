-- What was merged into a concern is one with it: it names it, and becomes restricted with it.
create function restrict_merged() returns trigger language plpgsql security definer
    set search_path = public, pg_temp
as $$
begin
    update concern set restricted = true where merged_into = new.id and not restricted;
    return null;
end
$$;
create trigger restrict_merged after update of restricted on concern
    for each row when (new.restricted and not old.restricted) execute function restrict_merged();
