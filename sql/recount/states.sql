-- Recount of the time that the requests received between :from and :asof were in each state; "age" is the whole, reckoned without the states.
with received as (
    select request_id, received_at from request.request where received_at >= :from and received_at < :asof and kind <> 'PRAISE'
), known as (
    select r.request_id, r.received_at, h.to_state, greatest(h.happened_at, r.received_at) as at, h.entry_id,
        lead(greatest(h.happened_at, r.received_at)) over (partition by r.request_id order by h.happened_at, h.entry_id) as until
    from received r
    join request.history h using (request_id)
    where h.to_state is not null and coalesce(h.recorded_at, h.happened_at) < :asof
), ended as (
    select distinct on (request_id) request_id, to_state, at from known order by request_id, at desc, entry_id desc
)
select to_state as figure, sum(extract(epoch from coalesce(until, :asof) - at)) as seconds
from known
where until is not null or to_state not in ('CLOSED', 'REJECTED', 'DUPLICATE')
group by to_state
union all
select 'age', sum(extract(epoch from case when e.to_state in ('CLOSED', 'REJECTED', 'DUPLICATE') then e.at else :asof end - r.received_at))
from received r join ended e using (request_id);
