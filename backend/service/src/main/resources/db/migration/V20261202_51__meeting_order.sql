-- Meetings of one day are listed by when they begin, forwards and backwards.
drop index meeting_committee;
drop index meeting_day;
create index meeting_committee on meeting (committee_id, day, starts_at, id);
create index meeting_day on meeting (day, starts_at, id);
