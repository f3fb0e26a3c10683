-- The schools of a trust may lie in several local authorities, each with terms of its own. What is said for an authority stands
-- between what a school says for itself and what the trust says: terms replace those of the trust in its schools, closed days
-- come on top of the trust's there.

alter table term_dates add column local_authority_code int,
    add check (school_urn is null or local_authority_code is null);
do $$
declare
    one_per_year text;
begin
    select conname into strict one_per_year from pg_constraint where conrelid = 'term_dates'::regclass and contype = 'u';
    execute format('alter table term_dates drop constraint %I', one_per_year);
end
$$;
alter table term_dates add unique nulls not distinct (academic_year, school_urn, local_authority_code);
alter table closed_day add column local_authority_code int;

-- In which local authority a school lies: a fact of the public register, the same for whoever asks.
create function local_authority_of(urn int) returns int language sql stable parallel safe security definer
    set search_path = public, pg_temp
    return (select s.local_authority_code from school s where s.urn = local_authority_of.urn);

-- The school days of a school in a local authority, of the schools of an authority (urn null), or of the trust (both null), from one
-- day to another, both included, and whether each is assumed. In no order.
create function open_days(urn int, la int, since date, until date) returns table (day date, assumed boolean)
    language sql stable parallel safe
begin atomic
    with calendar as (
        select distinct on (t.academic_year) t.academic_year, t.id
        from term_dates t
        where t.academic_year between academic_year_of(since) and academic_year_of(until)
            and (t.school_urn = urn
                or t.school_urn is null and (t.local_authority_code = la or t.local_authority_code is null))
            and exists (select from term where term.term_dates_id = t.id)
        order by t.academic_year, t.school_urn, t.local_authority_code),
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
        and not exists (
            select from closed_day x
            where x.day = d.day
                and (x.school_urn = urn
                    or x.school_urn is null and (x.local_authority_code = la or x.local_authority_code is null)));
end;

create or replace function school_days(urn int, since date, until date) returns table (day date, assumed boolean)
    language sql stable parallel safe
begin atomic
    select o.day, o.assumed from open_days(urn, local_authority_of(urn), since, until) o;
end;

create or replace function school_days_assumed(urn int, since date, until date) returns boolean
    language sql stable parallel safe
    return exists (
        select from generate_series(academic_year_of(since), academic_year_of(until)) y (start)
        where not exists (
            select from term_dates t join term on term.term_dates_id = t.id
            where t.academic_year = y.start
                and (t.school_urn = urn
                    or t.school_urn is null
                        and (t.local_authority_code = local_authority_of(urn) or t.local_authority_code is null))));

create or replace function half_terms(urn int, year int)
    returns table (term int, half int, first_day date, last_day date, assumed boolean)
    language sql stable parallel safe
begin atomic
    with calendar as (
        select d.id
        from term_dates d
        where d.academic_year = year
            and (d.school_urn = urn
                or d.school_urn is null
                    and (d.local_authority_code = local_authority_of(urn) or d.local_authority_code is null))
            and exists (select from term t where t.term_dates_id = d.id)
        order by d.school_urn, d.local_authority_code limit 1)
    select array_position(array['AUTUMN', 'SPRING', 'SUMMER'], t.name), h.half, h.first_day, h.last_day, false
    from calendar c
    join term t on t.term_dates_id = c.id
    cross join lateral (values (1, t.first_day, t.half_term_first_day - 1), (2, t.half_term_last_day + 1, t.last_day))
        h (half, first_day, last_day)
    union all
    select a.term, a.half, a.first_day, a.last_day, true
    from (values (1, 1, make_date(year, 9, 1), make_date(year, 10, 31)),
                 (1, 2, make_date(year, 11, 1), make_date(year, 12, 31)),
                 (2, 1, make_date(year + 1, 1, 1), make_date(year + 1, 2, 15)),
                 (2, 2, make_date(year + 1, 2, 16), make_date(year + 1, 3, 31)),
                 (3, 1, make_date(year + 1, 4, 1), make_date(year + 1, 5, 31)),
                 (3, 2, make_date(year + 1, 6, 1), make_date(year + 1, 7, 31))) a (term, half, first_day, last_day)
    where not exists (select from calendar);
end;
