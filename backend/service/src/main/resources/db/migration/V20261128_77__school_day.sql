-- A school day is a weekday inside a term and outside its half-term, no bank holiday and no closed day. Whose terms: the
-- school's own for the academic year where it has any, else the trust's. Closed days of the trust hold in every school.
-- In a year for which nobody has given terms every weekday counts that is no bank holiday and no closed day; such a day
-- is assumed. The functions are asked under the identity of the caller, who reads all of it, whatever their schools.
-- urn: the school, null for the trust as a whole.
-- Planning one of these questions takes many times as long as answering it, so that lists which ask for each of their rows
-- plan it once.

create function academic_year_of(day date) returns int language sql immutable parallel safe
    return cast(extract(year from day - interval '8 months') as int);

-- The school days from one day to another, both included, and whether each is assumed. In no order.
create function school_days(urn int, since date, until date) returns table (day date, assumed boolean)
    language sql stable parallel safe
begin atomic
    with calendar as (
        select distinct on (t.academic_year) t.academic_year, t.id
        from term_dates t
        where t.academic_year between academic_year_of(since) and academic_year_of(until)
            and (t.school_urn = urn or t.school_urn is null)
            and exists (select from term where term.term_dates_id = t.id)
        order by t.academic_year, t.school_urn),
    open as materialized (
        select half.first_day, half.last_day
        from calendar c join term t on t.term_dates_id = c.id
        cross join lateral (values (t.first_day, t.half_term_first_day - 1), (t.half_term_last_day + 1, t.last_day))
            half (first_day, last_day))
    select d.day, c.id is null
    from generate_series(0, until - since) n
    cross join lateral (select since + n as day) d
    left join calendar c on c.academic_year = academic_year_of(d.day)
    where extract(isodow from d.day) < 6
        and (c.id is null or exists (select from open o where d.day between o.first_day and o.last_day))
        and not exists (select from bank_holiday b where b.day = d.day)
        and not exists (select from closed_day x where x.day = d.day and (x.school_urn is null or x.school_urn = urn));
end;

create function is_school_day(urn int, day date) returns boolean language sql stable parallel safe
    set plan_cache_mode = force_generic_plan
    return exists (select from school_days(urn, day, day));

-- Whether a year between two days, both included, has no terms, so that its school days are assumed.
create function school_days_assumed(urn int, since date, until date) returns boolean language sql stable parallel safe
    return exists (
        select from generate_series(academic_year_of(since), academic_year_of(until)) y (start)
        where not exists (
            select from term_dates t join term on term.term_dates_id = t.id
            where t.academic_year = y.start and (t.school_urn = urn or t.school_urn is null)));

-- The nth school day after a day, which itself does not count; n is 1 or more. It looks a little ahead first, and four times as
-- far each time that this is not enough. There always is one: beyond the last year with terms days are assumed.
create function school_day_after(urn int, day date, days int) returns date language plpgsql stable parallel safe
    set plan_cache_mode = force_generic_plan
as $$
declare
    ahead int := 14 + 2 * days;
    found date;
begin
    if days < 1 then
        raise exception 'School days after a day are counted from 1, not from %', days using errcode = '22023';
    end if;
    while found is null and day is not null and days is not null loop
        select s.day into found
        from school_days(school_day_after.urn, school_day_after.day + 1, school_day_after.day + ahead) s
        order by s.day offset school_day_after.days - 1 limit 1;
        ahead := 4 * ahead;
    end loop;
    return found;
end
$$;
