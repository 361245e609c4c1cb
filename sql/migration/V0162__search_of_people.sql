-- Why: "I called last spring, Dupont is the name." People are found by a word of their name, by telephone and by e-mail. The owner of the
-- published views may not read them, so this stays under row-level security: plain comparisons, which are leakproof, on plain indexes.

alter table request.requester
    add phone_key text collate "C" generated always as (right(regexp_replace(phone, '\D', '', 'g'), 9)) stored,
    add email_key text collate "C" generated always as (lower(email)) stored;
create index on request.requester (jurisdiction_id, phone_key) where phone_key is not null;
create index on request.requester (jurisdiction_id, email_key) where email_key is not null;

-- Goes with the requester, on the day that says when.
create table request.requester_word (
    jurisdiction_id uuid not null,
    word text collate "C" not null,
    request_id uuid not null,
    primary key (jurisdiction_id, word, request_id),
    foreign key (jurisdiction_id, request_id) references request.requester on delete cascade
);
create index on request.requester_word (jurisdiction_id, request_id);
call access.protect('request.requester_word');

create function request.words_of_name(name text) returns setof text
    language sql stable parallel safe as
$$
    select distinct w from regexp_split_to_table(lower(public.unaccent(name)), '[^[:alnum:]]+') w where w <> ''
$$;

do $$
declare j record;
begin
    for j in select jurisdiction_id from territory.jurisdiction loop
        perform set_config('vigie.jurisdiction', j.jurisdiction_id::text, true);
        insert into request.requester_word (jurisdiction_id, word, request_id)
        select q.jurisdiction_id, w, q.request_id
        from request.requester q, request.words_of_name(q.name) w where q.jurisdiction_id = j.jurisdiction_id;
    end loop;
    perform set_config('vigie.jurisdiction', '', true);
end
$$;

create function request.keep_requester_words() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'UPDATE' then
        delete from request.requester_word where jurisdiction_id = new.jurisdiction_id and request_id = new.request_id;
    end if;
    insert into request.requester_word (jurisdiction_id, word, request_id)
    select new.jurisdiction_id, w, new.request_id from request.words_of_name(new.name) w;
    return null;
end
$$;
create trigger words_after_insert after insert on request.requester for each row execute function request.keep_requester_words();
create trigger words_after_update after update of name on request.requester
    for each row when (old.name is distinct from new.name) execute function request.keep_requester_words();
