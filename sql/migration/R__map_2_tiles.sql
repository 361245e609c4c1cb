-- Why: one statement makes a tile; the envelope is moved to the column, never the column to the envelope.
-- Tiles follow the web convention: EPSG:3857, z/x/y from the north-west, extent 4096, 64 units of margin (1/64 of a tile).
-- Stands on R__map_1_views.sql, mark ed1e3cea8d60: that file drops the schema, so this one must change, and run, with it.

create function map.tile_bounds(z int, x int, y int) returns geometry
    language sql immutable parallel safe
    return st_tileenvelope(z, x, y);

create function map.tile_margin(z int, x int, y int) returns geometry
    language sql immutable parallel safe
    return st_tileenvelope(z, x, y, margin => 0.015625);

-- Small things appear as there is room for them; lines are thinned to half a pixel.
create function map.basemap_tile(z int, x int, y int) returns bytea
    language sql stable parallel safe as
$$
with feature as (
    select b.kind, b.class, b.name,
        case when b.kind in ('BUILDING', 'LANDMARK', 'PLACE') or z >= 15 then b.shape3857
             else st_simplify(b.shape3857, 20037508.34 * 2 / 2 ^ z / 512, true) end as shape
    from map.basemap b
    where b.shape3857 && map.tile_margin(z, x, y)
      and case b.kind
            when 'BUILDING' then z >= 15
            when 'STREET' then z >= 14 or b.class in ('trunk', 'main') or (z >= 12 and b.class = 'secondary') or (z >= 13 and b.class <> 'path')
            when 'RAIL' then z >= 11
            when 'LANDMARK' then z >= 14
            when 'BUILT_UP' then z >= 11
            else true end
), piece as (
    select lower(kind) as layer, class, name, st_asmvtgeom(shape, map.tile_bounds(z, x, y), 4096, 64, true) as geom from feature
)
select coalesce(string_agg(tile, ''::bytea), ''::bytea)
from (select st_asmvt(p, p.layer, 4096, 'geom') as tile from piece p where p.geom is not null group by p.layer) layers
$$;

create function map.sector_tile(z int, x int, y int, wanted_set text) returns bytea
    language sql stable parallel safe as
$$
with piece as (
    select s.sector_id::text as id, s.code, s.name, st_asmvtgeom(s.shape3857, map.tile_bounds(z, x, y), 4096, 64, true) as geom
    from map.sector s
    where s.shape3857 && map.tile_margin(z, x, y) and (s.sector_set = wanted_set or (wanted_set is null and s.serves))
)
select coalesce(st_asmvt(piece, 'sector', 4096, 'geom'), ''::bytea) from piece where geom is not null
$$;

-- What is too small for its shape to be left of it is drawn by its place.
create function map.asset_tile(z int, x int, y int) returns bytea
    language sql stable parallel safe as
$$
with piece as (
    select a.kind, a.code, a.name,
        coalesce(st_asmvtgeom(a.extent3857, map.tile_bounds(z, x, y), 4096, 64, true),
            st_asmvtgeom(a.location3857, map.tile_bounds(z, x, y), 4096, 64, true)) as geom
    from map.asset a
    where z >= 16 and a.extent3857 && map.tile_margin(z, x, y)
)
select coalesce(st_asmvt(piece, 'asset', 4096, 'geom'), ''::bytea) from piece where geom is not null
$$;

-- Changes whenever a table behind a layer is written to, by whatever writes to it: what was made from it before is then out of date.
-- Told by the server's statistics, so it costs nothing; they may be some seconds behind.
create function map.layer_stamp(layer text) returns bigint
    language sql volatile
    return (
        select sum(pg_stat_get_tuples_inserted(t) + pg_stat_get_tuples_updated(t) + pg_stat_get_tuples_deleted(t))::bigint
        from unnest(case layer
            when 'basemap' then array['territory.basemap_feature'::regclass]
            when 'sectors' then array['territory.sector_shape'::regclass, 'territory.sector_version'::regclass, 'territory.sector_set'::regclass]
            when 'assets' then array['territory.asset'::regclass]
            end) t);

-- Everybody may execute a function unless told otherwise: the tiles are for the reader of the map alone.
revoke execute on all functions in schema map from public;
grant execute on all functions in schema map to map_reader, map_publisher;
