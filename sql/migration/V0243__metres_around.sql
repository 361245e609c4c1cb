-- Why: which things lie within so many metres was told in three places, each with a box for the index of its own, and one of them was too
-- narrow in the far north. The box is made here; metres on the ellipsoid decide.

create schema geo;
grant usage on schema geo to vigie_app, map_publisher, map_reader;

-- A box in EPSG:3857 that holds all that lies within so many metres of a place (EPSG:4326). Units of web maps grow towards the poles, so those of
-- the end of the circle that is farther from the equator are taken; a hundredth more, since the earth is flatter than the sphere of web maps.
create function geo.box_around(place geometry, metres float8) returns geometry
    language sql immutable strict parallel safe
    return st_expand(st_transform(place, 3857), metres / cos(radians(least(85.06, abs(st_y(place)) + metres / 110574))) * 1.01);
revoke execute on function geo.box_around(geometry, float8) from public;
grant execute on function geo.box_around(geometry, float8) to vigie_app, map_publisher, map_reader;

-- Naming open and settled apart lets the planner look into both indexes.
create or replace function request.find_near(longitude float8, latitude float8, metres float8, before_at timestamptz, before_id uuid, most int)
    returns table (request_id uuid, received_at timestamptz)
    language sql stable security definer set search_path = public, pg_catalog as
$$
    select r.request_id, r.received_at
    from request.request r,
        lateral (select st_setsrid(st_makepoint(longitude, latitude), 4326) as point) place
    where r.jurisdiction_id = access.current_jurisdiction()
      and (r.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')
        or r.state not in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED'))
      and r.location3857 && geo.box_around(place.point, metres)
      and st_dwithin(r.location::geography, place.point::geography, metres)
      and (r.received_at, r.request_id) < (before_at, before_id)
    order by r.received_at desc, r.request_id desc
    limit most
$$;
