-- Every open request has an owner who works here and may be one, wherever there is anybody who may.
select r.jurisdiction_id, r.number as without_owner
from request.request r
left join access.account a
    on a.jurisdiction_id = r.jurisdiction_id and a.account_id = r.owner_account_id and a.active and request.owner_rank(a.role) is not null
where r.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')
  and a.account_id is null
  and exists (
      select from access.account e
      where e.jurisdiction_id = r.jurisdiction_id and e.active and request.owner_rank(e.role) is not null);
