-- Keeps what was computed of a term. An assessment that is there is renewed while its term lasts, and left as it is afterwards; its
-- version goes up when what it says is another, so that nobody moderates what they have not seen. Gives the assessments whose
-- contributions are to be kept too.
-- Parameters: year, term, day (the assessment is as at this day), now, renew, and one entry for each school in ids, urns, scores,
-- possible, maxima, levels and floors.
insert into need_assessment as a (id, school_urn, academic_year, term, as_at, computed_at, score, possible, maximum, level, floor)
select id, urn, :year, :term, :day, :now, score, possible, maximum, level, floor
from unnest(cast(:ids as uuid[]), cast(:urns as int[]), cast(:scores as numeric[]), cast(:possible as numeric[]),
            cast(:maxima as numeric[]), cast(:levels as text[]), cast(:floors as text[]))
         t (id, urn, score, possible, maximum, level, floor)
on conflict (school_urn, ordinal) do update
    set as_at = excluded.as_at, computed_at = excluded.computed_at, score = excluded.score, possible = excluded.possible,
        maximum = excluded.maximum, level = excluded.level, floor = excluded.floor,
        version = a.version + case when (a.score, a.possible, a.maximum, a.level, a.floor)
            is distinct from (excluded.score, excluded.possible, excluded.maximum, excluded.level, excluded.floor) then 1 else 0 end
    where :renew
returning a.id, a.school_urn
