-- Pupils whose number has changed: where only the earlier one is known, the pupil goes on under the new one; where both
-- are, two pupils become one. Answers with the school years in which rows have moved.
-- Needs: incoming_pupil; the lock of each school.
with asked as (
    select distinct on (i.upn_hash) i.upn_hash, i.upn_encrypted, f.pupil_id as earlier, n.pupil_id as later
    from incoming_pupil i
         join pupil_by_upn f on f.upn_hash = i.former_hash
         left join pupil_by_upn n on n.upn_hash = i.upn_hash
    where i.former_hash is not null and i.former_hash <> i.upn_hash
    order by i.upn_hash, i.source_updated_at desc),
remembered as (
    insert into former_upn (upn_hash, pupil_id)
    select p.upn_hash, p.id
    from asked a join pupil p on p.id = a.earlier
    where a.later is null
    on conflict do nothing),
renamed as (
    update pupil p
    set upn_hash = a.upn_hash, upn_encrypted = a.upn_encrypted
    from asked a
    where p.id = a.earlier and a.later is null)
select j.school_urn, j.academic_year
from asked a
     cross join lateral join_pupils(a.earlier, a.later) j
where a.later is not null and a.later <> a.earlier
