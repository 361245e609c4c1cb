-- Why: clubs and associations ask, too, and the desk must see for whom somebody speaks. The organisation's name is kept and removed as
-- their own is, and found like it.

alter table request.requester
    add requester_type text not null default 'PERSON' check (requester_type in ('PERSON', 'ASSOCIATION', 'CLUB', 'BUSINESS')),
    add organisation_name text not null default '' check (length(organisation_name) <= 120),
    add check (requester_type <> 'PERSON' or organisation_name = '');
comment on column request.requester.removal_on is
    'Day on which name, organisation, e-mail and phone are removed: 12 months after closure, a setting.';

create or replace function request.keep_requester_words() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'UPDATE' then
        delete from request.requester_word where jurisdiction_id = new.jurisdiction_id and request_id = new.request_id;
    end if;
    insert into request.requester_word (jurisdiction_id, word, request_id)
    select new.jurisdiction_id, w, new.request_id from request.words_of_name(new.name || ' ' || new.organisation_name) w;
    return null;
end
$$;
drop trigger words_after_update on request.requester;
create trigger words_after_update after update of name, organisation_name on request.requester
    for each row when (old.name is distinct from new.name or old.organisation_name is distinct from new.organisation_name)
    execute function request.keep_requester_words();
