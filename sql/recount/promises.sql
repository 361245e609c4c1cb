-- Recount of the promises that fell due between :from and :asof, each as it was known at :asof; one that was begun anew counts anew.
with version as (
    select request_id, commitment, starts_at, due_at, met_at, warns_at, paused_at, 'infinity'::timestamptz as until from request.deadline
    union all
    select request_id, commitment, starts_at, due_at, met_at, warns_at, paused_at, until from request.deadline_before
), held as (
    select v.*, row_number() over (partition by v.request_id, v.commitment, v.starts_at
        order by v.until < :asof, case when v.until >= :asof then v.until end, v.until desc) as choice
    from version v
    join request.request r using (request_id)
    where r.kind <> 'PRAISE' and r.received_at < :asof and v.starts_at < :asof
), decided as (
    select commitment, due_at, warns_at, case when met_at < :asof then met_at end as met_at
    from held
    where choice = 1 and due_at >= :from and due_at < :asof and not (coalesce(paused_at < :asof, false) and (met_at is null or met_at >= :asof))
)
select commitment as figure, count(*) as due, count(*) filter (where met_at <= due_at) as kept,
    count(*) filter (where warns_at is not null and (met_at is null or met_at > warns_at)) as warned
from decided group by commitment;
