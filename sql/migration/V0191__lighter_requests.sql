-- Why: every step of a request writes each of its indexes and has each changed foreign key looked up, and a new division of the city does
-- so a million times. An open request stood in two indexes of places, a placed one was checked against its sector and, apart from that,
-- against its version.

drop index request.request_place;
create index request_settled_place on request.request using gist (location3857)
    where state not in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED');

-- Without the id behind the time: while a city has few requests, the planner could look up a foreign key by jurisdiction and id in here,
-- and kept that plan when many came in one transaction, each reading the city's whole index.
drop index request.request_by_received;
create index request_by_received on request.request (jurisdiction_id, received_at desc);

-- Says more than the two before: the sector is one of that version.
alter table request.request
    add constraint request_sector_shape_fkey foreign key (jurisdiction_id, sector_version_id, sector_id) references territory.sector_shape,
    drop constraint request_jurisdiction_id_sector_id_fkey,
    drop constraint request_jurisdiction_id_sector_version_id_fkey;

-- Naming open and settled apart lets the planner look into both indexes.
create or replace function request.find_near(longitude float8, latitude float8, metres float8, before_at timestamptz, before_id uuid, most int)
    returns table (request_id uuid, received_at timestamptz)
    language sql stable security definer set search_path = public, pg_catalog as
$$
    select r.request_id, r.received_at
    from request.request r,
        lateral (select st_setsrid(st_makepoint(longitude, latitude), 4326) as point) place
    where r.jurisdiction_id = access.current_jurisdiction()
      and (r.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')
        or r.state not in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED'))
      and r.location3857 && st_expand(st_transform(place.point, 3857), metres / cos(radians(latitude)) * 1.01)
      and st_dwithin(r.location::geography, place.point::geography, metres)
      and (r.received_at, r.request_id) < (before_at, before_id)
    order by r.received_at desc, r.request_id desc
    limit most
$$;
