-- The cells of a jurisdiction, together with what they have still to take in, count each published request once at every zoom; up to zoom 14
-- also by category and by month.
with published as (
    select r.jurisdiction_id, count(*) as n
    from request.request r
    join catalogue.category c using (jurisdiction_id, category_id)
    where not r.is_private and not c.is_private and r.state not in ('REJECTED', 'DUPLICATE') and r.location is not null
    group by r.jurisdiction_id
), waiting as (
    select jurisdiction_id, sum(sign) as n from cells.change group by jurisdiction_id
), counted as (
    select d.jurisdiction_id, l.z, coalesce(sum(c.n) filter (where c.category_id = '00000000-0000-0000-0000-000000000000' and c.month = '-infinity'), 0) as n,
        coalesce(sum(c.n) filter (where c.category_id <> '00000000-0000-0000-0000-000000000000'), 0) as by_category,
        coalesce(sum(c.n) filter (where c.month <> '-infinity'), 0) as by_month
    from cells.counted d
    cross join generate_series(0, 16, 2) l (z)
    left join cells.cell c on c.jurisdiction_id = d.jurisdiction_id and c.z = l.z
    group by d.jurisdiction_id, l.z
)
select c.jurisdiction_id, c.z, c.n, c.by_category, c.by_month, p.n as published, w.n as waiting
from counted c
left join published p using (jurisdiction_id)
left join waiting w using (jurisdiction_id)
where c.n <> coalesce(p.n, 0) - coalesce(w.n, 0)
    or array[c.by_category, c.by_month] <> array_fill(case when c.z <= 14 then c.n else 0 end, array[2]);
