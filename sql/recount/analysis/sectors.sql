-- Recount of requests by sector of the day, received between :from and :asof, as filed at :asof; :category '' is all. The two periods of a
-- comparison are two runs of it.
select coalesce(s.code, '') as code, count(*) as requests
from request.request r
left join lateral (
    select * from request.filed_before b where b.request_id = r.request_id and b.until >= :asof order by b.until limit 1) f on true
join catalogue.category c on c.category_id = coalesce(f.category_id, r.category_id)
left join territory.sector s on s.sector_id = case when f.until is null then r.day_sector_id else f.day_sector_id end
where r.received_at >= :from and r.received_at < :asof and r.kind <> 'PRAISE' and :category in ('', c.code)
group by 1;
