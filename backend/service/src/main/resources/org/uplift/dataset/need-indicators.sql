-- What each indicator gave to the need of each school in each term.
select a.academic_year, a.school_urn, s.name as school_urn_label, (array['autumn', 'spring', 'summer'])[a.term] as term, a.term as place,
       c.indicator_code, i.label as indicator_code_label, i.area, c.value, c.contribution, c.maximum, c.starts_at, c.full_at
from need_assessment a
     join need_contribution c on c.assessment_id = a.id
     join need_indicator i on i.code = c.indicator_code
     join school s on s.urn = a.school_urn and s.status <> 'REGISTER'
where {scope:a.school_urn}
