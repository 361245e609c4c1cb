-- Recount of the same by the hours of the calendar that answers the hotline, holidays of France written out from their Easters.
with easter (day) as (
    values (date '2020-04-12'), ('2021-04-04'), ('2022-04-17'), ('2023-04-09'), ('2024-03-31'), ('2025-04-20'), ('2026-04-05'), ('2027-03-28'),
        ('2028-04-16'), ('2029-04-01'), ('2030-04-21'), ('2031-04-13'), ('2032-03-28'), ('2033-04-17'), ('2034-04-09'), ('2035-03-25')
), holiday as (
    select day + n as day from easter, unnest(array[1, 39, 50]) n
    union select make_date(extract(year from day)::int, m, d) from easter,
        (values (1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)) fixed (m, d)
), hotline as (
    select * from catalogue.calendar where answers_hotline
), day as (
    select g::date as day, l.calendar_id, l.zone, l.holiday_rule
    from hotline l, generate_series((select min(received_at) - interval '2 days' from request.request), cast(:asof as timestamptz) + interval '1 day',
        interval '1 day') g
), open as (
    select (d.day + h.opens) at time zone d.zone as opens, (d.day + h.closes) at time zone d.zone as closes
    from day d
    join catalogue.calendar_hours h on h.calendar_id = d.calendar_id and h.iso_weekday = extract(isodow from d.day)
    where not exists (select from catalogue.calendar_day s where s.calendar_id = d.calendar_id and s.day = d.day)
      and not coalesce(
        (select o.is_holiday from catalogue.holiday_override o where o.day = d.day and d.holiday_rule <> 'NONE'),
        d.holiday_rule = 'FRANCE' and d.day in (select day from holiday))
    union all
    select (h.day + h.opens) at time zone l.zone, (h.day + h.closes) at time zone l.zone
    from hotline l join catalogue.calendar_day_hours h using (calendar_id)
), known as (
    select h.*, r.received_at, h.to_state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED') as opens
    from request.history h
    join request.request r using (jurisdiction_id, request_id)
    where coalesce(h.recorded_at, h.happened_at) < :asof and r.received_at < :asof and r.kind <> 'PRAISE'
), last_open as (
    select distinct on (request_id) request_id, happened_at, entry_id from known where opens order by request_id, happened_at desc, entry_id desc
), event as (
    select 'firstAction' as figure, request_id, received_at, min(happened_at) as at
    from known
    where actor_account_id is not null and entry not in ('RECEIVED', 'LOCATED', 'ACKNOWLEDGED', 'IMPORTED') and happened_at > received_at
    group by request_id, received_at
    union all
    select 'settlement', k.request_id, k.received_at, min(k.happened_at)
    from known k join last_open o using (request_id)
    where not k.opens and (k.happened_at, k.entry_id) > (o.happened_at, o.entry_id)
    group by k.request_id, k.received_at
), took as (
    select e.figure, e.request_id, floor(coalesce(
        sum(extract(epoch from least(o.closes, e.at) - greatest(o.opens, e.received_at))) filter (where o.opens is not null), 0)) as seconds
    from event e
    left join open o on o.opens < e.at and o.closes > e.received_at
    where e.at >= :from
    group by e.figure, e.request_id
)
select figure, count(*) as n, percentile_disc(0.5) within group (order by seconds)::bigint as median,
    percentile_disc(0.9) within group (order by seconds)::bigint as p90
from took where exists (select from hotline) group by figure;
