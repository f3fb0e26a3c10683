create temporary table if not exists incoming_measure_value (
    line int, school_urn int, academic_year smallint, measure_code text, dated date, source_system text, value text,
    cohort_size int, source_updated_at timestamptz) on commit delete rows;
