-- Why: whoever answers a call looks through ten years of requests by a word, a street, a name, while somebody waits on the line. Words are
-- kept apart from the request, so that a change of its state never touches their index.

create text search configuration request.words (copy = pg_catalog.french);
alter text search configuration request.words
    alter mapping for word, hword, hword_part with public.unaccent, pg_catalog.french_stem;

-- The category stands in it by its id, so that one that is renamed is found by its new name at once.
create function request.words_of(description text, address text, category_id uuid) returns tsvector
    language sql immutable parallel safe
    return to_tsvector('request.words'::regconfig, description || ' ' || address)
        || array_to_tsvector(array['cat' || replace(category_id::text, '-', '')]);

create table request.searchable (
    jurisdiction_id uuid not null,
    request_id uuid not null,
    received_at timestamptz not null,
    words tsvector not null,
    primary key (jurisdiction_id, request_id),
    foreign key (jurisdiction_id, request_id) references request.request on delete cascade
);
call access.protect('request.searchable');
call access.publish('request.searchable');

do $$
declare j record;
begin
    for j in select jurisdiction_id from territory.jurisdiction loop
        perform set_config('vigie.jurisdiction', j.jurisdiction_id::text, true);
        insert into request.searchable (jurisdiction_id, request_id, received_at, words)
        select jurisdiction_id, request_id, received_at, request.words_of(description, address, category_id)
        from request.request where jurisdiction_id = j.jurisdiction_id;
    end loop;
    perform set_config('vigie.jurisdiction', '', true);
end
$$;
create index searchable_words on request.searchable using gin (words);

create function request.keep_searchable() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'INSERT' then
        insert into request.searchable (jurisdiction_id, request_id, received_at, words)
        select jurisdiction_id, request_id, received_at, request.words_of(description, address, category_id) from added;
    else
        update request.searchable
        set received_at = new.received_at, words = request.words_of(new.description, new.address, new.category_id)
        where jurisdiction_id = new.jurisdiction_id and request_id = new.request_id;
    end if;
    return null;
end
$$;
create trigger searchable_after_insert after insert on request.request
    referencing new table as added for each statement execute function request.keep_searchable();
create trigger searchable_after_update after update on request.request
    for each row when (old.description is distinct from new.description or old.address is distinct from new.address
        or old.category_id is distinct from new.category_id or old.received_at is distinct from new.received_at)
    execute function request.keep_searchable();

-- Row-level security would keep every operator that is not leakproof away from the indexes. These two run as the owner of the published
-- views, keep the tenant rule in their own text and tell ids only; the service alone may call them.
grant usage, create on schema request to map_publisher;

create function request.find_words(query tsquery, before_at timestamptz, before_id uuid, most int)
    returns table (request_id uuid, received_at timestamptz)
    language sql stable security definer set search_path = pg_catalog as
$$
    select s.request_id, s.received_at
    from request.searchable s
    where s.jurisdiction_id = access.current_jurisdiction() and s.words @@ query
      and (s.received_at, s.request_id) < (before_at, before_id)
    order by s.received_at desc, s.request_id desc
    limit most
$$;

create function request.find_near(longitude float8, latitude float8, metres float8, before_at timestamptz, before_id uuid, most int)
    returns table (request_id uuid, received_at timestamptz)
    language sql stable security definer set search_path = public, pg_catalog as
$$
    select r.request_id, r.received_at
    from request.request r,
        lateral (select st_setsrid(st_makepoint(longitude, latitude), 4326) as point) place
    where r.jurisdiction_id = access.current_jurisdiction()
      and r.location3857 && st_expand(st_transform(place.point, 3857), metres / cos(radians(latitude)) * 1.01)
      and st_dwithin(r.location::geography, place.point::geography, metres)
      and (r.received_at, r.request_id) < (before_at, before_id)
    order by r.received_at desc, r.request_id desc
    limit most
$$;

alter function request.find_words(tsquery, timestamptz, uuid, int) owner to map_publisher;
alter function request.find_near(float8, float8, float8, timestamptz, uuid, int) owner to map_publisher;
revoke create on schema request from map_publisher;
revoke all on function request.find_words(tsquery, timestamptz, uuid, int),
    request.find_near(float8, float8, float8, timestamptz, uuid, int) from public;
grant execute on function request.find_words(tsquery, timestamptz, uuid, int),
    request.find_near(float8, float8, float8, timestamptz, uuid, int) to vigie_app;
