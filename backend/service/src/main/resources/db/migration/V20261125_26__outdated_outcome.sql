-- Measures that are to be computed again because rows that feed them have come in a file. Until then they are as they were
-- before it, and whoever reads them is told so.
create table outdated_outcome (
    school_urn    int         not null,
    academic_year smallint    not null,
    source        text        not null, -- what feeds them, as fed_by of measure
    since         timestamptz not null,
    primary key (school_urn, academic_year, source)
);
create index outdated_outcome_feed on outdated_outcome (academic_year, source, school_urn);
call guard_by_school('outdated_outcome');

-- Takes some schools of a year and source whose measures are outdated, the longest outdated first: for the running
-- transaction they are locked against pushes, taken off the list and all that is reached. What a push holds is left for
-- later.
create function take_outdated_outcomes(most int, school_lock int)
    returns table (taken_school int, taken_year int, taken_source text)
    language plpgsql
    security definer
    set search_path = public, pg_temp
as $$
declare
    feed record;
    held int[];
begin
    for feed in select academic_year, source from outdated_outcome group by 1, 2 order by min(since), 1, 2 loop
        select array_agg(school_urn) into held
        from (select school_urn
              from outdated_outcome
              where academic_year = feed.academic_year and source = feed.source
              order by school_urn
              limit most) next
        where pg_try_advisory_xact_lock(school_lock, school_urn);
        if held is not null then
            perform set_config('uplift.schools', array_to_string(held, ','), true);
            return query
                delete from outdated_outcome
                where academic_year = feed.academic_year and source = feed.source and school_urn = any (held)
                returning school_urn, academic_year::int, source;
            return;
        end if;
    end loop;
end
$$;
