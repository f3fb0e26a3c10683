-- Where pupils are staged, and who has just come, for whom rows may be waiting.
create temporary table if not exists incoming_pupil (
    line int, school_urn int, academic_year smallint, pseudonym uuid, upn_hash bytea, upn_encrypted bytea,
    former_hash bytea, year_group text, sex text, disadvantaged boolean, sen_provision text, eal boolean,
    looked_after boolean, prior_attainment text, mobile boolean, source_system text, source_updated_at timestamptz)
    on commit delete rows;
create temporary table if not exists arrived_pupil (
    school_urn int, academic_year smallint, upn_hash bytea) on commit delete rows;
