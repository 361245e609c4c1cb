-- Why: the open requests nearest to a place, told as JSON: what the service passes on needs no object of its own. The index gives them in the order
-- of web maps, whose metres differ a little with the latitude and the direction; so it says how far the wanted number reaches, and
-- metres on the ellipsoid decide among all that lie within it. Its plan is kept: to plan it takes longer than to run it.
-- Stands on R__map_1_views.sql, mark ed1e3cea8d60: that file drops the schema, so this one must change, and run, with it.

-- At most so many, none further away than so many metres. Items are named as the cards of the list; what is absent is left out.
create or replace function map.request_nearest(longitude double precision, latitude double precision, most int, furthest double precision,
        at timestamptz default access.now()) returns text
    language plpgsql stable parallel safe
    set plan_cache_mode = force_generic_plan set enable_sort = off set enable_bitmapscan = off set enable_seqscan = off set jit = off as
$$
declare
    place constant geometry := st_setsrid(st_makepoint(longitude, latitude), 4326);
    place3857 constant geometry := st_transform(place, 3857);
    utc constant text := 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"';
    box geometry := geo.box_around(place, furthest);
    reach double precision;
    held bigint;
begin
    select max(st_distance(n.geom::geography, place::geography)), count(*) into reach, held
    from (
        select r.geom from map.request r
        where r.is_open and r.location3857 && box
        order by r.location3857 <-> place3857 limit most) n;
    -- A millimetre more, so that the last one is not lost by rounding.
    reach := case when held < most then furthest else least(furthest, reach + 0.001) end;
    box := geo.box_around(place, reach);
    return json_build_object('furthestMetres', furthest, 'items', coalesce((
        select json_agg(json_strip_nulls(row_to_json(i)))
        from (
            select n.request_id as id, n.number, n.kind, n.state, n.category, n.category_name as title, n.glyph, n.domain, n.address,
                case when n.sector is not null then json_build_object('code', n.sector, 'name', coalesce(n.sector_name, n.sector)) end as sector,
                json_build_object('type', 'Point', 'coordinates', json_build_array(st_x(n.geom), st_y(n.geom))) as position,
                to_char(n.received_at at time zone 'UTC', utc) as "receivedAt",
                json_build_object('commitment', n.next_commitment, 'startsAt', to_char(n.next_starts_at at time zone 'UTC', utc),
                    'dueAt', to_char(n.next_due_at at time zone 'UTC', utc), 'pausedAt', to_char(n.next_paused_at at time zone 'UTC', utc),
                    'left', round(map.time_left(n.next_starts_at, n.next_due_at, n.next_paused_at, at)::numeric, 3),
                    'late', coalesce(coalesce(n.next_paused_at, at) > n.next_due_at, false)) as ring,
                round(n.metres::numeric, 1) as "distanceMetres"
            from (
                select r.*, st_distance(r.geom::geography, place::geography) as metres
                from map.request r
                where r.is_open and r.location3857 && box and st_dwithin(r.geom::geography, place::geography, reach)
                order by metres, r.request_id limit most) n
            order by n.metres, n.request_id) i), '[]'))::text;
end
$$;

revoke execute on all functions in schema map from public;
grant execute on all functions in schema map to map_reader, map_publisher;
