-- Why: one statement makes a tile; the envelope is moved to the column, never the column to the envelope.
-- Tiles follow the web convention: EPSG:3857, z/x/y from the north-west, extent 4096, 64 units of margin (1/64 of a tile).
-- Stands on R__map_1_views.sql, mark b67b72986c61: that file drops the schema, so this one must change, and run, with it.

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

create function map.asset_tile(z int, x int, y int) returns bytea
    language sql stable parallel safe as
$$
with piece as (
    select a.kind, a.code, a.name, st_asmvtgeom(a.location3857, map.tile_bounds(z, x, y), 4096, 64, true) as geom
    from map.asset a
    where z >= 16 and a.location3857 && map.tile_margin(z, x, y)
)
select coalesce(st_asmvt(piece, 'asset', 4096, 'geom'), ''::bytea) from piece where geom is not null
$$;

-- Share of the promised time left, 1 down to 0; null when nothing is promised any more. It stands still while the promise is paused.
create function map.time_left(starts_at timestamptz, due_at timestamptz, paused_at timestamptz, at timestamptz default access.now()) returns real
    language sql immutable parallel safe
    return case when due_at is null then null
        else greatest(0, least(1, extract(epoch from due_at - coalesce(paused_at, at)) / nullif(extract(epoch from due_at - starts_at), 0))) end;

-- The requests that pass the reader's filter: {"domain":[…],"category":[…],"state":[…],"kind":[…],"from":"…","to":"…","late":true};
-- absent means all, but a reader who names neither state nor period gets what is open or was settled in the last 30 days.
create function map.request_matching(filter jsonb, at timestamptz default access.now()) returns setof map.request
    language sql stable parallel safe as
$$
select r.* from map.request r
where (filter -> 'domain' is null or filter -> 'domain' ? r.domain)
  and (filter -> 'category' is null or filter -> 'category' ? r.category)
  and (filter -> 'state' is null or filter -> 'state' ? r.state)
  and (filter -> 'kind' is null or filter -> 'kind' ? r.kind)
  and (filter ->> 'from' is null or r.received_at >= (filter ->> 'from')::timestamptz)
  and (filter ->> 'to' is null or r.received_at < (filter ->> 'to')::timestamptz)
  and (filter ->> 'late' is null or (r.is_open and r.next_due_at < at and r.next_paused_at is null))
  and (filter ?| '{state,from,to}' or r.is_open or r.settled_at >= at - interval '30 days')
$$;

-- Up to zoom 16 requests that fall into one 64 px cell become one cluster that counts their states; a lone one stays itself.
-- Planned anew for each tile: knowing the filter, the planner drops what it does not ask for (a quarter of the time of a general plan).
create function map.request_tile(z int, x int, y int, filter jsonb) returns bytea
    language plpgsql stable parallel safe set plan_cache_mode = force_custom_plan as
$$
declare
    metres constant double precision := 20037508.342789244 * 2 / 2 ^ z / 4;
    moment constant timestamptz := access.now();
begin
return (with found as (
    select r.request_id, r.number, r.state, r.category_name, r.glyph, r.address, r.is_open and r.next_due_at < moment and r.next_paused_at is null as late,
        r.next_starts_at, r.next_due_at, r.next_paused_at, r.received_at, r.location3857, st_x(r.location3857) as east, st_y(r.location3857) as north,
        case when z > 16 then 0 else floor(st_x(r.location3857) / metres) end as column_of_cells,
        case when z > 16 then 0 else floor(st_y(r.location3857) / metres) end as row_of_cells
    from map.request_matching(filter, moment) r
    where r.location3857 && map.tile_bounds(z, x, y)
), grouped as (
    select column_of_cells, row_of_cells, count(*) as n, st_setsrid(st_makepoint(avg(east), avg(north)), 3857) as centre,
        st_transform(st_makeenvelope(min(east), min(north), max(east), max(north), 3857), 4326) as box,
        count(*) filter (where state in ('RECEIVED', 'REOPENED')) as received, count(*) filter (where state = 'ASSIGNED') as assigned,
        count(*) filter (where state = 'IN_PROGRESS') as in_progress, count(*) filter (where state in ('RESOLVED', 'CLOSED')) as resolved,
        count(*) filter (where state = 'FORWARDED') as forwarded, count(*) filter (where late) as late
    from found group by column_of_cells, row_of_cells
), cluster as (
    select n, received, assigned, in_progress, resolved, forwarded, late,
        st_xmin(box) as west, st_ymin(box) as south, st_xmax(box) as east, st_ymax(box) as north,
        st_asmvtgeom(centre, map.tile_bounds(z, x, y), 4096, 64, true) as geom
    from grouped where n > 1 and z <= 16
), single as (
    select f.request_id::text as id, f.number, f.state, f.category_name as title, f.glyph, f.address,
        map.time_left(f.next_starts_at, f.next_due_at, f.next_paused_at, moment) as left, f.late,
        extract(epoch from f.next_due_at)::bigint as due, extract(epoch from f.received_at)::bigint as received,
        st_asmvtgeom(f.location3857, map.tile_bounds(z, x, y), 4096, 64, true) as geom
    from found f join grouped g using (column_of_cells, row_of_cells) where g.n = 1 or z > 16
)
select coalesce((select st_asmvt(c, 'cluster', 4096, 'geom') from cluster c), ''::bytea)
    || coalesce((select st_asmvt(s, 'request', 4096, 'geom') from single s), ''::bytea));
end
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
