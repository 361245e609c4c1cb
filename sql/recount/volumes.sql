-- Recount of the numbers of a period, one a row. Between :from and :asof, by what was written down before :asof.
with known as (
    select h.*, h.to_state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED') as opens
    from request.history h
    join request.request r using (jurisdiction_id, request_id)
    where coalesce(h.recorded_at, h.happened_at) < :asof and r.received_at < :asof and r.kind <> 'PRAISE'
), last_state as (
    select distinct on (request_id) request_id, opens from known where to_state is not null order by request_id, happened_at desc, entry_id desc
), last_open as (
    select distinct on (request_id) request_id, happened_at, entry_id from known where opens order by request_id, happened_at desc, entry_id desc
), settled as (
    select k.request_id
    from known k
    join last_open o using (request_id)
    where not k.opens and (k.happened_at, k.entry_id) > (o.happened_at, o.entry_id)
    group by k.request_id
    having min(k.happened_at) >= :from
), visits as (
    select s.request_id, count(*) filter (where k.entry = 'ON_SITE') as n
    from settled s join known k using (request_id) group by s.request_id
), received as (
    select * from request.request where received_at >= :from and received_at < :asof
), version as (
    select request_id, commitment, starts_at, due_at, met_at, paused_at, null::timestamptz as until from request.deadline
    union all
    select request_id, commitment, starts_at, due_at, met_at, paused_at, until from request.deadline_before
), held as (
    select *, row_number() over (partition by request_id, commitment, starts_at
        order by coalesce(until, 'infinity') < :asof, case when coalesce(until, 'infinity') >= :asof then coalesce(until, 'infinity') end,
            until desc) as choice
    from version where starts_at < :asof
), changed_hands as (
    select request_id, until
    from (
        select f.request_id, f.until, f.team_id, coalesce(
            (select n.team_id from request.filed_before n where n.request_id = f.request_id and n.until > f.until order by n.until limit 1),
            r.team_id) as next_team
        from request.filed_before f join request.request r using (jurisdiction_id, request_id)
        where r.kind <> 'PRAISE') f
    where team_id <> next_team and until < :asof
)
select 'received' as figure, count(*) as n from received where kind <> 'PRAISE'
union all select 'praise', count(*) from received where kind = 'PRAISE'
union all select 'selfReports', count(*) from received where kind <> 'PRAISE' and channel = 'PATROL'
union all select 'online', count(*) from received where kind <> 'PRAISE' and channel in ('WEB', 'APP', 'OPEN311', 'CHAT', 'SOCIAL')
union all select 'phone', count(*) from received where kind <> 'PRAISE' and channel = 'PHONE'
union all select 'settled', count(*) from settled
union all select 'openAtEnd', count(*) from last_state where opens
union all select 'overdue', count(*) from last_state l where opens and exists (
    select from held h
    where h.request_id = l.request_id and h.choice = 1 and h.due_at < :asof and (h.met_at is null or h.met_at >= :asof)
      and (h.paused_at is null or h.paused_at >= :asof))
union all select 'reopened', count(*) from known where to_state = 'REOPENED' and happened_at >= :from
union all select 'visited', count(*) from visits where n > 0
union all select 'secondVisits', count(*) from visits where n > 1
union all select 'handOvers', count(*) from changed_hands where until >= :from
union all select 'handedOverAgain', count(*) from (
    select request_id from changed_hands group by request_id having count(*) > 1 and max(until) >= :from) again;
