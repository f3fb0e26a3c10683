-- Of each year group with results of a statutory assessment, the computed measure for which most pupils miss rows.
-- Where results of several points of the year are there, those of the summer count.
-- Parameters: urns, years.
select distinct on (o.school_urn, o.academic_year, m.key_stage, o.cohort)
       o.school_urn, o.academic_year, m.key_stage, o.cohort, o.measure_code, m.label, o.cohort_size, o.coverage
from outcome o
     join measure m on m.code = o.measure_code
where o.school_urn = any (:urns) and o.academic_year = any (cast(:years as smallint[]))
  and o.source = 'computed' and o.pupil_group = 'ALL' and m.key_stage <> 'ALL'
  and o.coverage is not null and o.cohort_size > 0 and {scope:o.school_urn}
order by o.school_urn, o.academic_year desc, m.key_stage, o.cohort, o.assessment_point = 'summer' desc, o.coverage,
         m.position
