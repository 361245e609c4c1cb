-- Recount of the density at the middle of each square: quartic kernel of :radius metres, in requests per square kilometre, of what was
-- received between :from and :asof under :category ('' is all), on squares of :side metres of EPSG::epsg that touch the jurisdiction.
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
select c.i, c.j, 1e6 * coalesce(sum(3 / (pi() * :radius ^ 2) * (1 - (st_distance(st_centroid(c.geom), p.at) / :radius) ^ 2) ^ 2), 0) as density
from cell c left join place p on st_dwithin(st_centroid(c.geom), p.at, :radius)
group by c.i, c.j;
