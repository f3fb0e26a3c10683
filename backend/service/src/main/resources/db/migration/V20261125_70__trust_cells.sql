-- What a measure over the trust rests on. It runs with the rights of the owner, because it counts pupils of schools that the
-- caller may not reach; nothing of it is given out, it decides what of the trust is hidden.

-- Pupils by year, source, cohort and group, of the schools in the trust: of those listed as seen together, and of the others
-- together as far as they have values of the same measures and points (sent; of those seen it is empty). sheets: the measures
-- and points in which they are as many; schools: how many contribute; largest: pupils of the largest of them.
create function trust_cells(codes text[], years smallint[], seen int[])
    returns table (academic_year smallint, source text, cohort text, pupil_group text, sent text, size bigint, schools bigint,
                   largest int, sheets text)
    language sql
    stable
    security definer
    set search_path = public, pg_temp
begin atomic
    with contributing as materialized (
        select o.school_urn, o.academic_year, o.source, o.measure_code, o.assessment_point, o.cohort, o.pupil_group,
               least(o.cohort_size, o.counted) as size
        from outcome o join school s on s.urn = o.school_urn
        where scope_person() is not null and s.status = 'IN_TRUST' and o.measure_code = any (codes)
          and o.academic_year = any (years) and o.value is not null and o.cohort_size > 0),
    sending as (
        select k.school_urn, k.academic_year, k.source,
               string_agg(k.measure_code || ' ' || k.assessment_point, ',' order by k.measure_code, k.assessment_point) as sent
        from (select distinct c.school_urn, c.academic_year, c.source, c.measure_code, c.assessment_point
              from contributing c
              where c.school_urn <> all (seen)) k
        group by k.school_urn, k.academic_year, k.source),
    sums as (
        select c.academic_year, c.source, c.measure_code, c.assessment_point, c.cohort, c.pupil_group,
               coalesce(k.sent, '') as sent, sum(c.size) as size, count(*) as schools, max(c.size) as largest
        from contributing c left join sending k using (school_urn, academic_year, source)
        group by c.academic_year, c.source, c.measure_code, c.assessment_point, c.cohort, c.pupil_group, coalesce(k.sent, ''))
    select u.academic_year, u.source, u.cohort, u.pupil_group, u.sent, u.size, u.schools, u.largest,
           string_agg(u.measure_code || ' ' || u.assessment_point, ',')
    from sums u
    group by u.academic_year, u.source, u.cohort, u.pupil_group, u.sent, u.size, u.schools, u.largest;
end;
