-- The results of an assessment, one of each pupil, point, subject and component: where two systems send the same, the more
-- settled one counts, then the newer. Parameter: fed_by, the assessment.
slots as materialized (
    select id, source_system, assessment_point, subject, component,
           count(*) over (partition by assessment_point, subject, component) > 1 as rivalled
    from result_slot
    where assessment_code = :fed_by and facet = 'achieved'),
settled as (
    select r.school_urn, r.academic_year, r.pupil_id, s.assessment_point, s.subject, s.component, r.grade_id, r.score, r.status,
           r.result_date
    from touched t
         join result r using (school_urn, academic_year)
         join slots s on s.id = r.slot_id
    where r.school_urn = any (cast(:urns as int[])) and r.academic_year = any (cast(:years as int[]))
      and (not s.rivalled
           or not exists (select from slots o
                               join result b on b.school_urn = r.school_urn and b.academic_year = r.academic_year
                                   and b.slot_id = o.id and b.pupil_id = r.pupil_id
                          where (o.assessment_point, o.subject, o.component) = (s.assessment_point, s.subject, s.component)
                            and o.id <> s.id
                            and ((b.status, b.source_updated_at) > (r.status, r.source_updated_at)
                                 or (b.status, b.source_updated_at) = (r.status, r.source_updated_at)
                                    and o.source_system < s.source_system))))
