-- The need of each school in each term: as it was computed, and the level that counts.
select a.academic_year, a.school_urn, s.name as school_urn_label, (array['autumn', 'spring', 'summer'])[a.term] as term, a.term as place,
       a.level as computed_level, c.label as computed_level_label, coalesce(m.level, a.level) as level, l.label as level_label,
       m.id is not null as moderated, a.as_at, a.score, round(100 * a.possible / nullif(a.maximum, 0), 1) as computable,
       l.entitlement_days
from need_assessment a
     join school s on s.urn = a.school_urn and s.status <> 'REGISTER'
     left join need_moderation m on m.id = a.moderation_id
     left join need_level c on c.code = a.level
     left join need_level l on l.code = coalesce(m.level, a.level)
where {scope:a.school_urn}
