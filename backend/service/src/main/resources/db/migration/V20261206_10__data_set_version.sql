-- What data sets were. At the end of each day on which something of a set is another than it was, a version of it is made.

-- facets: the columns of the set, and of those whose codes are listed these with their labels. state: of outcomes, whose rows are kept
-- by their own history. changes: what of the facets is another than in the version before.
create table data_set_version (
    data_set text        not null,
    position int         not null,
    major    int         not null,
    minor    int         not null,
    made_at  timestamptz not null,
    facets   jsonb       not null,
    changes  jsonb       not null,
    state    text,
    primary key (data_set, position),
    unique (data_set, major, minor)
);
grant select, insert on data_set_version to ${app_role};

-- A row of a set as analysts of the trust see it, from one version on until another. Who sees pupils sees more of the present than
-- is kept here.
create table data_set_row (
    id            bigint generated always as identity primary key,
    data_set      text  not null,
    school_urn    int   not null,
    key           text  not null,
    from_version  int   not null,
    until_version int check (until_version > from_version),
    row           jsonb not null,
    foreign key (data_set, from_version) references data_set_version deferrable initially deferred,
    foreign key (data_set, until_version) references data_set_version deferrable initially deferred
);
create index data_set_row_from on data_set_row (data_set, from_version);
create index data_set_row_until on data_set_row (data_set, until_version);
create index data_set_row_open on data_set_row (data_set, key) where until_version is null;
call guard_by_school('data_set_row');
revoke delete on data_set_row from ${app_role};

create index outcome_change_at on outcome_change (changed_at);

-- Sees what an analyst of the trust sees, and is nobody.
create function oversee(nobody uuid, today date)
    returns table (person_id uuid, membership_role text, membership_scope text, membership_school int,
                   membership_committee uuid, membership_headteacher boolean)
    language sql
    security definer
    set search_path = public, pg_temp
as $$
    with told as materialized (
        select set_config('uplift.person', nobody::text, true),
               set_config('uplift.today', today::text, true),
               set_config('uplift.integration', '', true),
               set_config('uplift.register', '', true),
               set_config('uplift.trust', 'on', true),
               set_config('uplift.schools', '', true),
               set_config('uplift.committees', '', true),
               set_config('uplift.safeguards', '', true),
               set_config('uplift.safeguarded', '', true)
    )
    select nobody, 'ANALYST', 'TRUST', cast(null as int), cast(null as uuid), false from told
$$;
