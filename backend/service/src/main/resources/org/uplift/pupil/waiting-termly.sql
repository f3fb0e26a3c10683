-- Stages the rows that were waiting for the pupils who have just come.
delete from incoming_{table};
with let_out as (
    delete from quarantine q
    using arrived_pupil a
    where q.kind = '{kind}' and q.school_urn = a.school_urn and q.qualifier = cast(a.academic_year as text)
      and q.upn_hash = a.upn_hash
    returning q.line, q.school_urn, a.academic_year, q.upn_hash, q.cells, q.source_updated_at)
insert into incoming_{table} (line, school_urn, academic_year, term, upn_hash, source_system, {values}, source_updated_at)
select w.line, w.school_urn, w.academic_year, v.term, w.upn_hash, v.source_system, {v.values}, w.source_updated_at
from let_out w
     cross join lateral jsonb_populate_record(null::incoming_{table}, w.cells) v;
