-- Why: a town shows layers of other map services on its maps. Each is loaded by the reader's browser, from its service; what is kept here is
-- where it stands and how it is shown, and pages may load from these addresses and from no others.

create schema overlay;
grant usage on schema overlay to vigie_app;

create table overlay.overlay (
    jurisdiction_id uuid not null references territory.jurisdiction,
    overlay_id uuid not null,
    kind text not null check (kind in ('WMS', 'WMTS', 'WFS', 'FEATURES', 'XYZ')),
    title_fr text not null check (length(title_fr) between 1 and 120),
    title_en text not null check (length(title_en) between 1 and 120),
    -- Of the service; of WMTS and XYZ the address of a tile, with {z}, {x} and {y} in it.
    address text not null check (length(address) between 1 and 2000),
    -- Names of the service, empty where the kind has none.
    layers text not null check (length(layers) <= 500),
    style text not null check (length(style) <= 200),
    format text not null check (length(format) <= 100),
    version text not null check (length(version) <= 10),
    legend_address text check (length(legend_address) between 1 and 2000),
    -- In which a click is answered what is there; empty: it is not asked.
    info_format text not null check (length(info_format) <= 100),
    attribution text not null check (length(attribution) <= 300),
    audience text not null check (audience in ('PUBLIC', 'STAFF')),
    min_zoom int not null check (min_zoom between 0 and 22),
    max_zoom int not null check (max_zoom between 0 and 22),
    opacity_percent int not null check (opacity_percent between 10 and 100),
    position int not null check (position between 0 and 1000),
    check (min_zoom <= max_zoom),
    primary key (jurisdiction_id, overlay_id)
);
call access.protect('overlay.overlay');
call access.touches('overlay.overlay', 'overlays');
