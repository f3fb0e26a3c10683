-- While rows keep coming, only what has been outdated for a minute is computed: what has just come is about to be outdated
-- again by the rows behind it, and computing takes from these. When rows pause, everything is computed, as before.
create or replace function take_outdated_outcomes(most int, school_lock int)
    returns table (taken_school int, taken_year int, taken_source text)
    language plpgsql
    security definer
    set search_path = public, pg_temp
as $$
declare
    pause   constant interval := '1 second';
    longest constant interval := '1 minute';
    due  timestamptz := clock_timestamp();
    feed record;
    held int[];
begin
    if (select max(last_at) > due - pause from outdated_outcome where attempts = 0) then
        due := due - longest;
    end if;
    for feed in
        select academic_year, source, case when attempts > 0 then school_urn end as alone
        from outdated_outcome
        where first_at <= due and (not_before is null or not_before <= clock_timestamp())
        group by 1, 2, 3
        order by min(since), 1, 2, 3
    loop
        select array_agg(school_urn) into held
        from (select school_urn
              from outdated_outcome
              where academic_year = feed.academic_year and source = feed.source and first_at <= due
                and case when feed.alone is null then attempts = 0 else school_urn = feed.alone end
              order by school_urn
              limit most) next
        where pg_try_advisory_xact_lock(school_lock, school_urn);
        if held is not null then
            perform set_config('uplift.schools', array_to_string(held, ','), true);
            return query
                delete from outdated_outcome
                where academic_year = feed.academic_year and source = feed.source and school_urn = any (held)
                returning school_urn, academic_year::int, source;
            if found then -- else another replica has computed them just now
                return;
            end if;
        end if;
    end loop;
end
$$;
