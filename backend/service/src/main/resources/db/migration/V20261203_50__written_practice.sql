-- Good practice is also written without an evaluation, has somebody to talk to and evidence in words, and is looked at again:
-- after the months that stand here, and then as its school says. Retired is what has a day on which it was withdrawn.
create table practice_rule (
    code  text primary key,
    value int  not null check (value > 0)
);
insert into practice_rule values ('review-months', 12);
grant select on practice_rule to ${app_role};

alter table good_practice alter column evaluation_id drop not null;
alter table good_practice
    add column evidence    text,
    add column contact_id  uuid references person,
    add column contact     text,
    add column review_on   date,
    add column reviewed_on date,
    add check ((contact_id is null) = (contact is null));
update good_practice
set review_on = (published_on + make_interval(months => (select value from practice_rule where code = 'review-months')))::date;
alter table good_practice alter column review_on set not null;
create index good_practice_review on good_practice (review_on, id) where withdrawn_on is null;
