-- What outcomes were at a moment; passed is whether anything of their school and year has changed since. What has not may not be
-- shown as it is now beside what has: a group that stayed the same, less a cohort that grew, is a group that was small then.
(select distinct on (c.school_urn, c.academic_year, c.measure_code, c.assessment_point, c.cohort, c.pupil_group, c.source) c.*,
        l.school_urn is not null as passed
 from outcome_change c
      left join (select distinct n.school_urn, n.academic_year
                 from outcome_change n
                 where n.changed_at > {moment} and n.source <> 'published' and {scope:n.school_urn}) l
          on l.school_urn = c.school_urn and l.academic_year = c.academic_year
 where c.changed_at <= {moment} and {scope:c.school_urn}
 order by c.school_urn, c.academic_year, c.measure_code, c.assessment_point, c.cohort, c.pupil_group, c.source, c.id desc)
