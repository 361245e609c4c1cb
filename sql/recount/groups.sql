-- Recount of what was received, settled, open and kept by category, domain, sector, team, service, channel and kind, as filed at :asof.
with filed as (
    select r.request_id, r.received_at, r.channel, r.kind,
        coalesce(f.category_id, r.category_id) as category_id, coalesce(f.service_id, r.service_id) as service_id,
        coalesce(f.team_id, r.team_id) as team_id, case when f.until is null then r.day_sector_id else f.day_sector_id end as sector_id
    from request.request r
    left join lateral (
        select * from request.filed_before b where b.request_id = r.request_id and b.until >= :asof order by b.until limit 1) f on true
    where r.received_at < :asof and r.kind <> 'PRAISE'
), named as (
    select f.request_id, f.received_at, x.dimension, x.code
    from filed f
    join catalogue.category c using (category_id)
    join catalogue.domain d on d.domain_id = c.domain_id
    join catalogue.service v on v.service_id = f.service_id
    join team.team t on t.team_id = f.team_id
    left join territory.sector s on s.sector_id = f.sector_id
    cross join lateral (values ('CATEGORY', c.code), ('DOMAIN', d.code), ('SERVICE', v.code), ('TEAM', t.code),
        ('SECTOR', coalesce(s.code, '')), ('CHANNEL', f.channel), ('KIND', f.kind)) x (dimension, code)
), known as (
    select h.request_id, h.happened_at, h.entry_id, h.to_state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED') as opens
    from request.history h
    where h.to_state is not null and coalesce(h.recorded_at, h.happened_at) < :asof
), last_state as (
    select distinct on (request_id) request_id, opens from known order by request_id, happened_at desc, entry_id desc
), last_open as (
    select distinct on (request_id) request_id, happened_at, entry_id from known where opens order by request_id, happened_at desc, entry_id desc
), settled as (
    select k.request_id, min(k.happened_at) as at
    from known k join last_open o using (request_id)
    where not k.opens and (k.happened_at, k.entry_id) > (o.happened_at, o.entry_id)
    group by k.request_id
), version as (
    select request_id, commitment, starts_at, due_at, met_at, paused_at, 'infinity'::timestamptz as until from request.deadline
    union all
    select request_id, commitment, starts_at, due_at, met_at, paused_at, until from request.deadline_before
), held as (
    select distinct on (request_id, commitment, starts_at) request_id, due_at, paused_at, case when met_at < :asof then met_at end as met_at
    from version where starts_at < :asof and commitment <> 'ACKNOWLEDGE'
    order by request_id, commitment, starts_at, until < :asof, case when until >= :asof then until end, until desc
), decided as (
    select request_id, count(*) as due, count(*) filter (where met_at <= due_at) as kept
    from held
    where due_at >= :from and due_at < :asof and not (coalesce(paused_at < :asof, false) and met_at is null)
    group by request_id
)
select n.dimension, n.code,
    count(*) filter (where n.received_at >= :from) as received,
    count(*) filter (where t.at >= :from) as settled,
    count(*) filter (where l.opens) as open_at_end,
    (percentile_disc(0.5) within group (order by floor(extract(epoch from t.at - n.received_at))) filter (where t.at >= :from))::bigint as median,
    coalesce(sum(d.due), 0)::bigint as due, coalesce(sum(d.kept), 0)::bigint as kept
from named n
left join last_state l using (request_id)
left join settled t using (request_id)
left join decided d using (request_id)
group by n.dimension, n.code
having count(*) filter (where n.received_at >= :from) > 0 or count(*) filter (where t.at >= :from) > 0
    or count(*) filter (where l.opens) > 0 or coalesce(sum(d.due), 0) > 0;
