-- Of what stands in data sets an analyst is told by the sets: a version is in the log for each school in which it has other rows. Of
-- outcomes, which keep no rows in versions, each measure and year is told at once.
create function change_of_data_set() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    insert into change_item (id, at, subject, subject_id, school_urn, what)
    select gen_random_uuid(), transaction_timestamp(), 'DATA_SET', new.data_set, r.school_urn, 'CHANGED'
    from (select school_urn from data_set_row where data_set = new.data_set and from_version = new.position
          union
          select school_urn from data_set_row where data_set = new.data_set and until_version = new.position) r;
    return null;
end
$$;
create trigger change_of_data_set after insert on data_set_version for each row execute function change_of_data_set();
