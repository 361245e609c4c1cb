-- Why: a jurisdiction is a boundary; its sector sets are versioned so that a request keeps the lines that placed it.

create schema territory;
grant usage on schema territory to vigie_app;

create table territory.jurisdiction (
    jurisdiction_id uuid primary key,
    code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{1,40}$'),
    name text not null,
    locale text not null default 'fr',
    zone text not null default 'Europe/Paris',
    boundary geometry(MultiPolygon, 4326) not null check (st_isvalid(boundary)),
    fictional boolean not null default false,
    hotline_number text,
    hotline_cost_note text,
    created_at timestamptz not null default now()
);
create index on territory.jurisdiction using gist (boundary);
-- Codes, names and boundaries are public; only the own row may be written.
alter table territory.jurisdiction enable row level security;
alter table territory.jurisdiction force row level security;
create policy anyone_may_read on territory.jurisdiction for select using (true);
create policy own_insert on territory.jurisdiction for insert with check (jurisdiction_id = access.current_jurisdiction());
create policy own_update on territory.jurisdiction for update using (jurisdiction_id = access.current_jurisdiction());
create policy own_delete on territory.jurisdiction for delete using (jurisdiction_id = access.current_jurisdiction());
grant select, insert, update, delete on territory.jurisdiction to vigie_app;

alter table access.account add foreign key (jurisdiction_id) references territory.jurisdiction;
alter table access.sign_in_failure add foreign key (jurisdiction_id) references territory.jurisdiction;

create table territory.sector_set (
    jurisdiction_id uuid not null references territory.jurisdiction,
    sector_set_id uuid not null,
    code text not null check (code ~ '^[a-z0-9][a-z0-9-]{0,40}$'),
    name text not null,
    -- The one set whose sectors decide who works: requests keep a sector of this set.
    serves boolean not null default false,
    primary key (jurisdiction_id, sector_set_id),
    unique (jurisdiction_id, code)
);
create unique index one_serving_set on territory.sector_set (jurisdiction_id) where serves;
call access.protect('territory.sector_set');

create table territory.sector_version (
    jurisdiction_id uuid not null,
    sector_version_id uuid not null,
    sector_set_id uuid not null,
    version int not null check (version > 0),
    holds_from timestamptz not null,
    published_at timestamptz not null,
    source_sha256 bytea not null,
    primary key (jurisdiction_id, sector_version_id),
    unique (jurisdiction_id, sector_set_id, version),
    foreign key (jurisdiction_id, sector_set_id) references territory.sector_set
);
call access.protect('territory.sector_version');

-- A sector keeps its identity while its shape changes from version to version.
create table territory.sector (
    jurisdiction_id uuid not null,
    sector_id uuid not null,
    sector_set_id uuid not null,
    code text not null,
    primary key (jurisdiction_id, sector_id),
    unique (jurisdiction_id, sector_set_id, code),
    foreign key (jurisdiction_id, sector_set_id) references territory.sector_set
);
call access.protect('territory.sector');

create table territory.sector_shape (
    jurisdiction_id uuid not null,
    sector_version_id uuid not null,
    sector_id uuid not null,
    name text not null,
    shape geometry(MultiPolygon, 4326) not null check (st_isvalid(shape)),
    shape3857 geometry(MultiPolygon, 3857) not null generated always as (st_transform(shape, 3857)) stored,
    primary key (jurisdiction_id, sector_version_id, sector_id),
    foreign key (jurisdiction_id, sector_version_id) references territory.sector_version,
    foreign key (jurisdiction_id, sector_id) references territory.sector
);
create index on territory.sector_shape using gist (shape);
create index on territory.sector_shape using gist (shape3857);
call access.protect('territory.sector_shape');

-- What the base map is drawn from when no online one is wanted.
create table territory.basemap_feature (
    jurisdiction_id uuid not null references territory.jurisdiction,
    feature_id bigint generated always as identity,
    external_id text,
    kind text not null check (kind in ('STREET', 'RAIL', 'WATER', 'WATERWAY', 'GREEN', 'WOOD', 'BUILT_UP', 'BUILDING', 'LANDMARK', 'PLACE')),
    -- Streets: trunk, main, secondary, residential, old, path. Others: free, for the style.
    class text not null default '',
    name text not null default '',
    shape geometry(Geometry, 4326) not null check (not st_isempty(shape)),
    shape3857 geometry(Geometry, 3857) not null generated always as (st_transform(shape, 3857)) stored,
    primary key (jurisdiction_id, feature_id),
    unique (jurisdiction_id, external_id)
);
create index on territory.basemap_feature using gist (shape3857);
call access.protect('territory.basemap_feature');

create table territory.asset (
    jurisdiction_id uuid not null references territory.jurisdiction,
    asset_id uuid not null,
    kind text not null,
    code text not null,
    name text not null default '',
    location geometry(Point, 4326) not null,
    location3857 geometry(Point, 3857) not null generated always as (st_transform(location, 3857)) stored,
    primary key (jurisdiction_id, asset_id),
    unique (jurisdiction_id, kind, code)
);
create index on territory.asset using gist (location3857);
call access.protect('territory.asset');
