-- Cancels the jobs of a client: those that wait have ended with it, those that run are asked to stop. The jobs
-- themselves are not the administrator's to read.
create function cancel_jobs_of_integration(integration uuid, who text, why text, at timestamptz)
    returns bigint
    language plpgsql
    security definer
    set search_path = public, pg_temp
as $$
declare
    cancelled bigint;
begin
    update ingest_job j
    set cancelled_by = who,
        status       = case j.status when 'QUEUED' then 'FAILED' else j.status end,
        failure      = case j.status when 'QUEUED' then why else j.failure end,
        ended_at     = case j.status when 'QUEUED' then at else j.ended_at end,
        spool_key    = case j.status when 'QUEUED' then null else j.spool_key end
    from integration i
         join person p on p.username = service_account(i.client_id)
    where i.id = integration and scope_register()
      and j.person_id = p.id and j.status in ('QUEUED', 'RUNNING');
    get diagnostics cancelled = row_count;
    return cancelled;
end
$$;
