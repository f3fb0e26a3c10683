-- Outcomes of the schools of a trust as somebody may see them: known is where they are read from, the outcomes or what they were
-- at a moment, hiding and hidden what this reader may not see. What is hidden has no figure of any kind.
select o.academic_year, o.school_urn, s.name as school_urn_label, o.measure_code, m.label as measure_code_label, m.fed_by, m.key_stage,
       o.assessment_point, o.cohort, o.pupil_group, g.label as pupil_group_label, o.source, o.result_status, o.dated as date,
       case when {hidden} then 'c' else o.symbol end as symbol, {hidden} as hidden,
       case when not {hidden} then o.value end as value,
       case when not {hidden} then o.numerator end as numerator,
       case when not {hidden} then o.denominator end as denominator,
       case when not {hidden} then o.cohort_size end as cohort_size,
       case when not {hidden} then o.coverage end as coverage,
       case when not {hidden} then o.confidence_lower end as confidence_lower,
       case when not {hidden} then o.confidence_upper end as confidence_upper
from {known} o
     join school s on s.urn = o.school_urn and s.status <> 'REGISTER'
     join measure m on m.code = o.measure_code
     join pupil_group g on g.code = o.pupil_group
     {hiding}
where {scope:o.school_urn}
