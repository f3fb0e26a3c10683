-- Of the named pupils those whom the school has sent for that year.
with {tables}
select n.no, y.pupil_id, n.school_urn, n.academic_year
from named_pupil n
     cross join lateral (select u.pupil_id from pupil_by_upn u where u.upn_hash = n.upn_hash offset 0) u
     cross join lateral (select y.pupil_id
                         from pupil_year y
                         where y.school_urn = n.school_urn and y.academic_year = n.academic_year and y.pupil_id = u.pupil_id
                         offset 0) y
