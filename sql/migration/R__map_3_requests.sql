-- Why: the requests of a tile. Up to zoom 16 those in one cell of 16 pixels are one cluster that counts their states, and a lone one stays
-- itself; from 17 on each is drawn. Up to zoom 14 the cells are counted beforehand (schema cells); what they cannot answer is counted from
-- the requests, in the same cells, so that nobody sees which it was.
-- Stands on R__map_1_views.sql, mark 6ac90cfad916: that file drops the schema, so this one must change, and run, with it.

-- Share of the promised time left, 1 down to 0; null when nothing is promised any more. It stands still while the promise is paused.
create or replace function map.time_left(starts_at timestamptz, due_at timestamptz, paused_at timestamptz, at timestamptz default access.now())
    returns real
    language sql immutable parallel safe
    return case when due_at is null then null
        else greatest(0, least(1, extract(epoch from due_at - coalesce(paused_at, at)) / nullif(extract(epoch from due_at - starts_at), 0))) end;

-- The requests that pass the reader's filter: {"domain":[…],"category":[…],"state":[…],"kind":[…],"from":"…","to":"…","late":true};
-- absent means all, but a reader who names neither state nor period gets what is open or was settled in the last 30 days.
create or replace function map.request_matching(filter jsonb, at timestamptz default access.now()) returns setof map.request
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
  and (filter ?| '{state,from,to}' or r.is_open or r.settled_at >= at - interval '720 hours')
$$;

-- What the kept cells say of a tile, together with what is not yet in them, so that nothing of what has been committed is missing. Of a
-- period only the whole months from the first to before the end are told. The cells of the next zoom make those of an odd one.
create or replace function map.request_kept(z int, x int, y int, filter jsonb, first date, until date, moment timestamptz)
    returns table (across bigint, down bigint, state text, standing text, n bigint, east numeric, south numeric, high_bits bigint, low_bits bigint)
    language plpgsql stable parallel safe as
$$
#variable_conflict use_column
declare
    odd constant int := z % 2;
    level constant int := z + odd;
    columns constant smallint[] := case odd when 0 then array[x] else array[2 * x, 2 * x + 1] end;
    rows constant smallint[] := case odd when 0 then array[y] else array[2 * y, 2 * y + 1] end;
    by_month constant boolean := first is not null;
    states constant text[] := (select array_agg(s) from jsonb_array_elements_text(filter -> 'state') s);
    every constant uuid := '00000000-0000-0000-0000-000000000000';
    categories constant uuid[] := case when filter ?| '{domain,category}' then
        (select coalesce(array_agg(c.category_id), '{}') from map.request_category c
         where (filter -> 'domain' is null or filter -> 'domain' ? c.domain) and (filter -> 'category' is null or filter -> 'category' ? c.code))
        else array[every] end;
    standings constant text[] := case when filter ? 'late' then '{LATE}' when by_month then '{ANY,LATE}'
        when states is null then '{OPEN,LATE,RECENT}' else '{OPEN,LATE,RECENT,PAST}' end;
    counted constant timestamptz := (select counted_at from map.cells_counted);
begin
    return query
    select (c.x::bigint * 16 + c.cell % 16) >> odd, (c.y::bigint * 16 + c.cell / 16) >> odd, c.state, c.standing, c.n::bigint, c.east::numeric,
        c.south::numeric, c.high_bits, c.low_bits
    from map.request_cell c
    where c.z = level and c.x = any (columns) and c.y = any (rows) and c.category_id = any (categories)
      and c.month >= coalesce(first, '-infinity') and c.month < coalesce(until, 'infinity') and (by_month or c.month = '-infinity')
      and c.standing = any (standings) and (states is null or c.state = any (states))
    union all
    select i.east >> (32 - z), i.south >> (32 - z), i.state, i.standing, i.sign::bigint, i.sign * i.east::numeric, i.sign * i.south::numeric,
        cells.high_bits(i.request_id), cells.low_bits(i.request_id)
    from (
        select c.sign, c.request_id, c.category_id, c.state, c.received_at, c.east, c.south,
            cells.standing(c.state, c.due_at, c.paused_at, c.settled_at, moment) as standing
        from map.request_change c
        union all
        select v.sign, t.request_id, t.category_id, t.state, t.received_at, t.east, t.south,
            cells.standing(t.state, t.due_at, t.paused_at, t.settled_at, v.at)
        from map.request_turn t, (values (-1, counted), (1, moment)) v (sign, at)
        where t.turns_at < moment
    ) i
    where i.east >> (36 - z) = x and i.south >> (36 - z) = y
      and (categories = array[every] or i.category_id = any (categories)) and (states is null or i.state = any (states))
      and case when by_month then i.received_at >= first at time zone 'UTC' and i.received_at < until at time zone 'UTC'
              and (i.standing = 'LATE' or not filter ? 'late')
          else i.standing = any (standings) end;
end
$$;

-- The same from the requests themselves. Planned anew for each tile: knowing the filter, the planner drops what it does not ask for. Where only
-- so many settled ones are wanted they are the newest. Few requests are expected of a place where there are thousands, and each category would
-- look through all of them: they are hashed. With a margin also those up to 1/64 of a tile beyond the edge.
create or replace function map.request_read(z int, x int, y int, filter jsonb, moment timestamptz, most_settled int default null,
    margin boolean default false)
    returns table (request_id uuid, state text, late boolean, east bigint, south bigint, settled boolean)
    language plpgsql stable parallel safe rows 2000 set plan_cache_mode = force_custom_plan set enable_nestloop = off as
$$
#variable_conflict use_column
declare
    box constant geometry := map.tile_margin(z, x, y);
    corners constant geometry[] := array[st_pointn(st_exteriorring(box), 1), st_pointn(st_exteriorring(box), 2),
        st_pointn(st_exteriorring(box), 3), st_pointn(st_exteriorring(box), 4)];
begin
    return query
    select f.* from (
        select r.request_id, r.state, r.is_open and coalesce(r.next_due_at < moment, false) and r.next_paused_at is null,
            cells.east(r.location3857) as east, cells.south(r.location3857) as south, not r.is_open
        from map.request_matching(filter, moment) r
        where (r.is_open or most_settled is null) and r.location3857 && box
        offset 0) f
    where margin or (f.east >> (36 - z) = x and f.south >> (36 - z) = y);
    if most_settled is null then
        return;
    end if;
    return query
    select s.request_id, s.state, false, s.east, s.south, true
    from (select distinct case when margin then cells.block(c) else (x >> (z - 15))::bigint << 15 | (y >> (z - 15)) end as block
          from unnest(corners) c) b,
        lateral (
            select r.request_id, r.state, cells.east(r.location3857) as east, cells.south(r.location3857) as south, r.settled_at
            from map.request_matching(filter, moment) r
            where not r.is_open and r.block = b.block and r.location3857 && box
              and (margin or (cells.east(r.location3857) >> (36 - z) = x and cells.south(r.location3857) >> (36 - z) = y))
            order by r.settled_at desc nulls last
            limit most_settled) s
    order by s.settled_at desc nulls last
    limit most_settled;
end
$$;

-- The cells of a tile as they are drawn: sums of places, how many in which state, and the one that is alone. From zoom 15 on also how far what
-- lies in one reaches, and whether there are more than are told.
create or replace function map.request_grid(z int, x int, y int, filter jsonb, moment timestamptz)
    returns table (across bigint, down bigint, n bigint, east double precision, south double precision, high_bits bigint, low_bits bigint,
        received bigint, assigned bigint, in_progress bigint, resolved bigint, forwarded bigint, late bigint, west_most bigint,
        east_most bigint, north_most bigint, south_most bigint, more boolean)
    language plpgsql stable parallel safe as
$$
#variable_conflict use_column
declare
    most constant int := 5001;
    since constant timestamptz := (filter ->> 'from')::timestamptz;
    until constant timestamptz := (filter ->> 'to')::timestamptz;
    by_month constant boolean := filter ?| '{from,to}';
    -- The first month that begins in the period, and the month in which it ends: those between are whole.
    month constant date := case when by_month then
        coalesce((date_trunc('month', since at time zone 'UTC' - interval '1 microsecond') + interval '1 month')::date, '0001-01-01') end;
    month_after constant date := case when by_month then coalesce(date_trunc('month', until at time zone 'UTC')::date, 'infinity') end;
begin
    if z <= 14 and not filter ? 'kind' and (not by_month or (month < month_after and not filter ?| '{domain,category}'))
            and exists (select from map.cells_counted where counted_at <= moment) then
        return query
        select k.across, k.down, sum(k.n)::bigint, (sum(k.east) / sum(k.n))::double precision, (sum(k.south) / sum(k.n))::double precision,
            bit_xor(k.high_bits), bit_xor(k.low_bits),
            sum(k.n) filter (where k.state in ('RECEIVED', 'REOPENED'))::bigint, sum(k.n) filter (where k.state = 'ASSIGNED')::bigint,
            sum(k.n) filter (where k.state = 'IN_PROGRESS')::bigint, sum(k.n) filter (where k.state in ('RESOLVED', 'CLOSED'))::bigint,
            sum(k.n) filter (where k.state = 'FORWARDED')::bigint, sum(k.n) filter (where k.standing = 'LATE')::bigint,
            null::bigint, null::bigint, null::bigint, null::bigint, false
        from (
            select * from map.request_kept(z, x, y, filter, month, month_after, moment)
            union all
            select r.east >> (32 - z), r.south >> (32 - z), r.state, case when r.late then 'LATE' end, 1, r.east, r.south,
                cells.high_bits(r.request_id), cells.low_bits(r.request_id)
            from (values (since, month::timestamp at time zone 'UTC'), (month_after::timestamp at time zone 'UTC', until)) e (since, until),
                map.request_read(z, x, y, filter || jsonb_build_object('from', e.since, 'to', e.until), moment) r
            where e.since < e.until
        ) k
        group by k.across, k.down having sum(k.n) > 0;
        return;
    end if;
    return query
    with found as materialized (
        select * from map.request_read(z, x, y, filter, moment, case when z > 14 then most end)
    )
    select f.east >> (32 - z), f.south >> (32 - z), count(*), avg(f.east)::double precision, avg(f.south)::double precision,
        bit_xor(cells.high_bits(f.request_id)), bit_xor(cells.low_bits(f.request_id)),
        count(*) filter (where f.state in ('RECEIVED', 'REOPENED')), count(*) filter (where f.state = 'ASSIGNED'),
        count(*) filter (where f.state = 'IN_PROGRESS'), count(*) filter (where f.state in ('RESOLVED', 'CLOSED')),
        count(*) filter (where f.state = 'FORWARDED'), count(*) filter (where f.late),
        min(f.east), max(f.east), min(f.south), max(f.south), z > 14 and (select count(*) = most from found s where s.settled)
    from found f
    group by 1, 2;
end
$$;

-- Longitude of a column and latitude of a row, of so many over the world.
create or replace function map.longitude(across double precision, columns double precision) returns double precision
    language sql immutable parallel safe
    return across / columns * 360 - 180;
create or replace function map.latitude(down double precision, rows double precision) returns double precision
    language sql immutable parallel safe
    return degrees(atan(sinh(pi() * (1 - 2 * down / rows))));

-- What one request tells of itself. Its share of time left is told in hundredths, so that a tile is not another one each second.
create or replace function map.request_mark(wanted uuid, moment timestamptz)
    returns table (id text, number text, state text, title text, glyph text, address text, "left" real, late boolean, due bigint,
        received bigint, place geometry)
    language sql stable parallel safe rows 1 as
$$
select r.request_id::text, r.number, r.state, r.category_name, r.glyph, r.address,
    round(map.time_left(r.next_starts_at, r.next_due_at, r.next_paused_at, moment)::numeric, 2)::real,
    r.is_open and coalesce(r.next_due_at < moment, false) and r.next_paused_at is null, extract(epoch from r.next_due_at)::bigint,
    extract(epoch from r.received_at)::bigint, r.location3857
from map.request r where r.request_id = wanted
$$;

-- Layers: cluster, request, and more with one point where there were more settled ones than are told.
create or replace function map.request_tile(z int, x int, y int, filter jsonb) returns bytea
    language plpgsql stable parallel safe as
$$
declare
    -- Cells may have been counted a moment after this reading began.
    moment constant timestamptz := greatest(access.now(),
        (select counted_at from map.cells_counted where counted_at < access.now() + interval '1 second'));
    across_world constant double precision := 2 ^ (z + 4);
    unit constant double precision := 2 ^ (36 - z) / 4096;
begin
if z > 16 then
    return map.request_points(z, x, y, filter, moment);
end if;
return (with grid as materialized (
    select * from map.request_grid(z, x, y, filter, moment) order by across, down
), cluster as (
    select g.n, nullif(g.received, 0) as received, nullif(g.assigned, 0) as assigned, nullif(g.in_progress, 0) as in_progress,
        nullif(g.resolved, 0) as resolved, nullif(g.forwarded, 0) as forwarded, nullif(g.late, 0) as late,
        map.longitude(coalesce(g.west_most / 2 ^ (32 - z), g.across), across_world) as west,
        map.latitude(coalesce(g.south_most / 2 ^ (32 - z), g.down + 1), across_world) as south,
        map.longitude(coalesce(g.east_most / 2 ^ (32 - z), g.across + 1), across_world) as east,
        map.latitude(coalesce(g.north_most / 2 ^ (32 - z), g.down), across_world) as north,
        st_makepoint(floor(g.east / unit) - x * 4096::bigint, floor(g.south / unit) - y * 4096::bigint) as geom
    from grid g where g.n > 1
), single as (
    select m.id, m.number, m.state, m.title, m.glyph, m.address, m."left", m.late, m.due, m.received,
        st_makepoint(floor(cells.east(m.place) / unit) - x * 4096::bigint, floor(cells.south(m.place) / unit) - y * 4096::bigint) as geom
    from grid g, map.request_mark(cells.id_of(g.high_bits, g.low_bits), moment) m
    where g.n = 1
), more as (
    select st_makepoint(2048, 2048) as geom from grid where more limit 1
)
select coalesce((select st_asmvt(c, 'cluster', 4096, 'geom') from cluster c), ''::bytea)
    || coalesce((select st_asmvt(s, 'request', 4096, 'geom') from single s), ''::bytea)
    || coalesce((select st_asmvt(m, 'more', 4096, 'geom') from more m), ''::bytea));
end
$$;

-- Each by itself, with those just beyond the edge.
create or replace function map.request_points(z int, x int, y int, filter jsonb, moment timestamptz) returns bytea
    language plpgsql stable parallel safe as
$$
declare
    most constant int := 501;
begin
return (with found as materialized (
    select f.request_id, count(*) filter (where f.settled) over () as settled_ones
    from map.request_read(z, x, y, filter, moment, most, true) f
), single as (
    select m.id, m.number, m.state, m.title, m.glyph, m.address, m."left", m.late, m.due, m.received,
        st_asmvtgeom(m.place, map.tile_bounds(z, x, y), 4096, 64, true) as geom
    from found f, map.request_mark(f.request_id, moment) m
    order by f.request_id
), more as (
    select st_makepoint(2048, 2048) as geom from found where settled_ones = most limit 1
)
select coalesce((select st_asmvt(s, 'request', 4096, 'geom') from single s where s.geom is not null), ''::bytea)
    || coalesce((select st_asmvt(m, 'more', 4096, 'geom') from more m), ''::bytea));
end
$$;

-- Everybody may execute a function unless told otherwise: the tiles are for the reader of the map alone.
revoke execute on all functions in schema map from public;
grant execute on all functions in schema map to map_reader, map_publisher;
