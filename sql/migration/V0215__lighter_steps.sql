-- Why: every step of an open request writes each of its indexes, and a new division of the city does so a million times. Who has no owner
-- is sought by no owner; the team and the time of the last change stand in one index, since reminders ask team by team.

drop index request.request_open_owner;
create index request_open_owner on request.request (jurisdiction_id, owner_account_id, priority)
    where owner_account_id is not null and state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED');

drop index request.request_open_team;
drop index request.request_open_changed;
create index request_open_team on request.request (jurisdiction_id, team_id, changed_at)
    where state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED');
