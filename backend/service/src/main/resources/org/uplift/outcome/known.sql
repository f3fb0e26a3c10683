-- What outcomes were at a moment; passed is whether they have changed since.
(select distinct on (c.school_urn, c.academic_year, c.measure_code, c.assessment_point, c.cohort, c.pupil_group, c.source) c.*,
        exists (select from outcome_change l
                where l.school_urn = c.school_urn and l.academic_year = c.academic_year and l.measure_code = c.measure_code
                  and l.assessment_point = c.assessment_point and l.cohort = c.cohort and l.pupil_group = c.pupil_group
                  and l.source = c.source and l.changed_at > {moment}) as passed
 from outcome_change c
 where c.changed_at <= {moment} and {scope:c.school_urn}
 order by c.school_urn, c.academic_year, c.measure_code, c.assessment_point, c.cohort, c.pupil_group, c.source, c.id desc)
