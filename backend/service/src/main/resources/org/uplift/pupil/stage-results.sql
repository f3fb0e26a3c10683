-- Where results are staged. What they are results of, their grades, and the pupils of a school and year are numbered within
-- the request; the first row of a pupil's number says who it is. Texts that are known to be short need no second table beside
-- theirs, which every commit would have to empty too.
create temporary table if not exists incoming_result (
    line int, school_urn int, academic_year smallint, pupil_no int, upn_hash bytea, slot_no int, grade_no int, hundredths int,
    status smallint, result_date date, source_updated_at timestamptz) on commit delete rows;
create temporary table if not exists incoming_slot (
    no int, assessment_code varchar(50), id int) on commit delete rows;
create temporary table if not exists incoming_grade (no int, id int) on commit delete rows;
