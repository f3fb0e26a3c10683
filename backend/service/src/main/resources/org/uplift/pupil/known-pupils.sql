-- Of the named pupils those whom the school has sent for that year, and whether they have results of that year, in whatever school.
-- Of these one is asked for, in the order of pupils and with a column that no key has: only the index of pupils serves for that, however
-- little the database knows of a table that was empty when it made its plan.
with {tables}
select n.no, y.pupil_id, n.school_urn, n.academic_year, r.source_updated_at is not null as has_results
from named_pupil n
     cross join lateral (select u.pupil_id from pupil_by_upn u where u.upn_hash = n.upn_hash offset 0) u
     cross join lateral (select y.pupil_id
                         from pupil_year y
                         where y.school_urn = n.school_urn and y.academic_year = n.academic_year and y.pupil_id = u.pupil_id
                         offset 0) y
     left join lateral (select r.source_updated_at
                        from result r
                        where r.pupil_id between y.pupil_id and y.pupil_id and r.academic_year = n.academic_year
                          and r.academic_year = any ({years})
                        order by r.pupil_id
                        limit 1) r on true
