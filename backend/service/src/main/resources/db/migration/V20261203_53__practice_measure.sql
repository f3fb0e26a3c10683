-- The measures by which one knows that it works, up to five. Their values are read from what is stored, each time.
create table practice_measure (
    practice_id  uuid not null references good_practice on delete cascade,
    position     int  not null,
    measure_code text not null references measure,
    cohort       text not null,
    pupil_group  text not null references pupil_group,
    primary key (practice_id, position)
);
create index practice_measure_named on practice_measure (measure_code, practice_id);
alter table practice_measure enable row level security;
create policy reading on practice_measure for select using (exists (select from good_practice g where g.id = practice_id));
create policy naming on practice_measure using (exists (
    select from good_practice g
    where g.id = practice_id and ((select scope_trust()) or g.school_urn = any ((select scope_schools())::int[]))));
grant select, insert, update, delete on practice_measure to ${app_role};

-- What others may be shown of the measures that a school names: all pupils of a cohort that is the whole of what is measured. It is
-- read with the rights of the owner, because they do not see that school; so it gives no group, and nothing of what is retired.
-- Beside each value: how many schools contribute to the trust's, how many of them the reader neither sees nor is told of because
-- they name the same measure themselves, their pupils, and those of the largest. From these is decided whether it is shown.
create function practice_outcomes(of_practice uuid, since smallint, seen int[])
    returns table (school_urn int, measure_code text, fed_by text, academic_year smallint, assessment_point text, cohort text,
                   pupil_group text, source text, value numeric, symbol text, cohort_size int, result_status text, dated date,
                   schools bigint, pupils bigint, others bigint, others_pupils bigint, others_largest int)
    language sql stable security definer
    set search_path = public, pg_temp
begin atomic
    with named as (
        select g.school_urn, n.measure_code, n.cohort, m.fed_by
        from good_practice g
            join practice_measure n on n.practice_id = g.id
            join measure m on m.code = n.measure_code
        where g.id = of_practice and g.withdrawn_on is null and scope_person() is not null
          and n.pupil_group = 'ALL' and (n.cohort = 'ALL' or m.key_stage <> 'ALL')),
    newest as (
        select distinct on (o.measure_code, o.cohort, o.academic_year) o.*, n.fed_by
        from named n
            join outcome o on o.school_urn = n.school_urn and o.measure_code = n.measure_code and o.cohort = n.cohort
                and o.pupil_group = 'ALL' and o.academic_year >= since
        order by o.measure_code, o.cohort, o.academic_year, o.dated desc, o.value is null,
            array_position(array['final', 'revised', 'provisional'], o.result_status),
            array_position(array['published', 'pushed', 'computed'], o.source))
    select w.school_urn, w.measure_code, w.fed_by, w.academic_year, w.assessment_point, w.cohort, w.pupil_group, w.source, w.value,
        w.symbol, w.cohort_size, w.result_status, w.dated, t.schools, t.pupils, t.others, t.others_pupils, t.others_largest
    from newest w
        cross join lateral (
            select count(*) as schools, coalesce(sum(c.size), 0) as pupils, count(*) filter (where not c.known) as others,
                coalesce(sum(c.size) filter (where not c.known), 0) as others_pupils,
                coalesce(max(c.size) filter (where not c.known), 0) as others_largest
            from (select coalesce(least(o.cohort_size, o.counted), 1) as size,
                      o.school_urn = any (seen) or o.school_urn = w.school_urn
                      or exists (select from good_practice g
                                     join practice_measure n on n.practice_id = g.id
                                     join measure m on m.code = n.measure_code
                                 where g.school_urn = o.school_urn and g.withdrawn_on is null and n.pupil_group = 'ALL'
                                   and n.cohort = w.cohort
                                   and coalesce(m.fed_by, m.code) = coalesce(w.fed_by, w.measure_code)) as known
                  from outcome o
                      join school s on s.urn = o.school_urn and s.status = 'IN_TRUST'
                  where o.measure_code = w.measure_code and o.academic_year = w.academic_year
                    and o.assessment_point = w.assessment_point and o.cohort = w.cohort and o.pupil_group = 'ALL'
                    and o.source = w.source and o.value is not null) c) t;
end;

-- How many pupils are in all cells of a school that names measures, in what is hidden together, as cells.sql has it: what is shown
-- is decided over the whole table. Sizes alone; they go to nobody.
create function practice_cells(of_practice uuid, years int[])
    returns table (school_urn int, academic_year smallint, family text, sheet text, cohort text, pupil_group text, size int)
    language sql stable security definer
    set search_path = public, pg_temp
begin atomic
    with asked as (
        select g.school_urn, y.year as academic_year
        from good_practice g cross join unnest(years) y (year)
        where g.id = of_practice and g.withdrawn_on is null and scope_person() is not null),
    apart as (
        select o.school_urn, o.academic_year, o.measure_code, o.assessment_point, o.source
        from asked join outcome o using (school_urn, academic_year)
        where o.source <> 'published'
        group by o.school_urn, o.academic_year, o.measure_code, o.assessment_point, o.source
        having o.source = 'pushed' or bool_or(o.cohort_size is null or o.counted < o.cohort_size or o.coverage < 1)),
    sized as (
        select o.school_urn, o.academic_year, '' as family, '' as sheet, o.cohort, o.pupil_group,
               case when o.pupil_group = 'ALL' then min(o.cohort_size) else min(coalesce(o.cohort_size, 1)) end as size
        from asked join outcome o using (school_urn, academic_year)
        where o.source = 'computed'
        group by o.school_urn, o.academic_year, o.cohort, o.pupil_group
        union all
        select o.school_urn, o.academic_year,
               case o.source when 'pushed' then o.measure_code || ' ' || o.assessment_point
                    else coalesce(m.fed_by, o.measure_code) end,
               o.measure_code || ' ' || o.assessment_point, o.cohort, o.pupil_group,
               case when o.pupil_group = 'ALL' then least(o.cohort_size, o.counted)
                    else coalesce(least(o.cohort_size, o.counted), 1) end
        from apart
             join outcome o using (school_urn, academic_year, measure_code, assessment_point, source)
             join measure m on m.code = o.measure_code)
    select z.school_urn, cast(z.academic_year as smallint), z.family, z.sheet, z.cohort, z.pupil_group, cast(z.size as int)
    from sized z where z.size is not null;
end;
