-- Keeps the contributions of some assessments in the place of those that were kept of them before.
-- Parameters: kept (the assessments), and one entry for each contribution in assessments, urns, indicators, figures, contributions,
-- starts, fulls, maxima and bases.
with wanted as (
    select *
    from unnest(cast(:assessments as uuid[]), cast(:urns as int[]), cast(:indicators as text[]), cast(:figures as numeric[]),
                cast(:contributions as numeric[]), cast(:starts as numeric[]), cast(:fulls as numeric[]), cast(:maxima as numeric[]),
                cast(:bases as text[]))
             t (assessment_id, school_urn, indicator_code, value, contribution, starts_at, full_at, maximum, basis)),
gone as (
    delete from need_contribution c
    where c.assessment_id = any (cast(:kept as uuid[]))
      and not exists (select from wanted w where w.assessment_id = c.assessment_id and w.indicator_code = c.indicator_code))
insert into need_contribution as c (assessment_id, school_urn, indicator_code, value, contribution, starts_at, full_at, maximum, basis)
select w.assessment_id, w.school_urn, w.indicator_code, w.value, w.contribution, w.starts_at, w.full_at, w.maximum, w.basis
from wanted w
on conflict (assessment_id, indicator_code) do update
    set value = excluded.value, contribution = excluded.contribution, starts_at = excluded.starts_at, full_at = excluded.full_at,
        maximum = excluded.maximum, basis = excluded.basis
    where (c.value, c.contribution, c.starts_at, c.full_at, c.maximum, c.basis)
        is distinct from (excluded.value, excluded.contribution, excluded.starts_at, excluded.full_at, excluded.maximum, excluded.basis)
