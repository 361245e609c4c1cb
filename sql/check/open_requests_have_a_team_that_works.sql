-- What a team had when it stopped went to others, and nothing comes to it any more.
select r.jurisdiction_id, r.number as without_team
from request.request r
join team.team t using (jurisdiction_id, team_id)
where r.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED') and not t.active;
