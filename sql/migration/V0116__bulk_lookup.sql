-- Why: the rule of territory.locate for many places in one statement: the second implementation that the lookup in memory is held
-- against, and the way for whoever works on the database. Sectors are read once; each place is compared with the few whose box it is in.
-- Metres to the edge are not told: they are asked for one place at a time.

create function territory.locate_all(
    wanted_set text, longitudes double precision[], latitudes double precision[], at timestamptz default now(),
    tolerance_metres double precision default 0)
    returns table (n bigint, rule text, sector_id uuid, code text, sector_version_id uuid)
    language sql stable as
$$
with held as materialized (
    select v.jurisdiction_id, v.sector_version_id
    from territory.sector_set s join territory.sector_version v using (jurisdiction_id, sector_set_id)
    where case when wanted_set is null then s.serves else s.code = wanted_set end and v.holds_from <= at
    order by v.holds_from desc, v.version desc limit 1
), shape as materialized (
    -- 110 km: a little less than a degree of latitude, so that the box is never too small.
    select p.sector_id, s.code, p.priority, h.sector_version_id, p.shape, st_area(p.shape::geography) as square_metres,
        st_expand(st_envelope(p.shape), tolerance_metres / 110000 / greatest(0.01, cos(radians(abs(st_ymax(p.shape)) + 0.1))),
            tolerance_metres / 110000) as around
    from held h
    join territory.sector_shape p using (jurisdiction_id, sector_version_id)
    join territory.sector s using (jurisdiction_id, sector_id)
), place as materialized (
    select p.n, st_setsrid(st_makepoint(p.longitude, p.latitude), 4326) as place
    from unnest(longitudes, latitudes) with ordinality p (longitude, latitude, n)
), near as materialized (
    select p.n, p.place, s.*, territory.covers(s.shape, p.place) as covered
    from place p join shape s on s.around && p.place
), covering as (
    select c.*, count(*) over of_place as covers, bool_or(territory.contains(c.shape, c.place)) over of_place as inside
    from near c
    where c.covered
    window of_place as (partition by c.n)
), chosen as (
    select distinct on (c.n) c.n,
        case when covers = 1 then 'INSIDE' when inside then 'OVERLAP' else 'SHARED_EDGE' end as rule, c.sector_id, c.code, c.sector_version_id
    from covering c
    order by c.n, c.priority desc, case when covers > 1 and inside then c.square_metres end, c.code collate "C"
), beside as (
    select a.*, min(a.metres) over (partition by a.n) as least
    from (
        select c.n, c.sector_id, c.code, c.priority, c.sector_version_id, territory.metres_to_edge(c.shape, c.place) as metres
        from near c
        where not exists (select from chosen where chosen.n = c.n)
    ) a
), nearest as (
    select distinct on (b.n) b.n, 'NEAREST' as rule, b.sector_id, b.code, b.sector_version_id
    from beside b
    where b.metres <= tolerance_metres and b.metres - b.least < 0.001
    order by b.n, b.priority desc, b.code collate "C"
), found as (
    select * from chosen union all select * from nearest
)
select p.n, coalesce(f.rule, case when exists (select from held) then 'OUTSIDE' else 'NO_SECTORS' end), f.sector_id, f.code, f.sector_version_id
from place p left join found f on f.n = p.n
$$;
