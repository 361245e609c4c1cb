-- Recount of how long things took by the clock on the wall: whole seconds, of the nearest rank.
with known as (
    select h.*, r.received_at, h.to_state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED') as opens
    from request.history h
    join request.request r using (jurisdiction_id, request_id)
    where coalesce(h.recorded_at, h.happened_at) < :asof and r.received_at < :asof and r.kind <> 'PRAISE'
), acted as (
    select request_id, received_at, min(happened_at) as at
    from known
    where actor_account_id is not null and entry not in ('RECEIVED', 'LOCATED', 'ACKNOWLEDGED', 'IMPORTED') and happened_at > received_at
    group by request_id, received_at
), marked as (
    -- how often it was open again later, and before: what ends the last time that it was open comes after all of them
    select k.*, count(*) filter (where opens) over later as open_later, count(*) filter (where opens) over earlier as open_before
    from known k where to_state is not null
    window later as (partition by request_id order by happened_at desc, entry_id desc),
        earlier as (partition by request_id order by happened_at, entry_id)
), settled as (
    select request_id, received_at, min(happened_at) as at
    from marked where not opens and open_later = 0 and open_before > 0
    group by request_id, received_at
), took as (
    select 'firstAction' as figure, floor(extract(epoch from at - received_at)) as seconds from acted where at >= :from
    union all
    select 'settlement', floor(extract(epoch from at - received_at)) from settled where at >= :from
)
select figure, count(*) as n, percentile_disc(0.5) within group (order by seconds)::bigint as median,
    percentile_disc(0.9) within group (order by seconds)::bigint as p90
from took group by figure;
