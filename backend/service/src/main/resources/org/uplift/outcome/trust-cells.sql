-- How many pupils are in the cells of the schools of the trust that the caller sees, but not their pupils: what a measure, and
-- the same in the term, rest on. sheets: the measures and terms in which a cell is of this size.
-- Parameters: codes, years; pupils, the schools whose pupils the caller sees.
select o.school_urn, o.academic_year, o.source, {family} as family, o.cohort, o.pupil_group,
       coalesce(least(o.cohort_size, o.counted), 1) as size,
       string_agg(o.measure_code || ' ' || o.assessment_point, ',' order by o.measure_code, o.assessment_point) as sheets
from measure m
     join outcome o on o.measure_code = m.code
     join school s on s.urn = o.school_urn
where m.code = any (cast(:codes as text[])) and o.academic_year = any (cast(:years as smallint[])) and s.status = 'IN_TRUST'
  and o.source <> 'published' and o.value is not null and o.cohort_size > 0 and {scope:o.school_urn}
  and o.school_urn <> all (cast(:pupils as int[]))
group by 1, 2, 3, 4, 5, 6, 7
