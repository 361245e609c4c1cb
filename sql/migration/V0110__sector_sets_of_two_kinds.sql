-- Why: a sector set is a partition (every point in exactly one sector) or a coverage (sectors may overlap and leave ground out). Which it
-- is must be stated: otherwise neither an import nor a lookup can say what is wrong. And what is published is never edited: a request
-- keeps the version that placed it, and a statistic by the boundaries of the day must find them as they were.

alter table territory.sector_set add kind text not null default 'PARTITION' check (kind in ('PARTITION', 'COVERAGE'));
alter table territory.sector_shape add priority int not null default 0;
comment on column territory.sector_shape.priority is 'where sectors of a coverage overlap, the greater goes first';
revoke update, delete on territory.sector_version, territory.sector_shape from vigie_app;

alter table request.request drop constraint request_placement_rule_check;
alter table request.request add constraint request_placement_rule_check
    check (placement_rule in ('INSIDE', 'SHARED_EDGE', 'OVERLAP', 'NEAREST', 'OUTSIDE', 'NO_SECTORS', 'TO_BE_LOCATED'));

-- PostGIS answers for a point in plain double arithmetic, which errs within about a nanometre of an edge; st_relate, by GEOS, is exact there
-- as the lookup in memory is, but slow. So it is asked only that near (1e-9 degrees: a tenth of a millimetre).
create function territory.covers(shape geometry, place geometry) returns boolean language sql immutable parallel safe as
$$
select shape && place
    and case when st_dwithin(st_boundary(shape), place, 1e-9) then st_relate(shape, place, '******FF*') else st_covers(shape, place) end
$$;
create function territory.contains(shape geometry, place geometry) returns boolean language sql immutable parallel safe as
$$
select shape && place
    and case when st_dwithin(st_boundary(shape), place, 1e-9) then st_relate(shape, place, 'T*****FF*') else st_contains(shape, place) end
$$;

-- Outside of all sectors, the nearest within the tolerance takes the position: maps of neighbours differ by centimetres, and a photo is
-- taken from the other side of the road. Sectors whose edges are equally near, to a millimetre, are told apart by their code.
drop function territory.locate(text, geometry, timestamptz);
create function territory.locate(
    wanted_set text, place geometry, at timestamptz default now(), tolerance_metres double precision default 0)
    returns table (rule text, sector_id uuid, code text, name text, sector_version_id uuid, version int, metres_to_edge double precision)
    language sql stable as
$$
with held as (
    select v.jurisdiction_id, v.sector_version_id, v.version
    from territory.sector_set s join territory.sector_version v using (jurisdiction_id, sector_set_id)
    where case when wanted_set is null then s.serves else s.code = wanted_set end and v.holds_from <= at
    order by v.holds_from desc, v.version desc limit 1
), shape as (
    select p.sector_id, s.code, p.name, p.priority, h.sector_version_id, h.version, p.shape
    from held h
    join territory.sector_shape p using (jurisdiction_id, sector_version_id)
    join territory.sector s using (jurisdiction_id, sector_id)
), covering as (
    select s.*, territory.contains(s.shape, place) as interior
    from shape s
    where territory.covers(s.shape, place)
), chosen as (
    select c.*, count(*) over () as n, bool_or(c.interior) over () as inside
    from covering c
    order by c.priority desc,
        case when (select count(*) > 1 and bool_or(interior) from covering) then st_area(c.shape::geography) end, c.code collate "C"
    limit 1
), around as (
    select s.*, territory.metres_to_edge(s.shape, place) as metres
    from shape s
    where not exists (select from covering)
), least as (
    select min(metres) as metres from around
), near as (
    select a.* from around a, least
    where a.metres <= tolerance_metres and a.metres - least.metres < 0.001
    order by a.priority desc, a.code collate "C"
    limit 1
)
select case when n = 1 then 'INSIDE' when inside then 'OVERLAP' else 'SHARED_EDGE' end,
    sector_id, code, name, sector_version_id, version, territory.metres_to_edge(shape, place)
from chosen
union all
select 'NEAREST', sector_id, code, name, sector_version_id, version, metres from near
union all
select 'OUTSIDE', null, null, null, null, null, (select metres from least)
where exists (select from held) and not exists (select from covering) and not exists (select from near)
union all
select 'NO_SECTORS', null, null, null, null, null, null where not exists (select from held)
$$;
