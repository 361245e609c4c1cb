-- Why: the requests of a tile. Those in one cell of 16 pixels are one cluster that counts their states, and a lone one stays itself; from
-- zoom 17 on each is drawn, unless there are too many to tell apart. Up to zoom 16 the cells are counted beforehand (schema cells); what they
-- cannot answer is counted from the requests, in the same cells, so that nobody sees which it was.
-- Stands on R__map_1_views.sql, mark ed1e3cea8d60: that file drops the schema, so this one must change, and run, with it.

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
    columns constant int[] := case odd when 0 then array[x] else array[2 * x, 2 * x + 1] end;
    rows constant int[] := case odd when 0 then array[y] else array[2 * y, 2 * y + 1] end;
    by_month constant boolean := first is not null;
    states constant text[] := (select array_agg(s) from jsonb_array_elements_text(filter -> 'state') s);
    kinds constant text[] := (select array_agg(k) from jsonb_array_elements_text(filter -> 'kind') k);
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
      and c.standing = any (standings) and (states is null or c.state = any (states)) and (kinds is null or c.kind = any (kinds))
    union all
    select i.east >> (32 - z), i.south >> (32 - z), i.state, i.standing, i.sign::bigint, i.sign * i.east::numeric, i.sign * i.south::numeric,
        cells.high_bits(i.request_id), cells.low_bits(i.request_id)
    from (
        select c.sign, c.request_id, c.category_id, c.state, c.kind, c.received_at, c.east, c.south,
            cells.standing(c.state, c.due_at, c.paused_at, c.settled_at, moment) as standing
        from map.request_change c
        union all
        select v.sign, t.request_id, t.category_id, t.state, t.kind, t.received_at, t.east, t.south,
            cells.standing(t.state, t.due_at, t.paused_at, t.settled_at, v.at)
        from map.request_turn t, (values (-1, counted), (1, moment)) v (sign, at)
        where t.turns_at < moment
    ) i
    where i.east >> (36 - z) = x and i.south >> (36 - z) = y
      and (categories = array[every] or i.category_id = any (categories)) and (states is null or i.state = any (states))
      and (kinds is null or i.kind = any (kinds))
      and case when by_month then i.received_at >= first at time zone 'UTC' and i.received_at < until at time zone 'UTC'
              and (i.standing = 'LATE' or not filter ? 'late')
          else i.standing = any (standings) end;
end
$$;

-- The settled ones of a tile, the newest of each plot (a tile of zoom 18) first and of each only so many: read in the order of its index, so
-- that what lies there of ten years is not looked at. With a margin also those up to 1/64 of a tile beyond the edge. Planned anew for each tile:
-- knowing the filter, the planner drops what it does not ask for; sorting and bitmaps would read the whole plot first.
create or replace function map.request_settled(z int, x int, y int, filter jsonb, moment timestamptz, most_of_a_plot int, margin boolean)
    returns table (request_id uuid, state text, east bigint, south bigint, settled_at timestamptz, further boolean)
    language plpgsql stable parallel safe rows 500 set plan_cache_mode = force_custom_plan set enable_sort = off set enable_bitmapscan = off as
$$
#variable_conflict use_column
declare
    beyond constant bigint := case when margin then 1::bigint << (30 - z) else 0 end;
    west constant bigint := (x::bigint << (36 - z)) - beyond;
    north constant bigint := (y::bigint << (36 - z)) - beyond;
    wide constant bigint := (1::bigint << (36 - z)) + 2 * beyond;
    since constant timestamptz := case when not filter ?| '{state,from,to}' then moment - interval '720 hours' end;
begin
    return query
    select s.request_id, s.state, s.east, s.south, s.settled_at, s.place = most_of_a_plot
    from generate_series(west >> 18, (west + wide - 1) >> 18) plot_column, generate_series(north >> 18, (north + wide - 1) >> 18) plot_row,
        lateral (
            select n.*, row_number() over () as place
            from (
                select r.request_id, r.state, cells.east(r.location3857) as east, cells.south(r.location3857) as south, r.settled_at
                from map.request_matching(filter, moment) r
                where not r.is_open and r.plot = (plot_column << 18 | plot_row)
                  and (since is null or r.settled_at >= since)
                  and cells.east(r.location3857) >= west and cells.east(r.location3857) < west + wide
                  and cells.south(r.location3857) >= north and cells.south(r.location3857) < north + wide
                order by r.settled_at desc nulls last
                limit most_of_a_plot) n) s;
end
$$;

-- The same as the cells tell, from the requests themselves. Few requests are expected of a place where there are thousands, and each category
-- would look through all of them: they are hashed. From zoom 15 on only so many, and whether that is all.
create or replace function map.request_read(z int, x int, y int, filter jsonb, moment timestamptz)
    returns table (request_id uuid, state text, late boolean, east bigint, south bigint, further boolean)
    language plpgsql stable parallel safe rows 2000 set plan_cache_mode = force_custom_plan set enable_nestloop = off as
$$
#variable_conflict use_column
declare
    most constant int := case when z > 14 then 5000 end;
    margin constant boolean := z > 16;
    box constant geometry := map.tile_margin(z, x, y);
begin
    return query
    select f.*, most is not null and row_number() over () = most from (
        select r.request_id, r.state, r.is_open and coalesce(r.next_due_at < moment, false) and r.next_paused_at is null,
            cells.east(r.location3857) as east, cells.south(r.location3857) as south
        from map.request_matching(filter, moment) r
        where (r.is_open or most is null) and r.location3857 && box
        limit most) f
    where margin or (f.east >> (36 - z) = x and f.south >> (36 - z) = y);
    if most is null or filter ? 'late' or not coalesce(filter -> 'state' ?| '{RESOLVED,CLOSED}', true) then
        return;
    end if;
    return query
    select s.request_id, s.state, false, s.east, s.south, s.further or row_number() over () = 501 and margin
    from (select * from map.request_settled(z, x, y, filter, moment, case z when 15 then 100 when 16 then 250 else 501 end, margin)
          order by settled_at desc nulls last, request_id
          limit case when margin then 501 end) s;
end
$$;

-- The cells of a tile as they are drawn: sums of places, how many in which state, and the one that is alone. What was read from the requests
-- also tells how far what lies in one reaches, and from zoom 15 on whether there are more than are told. From zoom 17 on each is a cell of its
-- own, also beyond the edge, unless they are too many.
create or replace function map.request_grid(z int, x int, y int, filter jsonb, moment timestamptz)
    returns table (across bigint, down bigint, n bigint, east double precision, south double precision, high_bits bigint, low_bits bigint,
        received bigint, assigned bigint, in_progress bigint, resolved bigint, forwarded bigint, late bigint, west_most bigint,
        east_most bigint, north_most bigint, south_most bigint, more boolean)
    language plpgsql stable parallel safe as
$$
#variable_conflict use_column
declare
    crowd constant int := 250;
    since constant timestamptz := (filter ->> 'from')::timestamptz;
    until constant timestamptz := (filter ->> 'to')::timestamptz;
    by_month constant boolean := filter ?| '{from,to}';
    -- The first month that begins in the period, and the month in which it ends: those between are whole.
    month constant date := case when by_month then
        coalesce((date_trunc('month', since at time zone 'UTC' - interval '1 microsecond') + interval '1 month')::date, '0001-01-01') end;
    month_after constant date := case when by_month then coalesce(date_trunc('month', until at time zone 'UTC')::date, 'infinity') end;
begin
    if z <= 16 and (not by_month or (month < month_after and not filter ?| '{domain,category}'))
            -- The cells of zoom 16 are counted of all categories and times together.
            and (z <= 14 or not filter ?| '{domain,category,from,to}')
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
        select * from map.request_read(z, x, y, filter, moment)
    ), apart as materialized (
        select z > 16 and count(*) <= crowd as each, bool_or(further) as more from found
    )
    select f.east >> (32 - z), f.south >> (32 - z), count(*), avg(f.east)::double precision, avg(f.south)::double precision,
        bit_xor(cells.high_bits(f.request_id)), bit_xor(cells.low_bits(f.request_id)),
        count(*) filter (where f.state in ('RECEIVED', 'REOPENED')), count(*) filter (where f.state = 'ASSIGNED'),
        count(*) filter (where f.state = 'IN_PROGRESS'), count(*) filter (where f.state in ('RESOLVED', 'CLOSED')),
        count(*) filter (where f.state = 'FORWARDED'), count(*) filter (where f.late),
        min(f.east), max(f.east), min(f.south), max(f.south), bool_or(a.more)
    from found f, apart a
    where a.each or (f.east >> (36 - z) = x and f.south >> (36 - z) = y)
    group by f.east >> (32 - z), f.south >> (32 - z), case when a.each then f.request_id end;
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

-- Layers: cluster, request, and more with one point where there were more than are told.
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
return (with grid as materialized (
    select * from map.request_grid(z, x, y, filter, moment) order by across, down, high_bits, low_bits
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

-- Everybody may execute a function unless told otherwise: the tiles are for the reader of the map alone.
revoke execute on all functions in schema map from public;
grant execute on all functions in schema map to map_reader, map_publisher;
