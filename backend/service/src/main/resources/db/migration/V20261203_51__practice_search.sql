-- Good practice is searched as people type: in any form of a word, by other words for the same, and with slips of the fingers.
-- The title counts most, then the area, then what is done and came of it, then the rest.
create extension if not exists pg_trgm with schema public;
create extension if not exists fuzzystrmatch with schema public;

drop index good_practice_words;
alter table good_practice drop column words;
alter table good_practice add column words tsvector generated always as (
    setweight(to_tsvector('english', title), 'A')
    || setweight(to_tsvector('english', coalesce(area, '')), 'B')
    || setweight(to_tsvector('english', what || ' ' || impact), 'C')
    || setweight(to_tsvector('english', coalesce(context, '') || ' ' || coalesce(evidence, '') || ' ' || coalesce(school_name, '')),
        'D')) stored;
create index good_practice_words on good_practice using gin (words);

-- Words that mean the same in schools; either finds the other.
create table practice_synonym (
    id           uuid primary key default gen_random_uuid(),
    term         text     not null,
    means        text     not null,
    term_query   tsquery  generated always as (plainto_tsquery('english', term)) stored,
    means_query  tsquery  generated always as (plainto_tsquery('english', means)) stored,
    check (lower(term) <> lower(means))
);
create unique index practice_synonym_pair on practice_synonym (lower(term), lower(means));
alter table practice_synonym enable row level security;
create policy reading on practice_synonym for select using (true);
create policy keeping on practice_synonym using ((select scope_register()));
grant select, insert, delete on practice_synonym to ${app_role};

-- The words that were ever written in good practice, or that mean something, as they are written: what a slip is compared with.
-- Where a word came from does not stand here, and it is suggested only while something that all may read has it.
create table practice_word (word text primary key);
create index practice_word_like on practice_word using gin (word gin_trgm_ops);
alter table practice_word enable row level security;
create policy reading on practice_word for select using (true);
grant select on practice_word to ${app_role};

create function learn_practice_words(written text) returns void language sql security definer
    set search_path = public, pg_temp
begin atomic
    insert into practice_word
    select distinct lower(t.token)
    from ts_parse('default', written) t
    where t.tokid in (1, 2, 10, 11, 16, 17) and length(t.token) between 4 and 40
    on conflict do nothing;
end;
revoke execute on function learn_practice_words(text) from public;

create function learn_from_practice() returns trigger language plpgsql security definer
    set search_path = public, pg_temp
as $$
begin
    perform learn_practice_words(concat_ws(' ', new.title, new.area, new.what, new.impact, new.context, new.evidence,
        new.school_name));
    return null;
end
$$;
create trigger learn_from_practice after insert or update of title, area, what, impact, context, evidence on good_practice
    for each row execute function learn_from_practice();

create function learn_from_synonym() returns trigger language plpgsql security definer
    set search_path = public, pg_temp
as $$
begin
    perform learn_practice_words(new.term || ' ' || new.means);
    return null;
end
$$;
create trigger learn_from_synonym after insert on practice_synonym for each row execute function learn_from_synonym();

-- What a search asks for: the words in any of their forms; a word that nothing has gives way to the nearest one that something
-- has; and beside each what means the same. Told with it are the words in whose place others were taken, and what means the same.
-- It runs with the rights of who asks, so that no word is told of what they may not read.
create function practice_query(search text, out query tsquery, out meant text[], out also text[]) language plpgsql stable as $$
declare
    typed record;
    same record;
    nearest text;
    asked tsvector := to_tsvector('english', search);
    wider tsquery;
begin
    query := websearch_to_tsquery('english', search);
    meant := '{}';
    also := '{}';
    for typed in
        select distinct lower(t.token) as word, plainto_tsquery('english', t.token) as lexeme
        from ts_parse('default', search) t
        where t.tokid in (1, 2, 10, 11, 16, 17) and length(t.token) between 4 and 40
          and numnode(plainto_tsquery('english', t.token)) = 1
        order by 1
        limit 12
    loop
        continue when exists (select from good_practice g where g.withdrawn_on is null and g.words @@ typed.lexeme)
            or exists (select from practice_synonym s
                       where to_tsvector('english', s.term || ' ' || s.means) @@ typed.lexeme);
        select w.word into nearest
        from practice_word w
        where w.word % typed.word and abs(length(w.word) - length(typed.word)) <= 3
          and levenshtein(w.word, typed.word) <= case when length(typed.word) < 6 then 1 when length(typed.word) < 9 then 2 else 3 end
          and (exists (select from good_practice g
                       where g.withdrawn_on is null and g.words @@ plainto_tsquery('english', w.word))
               or exists (select from practice_synonym s
                          where to_tsvector('english', s.term || ' ' || s.means) @@ plainto_tsquery('english', w.word)))
        order by levenshtein(w.word, typed.word), similarity(w.word, typed.word) desc, w.word
        limit 1;
        continue when nearest is null;
        query := ts_rewrite(query, typed.lexeme, plainto_tsquery('english', nearest));
        asked := asked || to_tsvector('english', nearest);
        meant := meant || nearest;
    end loop;
    for same in
        select s.term_query as term, phraseto_tsquery('english', s.means) as means, s.means as words
        from practice_synonym s
        where asked @@ s.term_query
        union all
        select s.means_query, phraseto_tsquery('english', s.term), s.term
        from practice_synonym s
        where asked @@ s.means_query
        order by words
        limit 20
    loop
        continue when numnode(same.term) = 0 or numnode(same.means) = 0;
        wider := ts_rewrite(query, same.term, same.term || same.means);
        if wider <> query then
            query := wider;
            also := also || same.words;
        end if;
    end loop;
end
$$;

insert into practice_synonym (term, means) values
    ('SATs', 'key stage 2'),
    ('KS1', 'key stage 1'),
    ('KS2', 'key stage 2'),
    ('KS3', 'key stage 3'),
    ('KS4', 'key stage 4'),
    ('KS5', 'sixth form'),
    ('GCSE', 'key stage 4'),
    ('EYFS', 'early years'),
    ('reception', 'early years'),
    ('nursery', 'early years'),
    ('PP', 'disadvantaged'),
    ('pupil premium', 'disadvantaged'),
    ('FSM', 'free school meals'),
    ('free school meals', 'disadvantaged'),
    ('behaviour', 'conduct'),
    ('discipline', 'behaviour'),
    ('SEND', 'special educational needs'),
    ('SEN', 'special educational needs'),
    ('SENCo', 'special educational needs coordinator'),
    ('EHCP', 'education, health and care plan'),
    ('truancy', 'attendance'),
    ('absence', 'attendance'),
    ('EAL', 'english as an additional language'),
    ('maths', 'mathematics'),
    ('numeracy', 'mathematics'),
    ('times tables', 'multiplication tables'),
    ('MTC', 'multiplication tables check'),
    ('literacy', 'reading and writing'),
    ('SPaG', 'grammar, punctuation and spelling'),
    ('GPS', 'grammar, punctuation and spelling'),
    ('oracy', 'speaking and listening'),
    ('well-being', 'mental health'),
    ('wellbeing', 'well-being'),
    ('CPD', 'professional development'),
    ('training', 'professional development'),
    ('INSET', 'professional development'),
    ('ECT', 'early career teacher'),
    ('NQT', 'early career teacher'),
    ('TA', 'teaching assistant'),
    ('LSA', 'teaching assistant'),
    ('SLT', 'senior leaders'),
    ('headteacher', 'principal'),
    ('LAC', 'looked after children'),
    ('CLA', 'looked after children'),
    ('exclusion', 'suspension'),
    ('parents', 'families'),
    ('AfL', 'formative assessment'),
    ('PSHE', 'personal development');

select learn_practice_words(concat_ws(' ', g.title, g.area, g.what, g.impact, g.context, g.evidence, g.school_name))
from good_practice g;
