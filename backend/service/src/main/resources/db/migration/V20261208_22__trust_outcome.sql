-- What a measure is over the schools of the trust is kept, because each answer about one school gives it too, and took most of its time
-- to sum it. It is never another than that of the schools: whatever changes these says so in the same transaction, and until it is
-- summed again it is summed for each answer.

create table trust_outcome (
    measure_code     text     not null references measure,
    academic_year    smallint not null,
    assessment_point text     not null,
    cohort           text     not null,
    pupil_group      text     not null,
    source           text     not null,
    value            numeric,
    numerator        bigint,
    denominator      bigint,
    pupils           bigint,
    size             bigint,
    coverage         numeric,
    schools          bigint,
    largest          int,
    result_status    text,
    dated            date,
    primary key (measure_code, pupil_group, academic_year, cohort, assessment_point, source)
);

-- The measures and years that are no more what is kept. Without a key: those who write at the same time do not wait for each other,
-- and each change has a row that nobody takes away who has not summed it.
create table trust_outcome_change (
    measure_code  text        not null,
    academic_year smallint    not null,
    at            timestamptz not null default now()
);
create index trust_outcome_change_of on trust_outcome_change (measure_code, academic_year);
insert into trust_outcome_change (measure_code, academic_year)
select distinct measure_code, academic_year from outcome;

create function outdate_trust_outcomes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into trust_outcome_change (measure_code, academic_year) select distinct measure_code, academic_year from changed;
    return null;
end
$$;
create trigger outdate_new after insert on outcome referencing new table as changed
    for each statement execute function outdate_trust_outcomes();
create trigger outdate_changed after update on outcome referencing new table as changed
    for each statement execute function outdate_trust_outcomes();
create trigger outdate_before after update on outcome referencing old table as changed
    for each statement execute function outdate_trust_outcomes();
create trigger outdate_gone after delete on outcome referencing old table as changed
    for each statement execute function outdate_trust_outcomes();

-- A school joins the trust or leaves it, with what is known of its outcomes.
create function outdate_trust_outcomes_of_school() returns trigger
    language plpgsql
    security definer
    set search_path = public, pg_temp
as $$
begin
    insert into trust_outcome_change (measure_code, academic_year)
    select distinct measure_code, academic_year from outcome where school_urn = coalesce(new.urn, old.urn);
    return null;
end
$$;
create trigger outdate_joined after insert on school
    for each row when (new.status = 'IN_TRUST') execute function outdate_trust_outcomes_of_school();
create trigger outdate_moved after update of status on school
    for each row when (old.status is distinct from new.status) execute function outdate_trust_outcomes_of_school();
create trigger outdate_left after delete on school
    for each row when (old.status = 'IN_TRUST') execute function outdate_trust_outcomes_of_school();

-- Of the groups that are asked for alone, school by school of the trust, however many others have published values. Whoever changes this sum lets every measure
-- and year be summed again, as above.
create function sum_trust_outcomes(measure text, groups text[], years smallint[])
    returns table (academic_year smallint, assessment_point text, cohort text, pupil_group text, source text, value numeric,
                   numerator bigint, denominator bigint, pupils bigint, size bigint, coverage numeric, schools bigint,
                   largest int, result_status text, dated date)
    language sql
    stable
begin atomic
    select o.academic_year, o.assessment_point, o.cohort, o.pupil_group, o.source,
           trim_scale(round(case (select m.computed_as from measure m where m.code = measure)
                     when 'MEAN' then sum(o.value * coalesce(o.counted, o.cohort_size))
                                      / nullif(sum(coalesce(o.counted, o.cohort_size)), 0)
                     else coalesce(100.0 * sum(o.numerator) / nullif(sum(o.denominator), 0),
                                   sum(o.value * o.cohort_size) / sum(o.cohort_size)) end, 6)),
           sum(o.numerator), sum(o.denominator), sum(o.cohort_size),
           sum(least(o.cohort_size, o.counted)), round(sum(o.coverage * o.cohort_size) / nullif(sum(o.cohort_size), 0), 4),
           count(*), max(least(o.cohort_size, o.counted)),
           case min(case o.result_status when 'provisional' then 1 when 'revised' then 2 else 3 end)
               when 1 then 'provisional' when 2 then 'revised' else 'final' end,
           max(o.dated)
    from school s
         cross join lateral (select *
                             from outcome
                             where school_urn = s.urn and measure_code = measure and academic_year = any (years)
                               and pupil_group = any (groups) and value is not null and cohort_size > 0
                             offset 0) o
    where s.status = 'IN_TRUST'
    group by o.academic_year, o.assessment_point, o.cohort, o.pupil_group, o.source;
end;
revoke execute on function sum_trust_outcomes from public;

-- For who is signed in. Both parts are of one moment, that of the statement which asks.
drop function trust_outcomes(text, smallint[]);
create function trust_outcomes(measure text, groups text[], years smallint[])
    returns table (academic_year smallint, assessment_point text, cohort text, pupil_group text, source text, value numeric,
                   numerator bigint, denominator bigint, pupils bigint, size bigint, coverage numeric, schools bigint,
                   largest int, result_status text, dated date)
    language plpgsql
    stable
    security definer
    set search_path = public, pg_temp
    set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
    changed smallint[];
begin
    if scope_person() is null then
        return;
    end if;
    changed := array(select distinct c.academic_year
                     from trust_outcome_change c
                     where c.measure_code = measure and c.academic_year = any (years));
    return query
        select o.academic_year, o.assessment_point, o.cohort, o.pupil_group, o.source, o.value, o.numerator, o.denominator, o.pupils,
               o.size, o.coverage, o.schools, o.largest, o.result_status, o.dated
        from trust_outcome o
        where o.measure_code = measure and o.pupil_group = any (groups) and o.academic_year = any (years)
          and o.academic_year <> all (changed);
    if cardinality(changed) > 0 then
        return query select * from sum_trust_outcomes(measure, groups, changed);
    end if;
end
$$;

-- Sums again some of the measures and years that nobody has changed for a second, or that have waited for a minute; says how many. The sum
-- and the rows that it makes good are of one statement, so of one moment: what is written meanwhile keeps its row. One replica at a
-- time does it.
create function keep_trust_outcomes(most int) returns int
    language plpgsql
    security definer
    set search_path = public, pg_temp
as $$
declare
    turn    constant bigint   := 2026120822;
    pause   constant interval := '1 second';
    longest constant interval := '1 minute';
    groups text[] := array(select code from pupil_group);
    due    record;
    kept   int := 0;
begin
    if not pg_try_advisory_xact_lock(turn) then
        return 0;
    end if;
    for due in
        select c.measure_code, c.academic_year
        from trust_outcome_change c
        group by c.measure_code, c.academic_year
        having max(c.at) <= clock_timestamp() - pause or min(c.at) <= clock_timestamp() - longest
        order by min(c.at)
        limit most
    loop
        delete from trust_outcome o where o.measure_code = due.measure_code and o.academic_year = due.academic_year;
        with made_good as (
            delete from trust_outcome_change c
            where c.measure_code = due.measure_code and c.academic_year = due.academic_year)
        insert into trust_outcome (measure_code, academic_year, assessment_point, cohort, pupil_group, source, value, numerator,
                                   denominator, pupils, size, coverage, schools, largest, result_status, dated)
        select due.measure_code, s.*
        from sum_trust_outcomes(due.measure_code, groups, array [due.academic_year]) s;
        kept := kept + 1;
    end loop;
    return kept;
end
$$;
