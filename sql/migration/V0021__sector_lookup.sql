-- Why: the rule that puts a position into one sector, stated once in SQL: the measure for the service's lookup in memory, and the way
-- to place many rows at once. Says nothing that territory/package-info.java does not say.

-- Edges are straight in longitude and latitude, as the lookup takes them; a distance on geography would follow geodesics, which leave
-- a 4 km edge by 0.2 m. So the nearest point is sought on a plane scaled at the position, and only its distance is geodesic.
create function territory.metres_to_edge(shape geometry, place geometry) returns double precision
    language sql immutable parallel safe as
$$
select st_distance(place::geography,
    st_scale(st_closestpoint(st_scale(st_boundary(shape), narrowing, 1), st_scale(place, narrowing, 1)), 1 / narrowing, 1)::geography)
from (select cos(radians(st_y(place))) as narrowing) n
$$;

create function territory.locate(wanted_set text, place geometry, at timestamptz default now())
    returns table (rule text, sector_id uuid, code text, name text, sector_version_id uuid, version int, metres_to_edge double precision)
    language sql stable as
$$
with held as (
    select v.jurisdiction_id, v.sector_version_id, v.version
    from territory.sector_set s join territory.sector_version v using (jurisdiction_id, sector_set_id)
    where case when wanted_set is null then s.serves else s.code = wanted_set end and v.holds_from <= at
    order by v.holds_from desc, v.version desc limit 1
), shape as (
    select p.sector_id, s.code, p.name, h.sector_version_id, h.version, p.shape
    from held h
    join territory.sector_shape p using (jurisdiction_id, sector_version_id)
    join territory.sector s using (jurisdiction_id, sector_id)
), covering as (
    select s.*, st_contains(s.shape, place) as interior
    from shape s
    where st_covers(s.shape, place)
), chosen as (
    select c.*, count(*) over () as n, bool_or(c.interior) over () as inside
    from covering c
    order by case when (select count(*) > 1 and bool_or(interior) from covering) then st_area(c.shape::geography) end, c.code collate "C"
    limit 1
)
select case when n = 1 then 'INSIDE' when inside then 'OVERLAP' else 'SHARED_EDGE' end,
    sector_id, code, name, sector_version_id, version, territory.metres_to_edge(shape, place)
from chosen
union all
select 'OUTSIDE', null, null, null, null, null, (select min(territory.metres_to_edge(s.shape, place)) from shape s)
where exists (select from held) and not exists (select from covering)
union all
select 'NO_SECTORS', null, null, null, null, null, null where not exists (select from held)
$$;
