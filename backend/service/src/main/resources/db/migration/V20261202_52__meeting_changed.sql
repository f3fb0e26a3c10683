-- Calendars say of a meeting when it was changed last.
alter table meeting add column changed_at timestamptz not null default now();
create trigger note_change before update on meeting for each row execute function note_change();
