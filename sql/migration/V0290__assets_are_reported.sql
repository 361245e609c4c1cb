-- Why: a lamp, a bin, a sports ground has a number, and whoever reports it may name it. What it is drawn as may be a line or ground, it may
-- be gone one day, and what was reported of it is asked for by itself and no longer around it.

alter table territory.asset
    -- Null for what is a point; location is a point on it otherwise.
    add shape geometry(Geometry, 4326) check (st_isvalid(shape) and st_dimension(shape) > 0 and not st_isempty(shape)),
    -- Since when its town has it no more. Requests go on naming it.
    add retired_at timestamptz,
    add code_key text collate "C" not null generated always as (lower(code)) stored,
    add extent3857 geometry(Geometry, 3857) not null generated always as (st_transform(coalesce(shape, location), 3857)) stored;
create index asset_by_code on territory.asset (code_key, jurisdiction_id);
create index on territory.asset using gist (extent3857) where retired_at is null;

-- Row-level security keeps operators that are not leakproof off the indexes: it runs as the owner of the published views, keeps the tenant
-- rule in its own text and tells ids only.
grant usage, create on schema territory to map_publisher;
create function territory.find_assets_near(longitude float8, latitude float8, metres float8, most int)
    returns table (asset_id uuid, distance_metres float8)
    language sql stable security definer set search_path = public, pg_catalog as
$$
    select a.asset_id, st_distance(coalesce(a.shape, a.location)::geography, place.point::geography)
    from territory.asset a,
        lateral (select st_setsrid(st_makepoint(longitude, latitude), 4326) as point) place
    where a.jurisdiction_id = access.current_jurisdiction() and a.retired_at is null
      and a.extent3857 && st_expand(st_transform(place.point, 3857), metres / cos(radians(latitude)) * 1.01)
      and st_dwithin(coalesce(a.shape, a.location)::geography, place.point::geography, metres)
    order by 2, a.kind, a.code
    limit most
$$;
alter function territory.find_assets_near(float8, float8, float8, int) owner to map_publisher;
revoke create on schema territory from map_publisher;
revoke all on function territory.find_assets_near(float8, float8, float8, int) from public;
grant execute on function territory.find_assets_near(float8, float8, float8, int) to vigie_app;

-- Beside the request, which changes a dozen times while this hardly ever does; few requests name a thing.
create table request.request_asset (
    jurisdiction_id uuid not null,
    request_id uuid not null,
    asset_id uuid not null,
    primary key (jurisdiction_id, request_id),
    foreign key (jurisdiction_id, request_id) references request.request,
    foreign key (jurisdiction_id, asset_id) references territory.asset
);
create index on request.request_asset (asset_id, jurisdiction_id);
call access.protect('request.request_asset');

-- Which things reports of a category may be about. A kind that no category names suits all of them.
create table catalogue.category_asset_kind (
    jurisdiction_id uuid not null,
    category_id uuid not null,
    kind text not null,
    primary key (jurisdiction_id, category_id, kind),
    foreign key (jurisdiction_id, category_id) references catalogue.category
);
call access.protect('catalogue.category_asset_kind');

alter table request.request
    drop constraint request_location_source_check,
    add constraint request_location_source_check
        check (location_source in ('PIN', 'GPS', 'PHOTO', 'ADDRESS', 'ASSET', 'IMPORT', 'NONE'));
