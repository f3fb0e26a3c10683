-- Which cells of a school and year are hidden from who may not see its pupils, kept for questions that are about many of them.
-- Suppression finds them out; each school and year says of which state of its outcomes it did so.

-- revision counts the changes of what is not published; hidden_at is the revision that the hidden cells were found out from.
create table outcome_revision (
    school_urn    int      not null,
    academic_year smallint not null,
    revision      bigint   not null,
    hidden_at     bigint,
    primary key (school_urn, academic_year)
);
create index outcome_revision_unknown on outcome_revision (school_urn, academic_year) where hidden_at is distinct from revision;
call guard_by_school('outcome_revision');
revoke insert, delete on outcome_revision from ${app_role};

-- family: as outcome_family; empty for what is hidden in everything that is computed. A cell is there once for itself or once
-- for all.
create table hidden_cell (
    school_urn    int      not null,
    academic_year smallint not null,
    family        text     not null,
    cohort        text     not null,
    pupil_group   text     not null,
    primary key (school_urn, academic_year, cohort, pupil_group, family)
);
call guard_by_school('hidden_cell');

-- What is hidden together: what is computed from the same rows; what is pushed stands for itself.
create function outcome_family(source text, measure text, point text, fed_by text) returns text language sql immutable parallel safe
    return case source when 'pushed' then measure || ' ' || point else coalesce(fed_by, measure) end;

-- Whoever writes these outcomes holds the school, so that nobody waits here for each other.
create function revise_outcomes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into outcome_revision as r (school_urn, academic_year, revision)
    select distinct school_urn, academic_year, 1 from changed where source <> 'published' order by 1, 2
    on conflict (school_urn, academic_year) do update set revision = r.revision + 1;
    return null;
end
$$;
create trigger revise_new after insert on outcome referencing new table as changed
    for each statement execute function revise_outcomes();
create trigger revise_changed after update on outcome referencing new table as changed
    for each statement execute function revise_outcomes();
create trigger revise_gone after delete on outcome referencing old table as changed
    for each statement execute function revise_outcomes();
insert into outcome_revision (school_urn, academic_year, revision)
select distinct school_urn, academic_year, 1 from outcome where source <> 'published';
create index outcome_change_known on outcome_change (school_urn, academic_year, measure_code, assessment_point, cohort, pupil_group,
                                                      source, id desc);

-- An analyst reads rows of pupils, without numbers or names, only where an administrator has said so in the membership.
alter table membership add column pupil_rows boolean not null default false,
    add check (not pupil_rows or role = 'ANALYST');
