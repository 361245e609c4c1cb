-- Why: some people do not follow one request but a place: they draw an area and are told of each new public request in it.

create table citizen.watched_area (
    jurisdiction_id uuid not null references territory.jurisdiction,
    watched_area_id uuid not null,
    name text not null check (length(name) between 1 and 120),
    ground geometry(MultiPolygon, 4326) not null check (st_isvalid(ground) and not st_isempty(ground) and st_npoints(ground) <= 2000),
    email text not null,
    locale text not null default 'fr',
    since timestamptz not null,
    -- Nobody is told anything before the owner of the address has said yes.
    confirmed_at timestamptz,
    removal_on date not null,
    primary key (jurisdiction_id, watched_area_id)
);
call access.protect('citizen.watched_area');
call access.touches('citizen.watched_area', 'watched areas');
comment on column citizen.watched_area.removal_on is 'A week after asking without an answer; two years after the answer.';
