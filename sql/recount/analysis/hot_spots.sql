-- Recount of requests and Getis-Ord Gi* of each square with its eight neighbours; parameters as in heat.sql.
with ground as (
    select st_transform(boundary, :epsg) as shape from territory.jurisdiction where jurisdiction_id = access.current_jurisdiction()
), cell as (
    select g.i, g.j, g.geom from ground, st_squaregrid(:side, shape) g where st_intersects(g.geom, shape)
), filed as (
    select r.location, r.received_at, coalesce(f.category_id, r.category_id) as category_id
    from request.request r
    left join lateral (
        select * from request.filed_before b where b.request_id = r.request_id and b.until >= :asof order by b.until limit 1) f on true
    where r.received_at >= :from and r.received_at < :asof and r.kind <> 'PRAISE'
), place as materialized (
    select st_transform(f.location, :epsg) as at, f.received_at from filed f join catalogue.category c using (category_id)
    where f.location is not null and :category in ('', c.code)
), counted as materialized (
    select c.i, c.j, count(p.at) as x
    from cell c
    left join place p on st_x(p.at) >= st_xmin(c.geom) and st_x(p.at) < st_xmax(c.geom)
        and st_y(p.at) >= st_ymin(c.geom) and st_y(p.at) < st_ymax(c.geom)
    group by c.i, c.j
), whole as (
    select count(*)::float8 as n, avg(x)::float8 as mean, stddev_pop(x)::float8 as s from counted
), around as (
    select a.i, a.j, a.x, count(*)::float8 as w, sum(b.x)::float8 as local
    from counted a join counted b on abs(a.i - b.i) <= 1 and abs(a.j - b.j) <= 1
    group by a.i, a.j, a.x
)
select i, j, x as requests, case when s = 0 or w = n then 0 else (local - mean * w) / (s * sqrt((n * w - w ^ 2) / (n - 1))) end as z
from around, whole;
