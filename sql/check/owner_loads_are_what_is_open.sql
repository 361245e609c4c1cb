-- The load that is kept of whoever owns requests is that of their open ones, neither more nor less.
select jurisdiction_id, owner_account_id, sum(load) as differs_by
from (
    select jurisdiction_id, owner_account_id, load from request.owner_load
    union all
    select jurisdiction_id, owner_account_id, -request.owner_weight(priority) from request.request
    where owner_account_id is not null and state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')) l
group by jurisdiction_id, owner_account_id
having sum(load) <> 0;
