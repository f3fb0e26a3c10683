-- Which deployment this database is of: services that share a machine keep their files apart by it.
create table deployment (
    id uuid primary key default gen_random_uuid()
);
insert into deployment default values;
grant select on deployment to ${app_role};
