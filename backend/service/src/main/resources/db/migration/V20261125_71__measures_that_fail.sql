-- Measures that could not be computed again step back, so that the others go on: each time they wait twice as long as before,
-- five minutes at most. They are tried one school at a time, so that no school waits for another.

-- attempts: how often it has failed. not_before: until then it is not tried again.
alter table outdated_outcome
    add column attempts   int not null default 0,
    add column not_before timestamptz;

-- As before, without those that have stepped back; of those that have failed before, one school.
create or replace function take_outdated_outcomes(most int, school_lock int)
    returns table (taken_school int, taken_year int, taken_source text)
    language plpgsql
    security definer
    set search_path = public, pg_temp
as $$
declare
    feed record;
    held int[];
begin
    for feed in
        select academic_year, source, case when attempts > 0 then school_urn end as alone
        from outdated_outcome
        where not_before is null or not_before <= clock_timestamp()
        group by 1, 2, 3
        order by min(since), 1, 2, 3
    loop
        select array_agg(school_urn) into held
        from (select school_urn
              from outdated_outcome
              where academic_year = feed.academic_year and source = feed.source
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

-- Lets schools of a year and source step back after they have failed: how often by now, and for how many seconds. Those that
-- another replica has taken meanwhile are left to it.
create function put_off_outdated_outcomes(schools int[], of_year int, of_source text)
    returns table (failed int, seconds int)
    language sql
    security definer
    set search_path = public, pg_temp
begin atomic
    with failing as (
        select school_urn, academic_year, source
        from outdated_outcome
        where school_urn = any (schools) and academic_year = of_year and source = of_source
        order by school_urn
        for update skip locked),
    put_off as (
        update outdated_outcome o
        set attempts   = o.attempts + 1,
            not_before = clock_timestamp() + make_interval(secs => least(300, 2 ^ least(o.attempts + 1, 9)))
        from failing f
        where (o.school_urn, o.academic_year, o.source) = (f.school_urn, f.academic_year, f.source)
        returning o.attempts)
    select max(p.attempts), cast(least(300, 2 ^ least(max(p.attempts), 9)) as int)
    from put_off p
    having count(*) > 0;
end;
