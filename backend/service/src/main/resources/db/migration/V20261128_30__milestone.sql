-- A milestone is a target without a number, judged at checkpoints. It stands among the targets, so that what refers to a
-- target refers to either kind.
alter table target
    add column milestone text,
    alter column measure_code drop not null,
    alter column cohort drop not null,
    alter column pupil_group drop not null,
    alter column baseline_value drop not null,
    alter column baseline_date drop not null,
    alter column target_value drop not null,
    alter column due_academic_year drop not null,
    alter column due_assessment_point drop not null,
    add constraint target_kind check (
        num_nonnulls(measure_code, cohort, pupil_group, baseline_value, baseline_date, target_value, due_academic_year,
                     due_assessment_point) = case when milestone is null then 8 else 0 end);
