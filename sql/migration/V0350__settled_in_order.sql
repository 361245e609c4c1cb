-- Why: the feed of what was answered wants the newest first, and all that was ever settled was read and sorted for each reader of it. Only what is
-- settled stands in here: a report, and every step of an open request, writes nothing more. It does not begin with the jurisdiction (V0217).

create index request_settled_when on request.request ((coalesce(resolved_at, closed_at)) desc, jurisdiction_id)
    where state not in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED');
