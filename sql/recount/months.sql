-- Recount of what came in month by month of :zone, and the mean of the same month in the years before, as far as whole months are known.
with month as (
    select date_trunc('month', received_at at time zone :zone)::date as month, count(*) as n
    from request.request where kind <> 'PRAISE' and received_at < :asof group by 1
), first as (
    select (date_trunc('month', min(received_at) at time zone :zone) + interval '1 month')::date as month from request.request
), wanted as (
    select g::date as month
    from generate_series(date_trunc('month', cast(:from as timestamptz) at time zone :zone),
        (cast(:asof as timestamptz) at time zone :zone) - interval '1 microsecond', interval '1 month') g
)
select to_char(w.month, 'YYYY-MM') as figure, coalesce(m.n, 0) as received, y.expected, y.years
from wanted w
left join month m using (month)
cross join lateral (
    select count(*) as years, avg(coalesce(b.n, 0))::float8 as expected
    from first, generate_series(w.month - interval '1 year', first.month, interval '-1 year') g
    left join month b on b.month = g::date) y;
