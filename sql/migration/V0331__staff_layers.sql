-- Why: staff's own GIS reads what staff sees of requests, jobs and teams, by a key that an administrator issues. It is a schema of its own, so
-- that map_reader cannot reach it: what the public doors are made of stays what everybody may see. Who asked is in none of it.

create schema staff_map;
grant usage on schema staff_map to vigie_app;
grant usage, create on schema staff_map to map_publisher;
grant usage on schema team, intervention to map_publisher;
call access.publish('team.team');
call access.publish('intervention.job');

-- All requests, the private and the rejected ones too.
create view staff_map.staff_request as
select r.jurisdiction_id, r.request_id, r.number, r.kind, r.state, r.priority, r.is_private or c.is_private as is_private,
    r.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED') as is_open, c.code as category, c.name as category_name,
    d.code as domain, d.name as domain_name, r.description, r.address, s.code as sector, sh.name as sector_name, v.name as service,
    t.code as team, t.name as team_name, r.channel, r.received_at, r.changed_at, r.resolved_at,
    coalesce(r.resolved_at, r.closed_at) as settled_at, r.next_commitment, r.next_starts_at, r.next_due_at,
    r.location as geom, r.location3857
from request.request r
join catalogue.category c using (jurisdiction_id, category_id)
join catalogue.domain d on d.jurisdiction_id = c.jurisdiction_id and d.domain_id = c.domain_id
join team.team t on t.jurisdiction_id = r.jurisdiction_id and t.team_id = r.team_id
left join catalogue.service v on v.jurisdiction_id = r.jurisdiction_id and v.service_id = r.service_id
left join territory.sector s on s.jurisdiction_id = r.jurisdiction_id and s.sector_id = r.sector_id
left join territory.sector_shape sh on sh.jurisdiction_id = r.jurisdiction_id and sh.sector_version_id = r.sector_version_id
    and sh.sector_id = r.sector_id
where r.jurisdiction_id = access.current_jurisdiction()
  -- Always true, as in map.request: it lets the planner look into the index of places of each.
  and (r.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')
    or r.state not in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED'));

-- What teams were asked to do and how far it is, where the request is.
create view staff_map.staff_job as
select j.jurisdiction_id, j.job_id, r.number, j.step, t.code as team, t.name as team_name, c.code as category, c.name as category_name,
    r.address, j.offered_at, j.accepted_at, j.en_route_at, j.on_site_at, j.ended_at, r.location as geom, r.location3857
from intervention.job j
join request.request r using (jurisdiction_id, request_id)
join catalogue.category c on c.jurisdiction_id = r.jurisdiction_id and c.category_id = r.category_id
join team.team t on t.jurisdiction_id = j.jurisdiction_id and t.team_id = j.team_id
where j.jurisdiction_id = access.current_jurisdiction();

alter view staff_map.staff_request owner to map_publisher;
alter view staff_map.staff_job owner to map_publisher;
revoke create on schema staff_map from map_publisher;

-- Where teams were seen last is not for the publisher: read with the rights of the service, under row-level security.
create view staff_map.staff_team with (security_invoker = true) as
select t.jurisdiction_id, t.team_id, t.code, t.name, t.kind, v.name as service, t.active, p.seen_at, p.location as geom
from team.team t
left join catalogue.service v on v.jurisdiction_id = t.jurisdiction_id and v.service_id = t.service_id
left join team.position p on p.jurisdiction_id = t.jurisdiction_id and p.team_id = t.team_id
where t.jurisdiction_id = access.current_jurisdiction();

grant select on staff_map.staff_request, staff_map.staff_job, staff_map.staff_team to vigie_app;

create schema features;
grant usage on schema features to vigie_app;

create table features.data_key (
    jurisdiction_id uuid not null references territory.jurisdiction,
    data_key_id uuid not null,
    name text not null check (length(name) between 1 and 120),
    -- SHA-256 of the key: 256 random bits need no slower hash.
    key_sha256 bytea not null check (length(key_sha256) = 32),
    -- That it opens.
    layers text[] not null check (cardinality(layers) between 1 and 20),
    issued_at timestamptz not null,
    revoked_at timestamptz,
    primary key (jurisdiction_id, data_key_id),
    unique (jurisdiction_id, key_sha256)
);
call access.protect('features.data_key', 'select, insert, update');
