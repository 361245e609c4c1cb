-- Recount of requests in each square and step (:unit is day, week or month of the city's calendar, :zone); other parameters as in heat.sql.
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
)
select c.i, c.j, cast(date_trunc(:unit, p.received_at at time zone :zone) as date) as step, count(*) as requests
from cell c
join place p on st_x(p.at) >= st_xmin(c.geom) and st_x(p.at) < st_xmax(c.geom)
    and st_y(p.at) >= st_ymin(c.geom) and st_y(p.at) < st_ymax(c.geom)
group by c.i, c.j, step;
