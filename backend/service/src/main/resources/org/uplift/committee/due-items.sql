-- What is due on the agenda of a committee, from what is stored now: for the clerk, who reads the titles of it and nothing else.
-- Needs: id, the committee; today; since, the day of its last meeting. No concern stands here, nor what follows from one alone.
with looked_after as (
    select s.urn, s.name
    from committee c
        join school s on s.status = 'IN_TRUST' and (c.whole_trust or exists (
            select from committee_school l
            where l.committee_id = c.id and l.school_urn = s.urn
              and l.valid_from <= :today and (l.valid_until is null or l.valid_until > :today)))
    where c.id = :id and {committee:c.id}
), assessed as (
    -- As moderated, but never below that of a school in concern.
    select a.school_urn, c.level, greatest(a.computed_at, m.at) as at,
           lead(c.level) over past as before, row_number() over past as nth
    from need_assessment a
        join looked_after l on l.urn = a.school_urn
        left join need_level al on al.code = a.level
        left join need_moderation m on m.id = a.moderation_id
        left join need_level ml on ml.code = m.level
        cross join lateral (select case when a.floor is not null and ml.position < al.position then a.level
            else coalesce(m.level, a.level) end as level) c
    window past as (partition by a.school_urn order by a.ordinal desc)
), judged as (
    -- Of priorities: targets and milestones say themselves how they stand.
    select distinct on (f.reference_id) f.reference_id, f.label, f.judgement, k.school_urn, k.cycle_id
    from checkpoint k
        join looked_after l on l.urn = k.school_urn
        join cycle y on y.id = k.cycle_id and y.stage <> 'CLOSED'
        join focus f on f.checkpoint_id = k.id and f.judgement is not null and f.kind = 'PRIORITY'
    where k.status = 'SIGNED_OFF'
    order by f.reference_id, k.dated desc, k.id desc
)
select 1 as part, null as school, 'Challenge: ' || left(h.question, 300) as title, '/challenges/' || h.id as link,
       cast(null as uuid) as approval_id
from challenge_today h
where h.committee_id = :id and h.status in ('OPEN', 'OVERDUE', 'ANSWERED')
union all
select 2, l.name, l.name || ': off track at the last checkpoint, ' || left(j.label, 300),
       '/cycles/' || j.cycle_id || '#priority-' || j.reference_id, null
from judged j join looked_after l on l.urn = j.school_urn
where j.judgement = 'OFF_TRACK'
union all
select 3, l.name, l.name || ': need level is ' || lower(n.label) || ', it was ' || lower(b.label), '/schools/' || l.urn || '/need', null
from assessed a
    join looked_after l on l.urn = a.school_urn
    join need_level n on n.code = a.level
    join need_level b on b.code = a.before
where a.nth = 1 and a.level <> a.before and a.at > :since
union all
select 4, null, 'For decision: ' || p.title,
       case when p.decision in ('SCHOOL_CYCLE', 'TRUST_CYCLE') then '/cycles/' else '/need-assessments/' end || p.subject_id, p.id
from approval p
    join committee c on c.id = :id
where p.outcome is null
    and (p.body = 'TRUST_BOARD' and c.whole_trust
        or p.body = 'ACADEMY_COMMITTEE' and c.kind = 'DEVELOPMENT' and p.school_urn in (select urn from looked_after))
union all
select 5, null, 'For information: ' || n.text, n.link, null
from committee_notice n
where n.committee_id = :id and n.at > :since
union all
select 6, null, 'Open action: ' || left(a.what, 300), '/meetings/' || a.meeting_id || '#' || a.id, null
from meeting_action a join meeting m on m.id = a.meeting_id
where a.committee_id = :id and a.done_on is null and m.day < :day
order by part, school, title
limit 150
