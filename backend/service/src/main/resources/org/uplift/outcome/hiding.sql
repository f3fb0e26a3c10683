-- Joins to outcomes, o, what is hidden of them from who does not see the pupils of their school. As long as that is not known of
-- the present state, everything is.
left join outcome_revision r on r.school_urn = o.school_urn and r.academic_year = o.academic_year
left join hidden_cell h on h.school_urn = o.school_urn and h.academic_year = o.academic_year and h.cohort = o.cohort
    and h.pupil_group = o.pupil_group
    and h.family in ('', outcome_family(o.source, o.measure_code, o.assessment_point, m.fed_by))
