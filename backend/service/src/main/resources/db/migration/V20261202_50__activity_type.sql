-- A trust keeps its types of activities itself. A type is ended and never deleted: what was planned by it keeps it. What it is, and
-- what completes it, stays, because occurrences rest on that.
alter table activity_type add version int not null default 0;
create unique index activity_type_label on activity_type (lower(label));
grant insert, update (label, attended, minutes, valid_until, version) on activity_type to ${app_role};
