-- What a measure over the trust rests on. It runs with the rights of the owner, because it counts pupils of schools that the
-- caller may not reach; nothing of it is given out, it decides what of the trust is hidden.

-- Pupils by year, source, cohort and group, of the schools in the trust: of those listed as seen together, and of the others
-- together as far as they have values of the same measures and points (sent has a bit for each; of those seen it is 0).
-- sheets: the measures and points in which they are as many; schools: how many contribute; largest: pupils of the largest of
-- them; one: one of them. The planner expects few rows, and would sort what it should hash.
create function trust_cells(codes text[], years smallint[], seen int[])
    returns table (academic_year smallint, source text, cohort text, pupil_group text, sent int, size bigint, schools bigint,
                   largest int, one int, sheets text)
    language sql
    stable
    security definer
    set search_path = public, pg_temp
    set enable_sort = off
begin atomic
    with contributing as (
        select o.school_urn, o.academic_year, o.source, o.measure_code, o.assessment_point, o.cohort, o.pupil_group,
               least(o.cohort_size, o.counted) as size,
               case when o.school_urn = any (seen) then 0
                    else bit_or(1 << (3 * array_position(codes, o.measure_code)
                                      + coalesce(array_position(array['autumn', 'spring', 'summer'], o.assessment_point), 0)))
                             over (partition by o.school_urn, o.academic_year, o.source) end as sent
        from outcome o join school s on s.urn = o.school_urn
        where scope_person() is not null and s.status = 'IN_TRUST' and o.measure_code = any (codes)
          and o.academic_year = any (years) and o.value is not null and o.cohort_size > 0),
    sums as (
        select c.academic_year, c.source, c.measure_code, c.assessment_point, c.cohort, c.pupil_group, c.sent,
               sum(c.size) as size, count(*) as schools, max(c.size) as largest, min(c.school_urn) as one
        from contributing c
        group by c.academic_year, c.source, c.measure_code, c.assessment_point, c.cohort, c.pupil_group, c.sent)
    select u.academic_year, u.source, u.cohort, u.pupil_group, u.sent, u.size, u.schools, u.largest, u.one,
           string_agg(u.measure_code || ' ' || u.assessment_point, ',')
    from sums u
    group by u.academic_year, u.source, u.cohort, u.pupil_group, u.sent, u.size, u.schools, u.largest, u.one;
end;
