-- Values of some measures in the schools of the trust, with those of England. Where a value has several sources, the published one
-- counts before what the school has pushed, and that before what is computed.
-- Parameters: measures, groups, first and last (academic years), until (a day).
select distinct on (o.school_urn, o.measure_code, o.pupil_group, o.academic_year, place)
       o.school_urn, o.measure_code, o.academic_year, o.assessment_point, o.cohort, o.pupil_group, o.source, o.value, m.fed_by,
       b.value as england, array_position(array['summer', 'spring', 'autumn'], o.assessment_point) as place
from outcome o
     join school s on s.urn = o.school_urn and s.status = 'IN_TRUST'
     join measure m on m.code = o.measure_code
     left join benchmark b on b.measure_code = o.measure_code and b.academic_year = o.academic_year
         and b.assessment_point = o.assessment_point and b.pupil_group = o.pupil_group and b.area = 'england' and b.area_code = 0
where o.measure_code = any (:measures) and o.pupil_group = any (:groups) and o.academic_year between :first and :last
  and o.dated <= :until and o.value is not null and (m.key_stage <> 'ALL' or o.cohort = 'ALL')
order by o.school_urn, o.measure_code, o.pupil_group, o.academic_year desc, place,
         array_position(array['published', 'pushed', 'computed'], o.source), o.dated desc
