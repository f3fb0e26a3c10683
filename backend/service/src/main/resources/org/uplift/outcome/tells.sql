-- Whether a state of an outcome, o, that is not the present one tells of few pupils. Two states of a cell that differ by one to
-- five pupils tell of these pupils; and what was a small cell once can be worked out of what was shown beside it then. Both are
-- hidden from those who may not see pupils.
(o.source <> 'published' and (o.pupil_group <> 'ALL'
    or exists (
        select from outcome_change b
        where b.school_urn = o.school_urn and b.measure_code = o.measure_code and b.academic_year = o.academic_year
          and b.source = o.source and b.pupil_group = 'ALL'
          and (least(b.cohort_size, b.counted) between 1 and 5
               or b.assessment_point = o.assessment_point and b.cohort = o.cohort
                   and (abs(b.cohort_size - o.cohort_size) between 1 and 5 or abs(b.counted - o.counted) between 1 and 5
                        or abs(round(b.coverage * b.cohort_size) - round(o.coverage * o.cohort_size)) between 1 and 5)))))
