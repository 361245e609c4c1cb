-- Recount of requests received between :from and :asof on the ground of each sector that holds today, of metres of street (paths left out) and
-- of inhabitants told; :category '' is all. A place on the edge of two sectors is counted in both here, and in one by the service.
select s.code, max(i.inhabitants) as inhabitants, (
        select count(*) from request.request r
        left join lateral (
            select * from request.filed_before b where b.request_id = r.request_id and b.until >= :asof order by b.until limit 1) f on true
        join catalogue.category c on c.category_id = coalesce(f.category_id, r.category_id)
        where r.received_at >= :from and r.received_at < :asof and r.kind <> 'PRAISE' and :category in ('', c.code)
            and st_covers(p.shape, r.location)) as requests, (
        select coalesce(sum(st_length(st_intersection(st_transform(b.shape, :epsg), st_transform(p.shape, :epsg)))), 0)
        from territory.basemap_feature b where b.kind = 'STREET' and b.class <> 'path' and st_intersects(b.shape, p.shape)) as street_metres
from territory.sector_shape p
join territory.sector s using (jurisdiction_id, sector_id)
left join territory.sector_inhabitants i using (jurisdiction_id, sector_version_id, sector_id)
where p.sector_version_id = (
    select v.sector_version_id from territory.sector_version v join territory.sector_set t using (jurisdiction_id, sector_set_id)
    where t.serves and v.holds_from <= access.now() order by v.holds_from desc, v.version desc limit 1)
group by s.code, p.shape;
