-- Asks the jobs of a client that wait or run to stop: the jobs themselves are not the administrator's to read.
create function cancel_jobs_of_integration(integration uuid, who text)
    returns bigint
    language plpgsql
    security definer
    set search_path = public, pg_temp
as $$
declare
    asked bigint;
begin
    update ingest_job j
    set cancelled_by = who
    from integration i
         join person p on p.username = service_account(i.client_id)
    where i.id = integration and scope_register()
      and j.person_id = p.id and j.status in ('QUEUED', 'RUNNING');
    get diagnostics asked = row_count;
    return asked;
end
$$;
