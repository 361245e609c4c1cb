-- Why: the desk asks its queue for a drawn ground or for so many metres around a place, as the public list is asked. Under row-level security
-- no index of places is looked into, so the ids come from a function of map_publisher, as with those near a place; the rest of the queue's
-- conditions goes on under it.

-- Requests that lie in the polygon (EPSG:4326, edges straight in longitude and latitude) and within so many metres of the centre, edges included; what is
-- null does not restrict. The box is made beforehand, so that the index is looked into once; what is exact decides.
create function request.find_within(polygon geometry, centre geometry, metres float8, settled_too boolean) returns setof uuid
    language plpgsql stable security definer set search_path = public, pg_catalog as
$$
declare
    around constant geometry := geo.box_around(centre, metres);
    box geometry := st_transform(st_envelope(polygon), 3857);
begin
    box := case when box is null then around when around is null then box else st_intersection(box, around) end;
    return query
    select r.request_id from request.request r
    where r.jurisdiction_id = access.current_jurisdiction() and r.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')
      and r.location3857 && box
      and (polygon is null or st_covers(polygon, r.location))
      and (centre is null or st_dwithin(r.location::geography, centre::geography, metres));
    if settled_too then
        return query
        select r.request_id from request.request r
        where r.jurisdiction_id = access.current_jurisdiction() and r.state not in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')
          and r.location3857 && box
          and (polygon is null or st_covers(polygon, r.location))
          and (centre is null or st_dwithin(r.location::geography, centre::geography, metres));
    end if;
end
$$;
grant create on schema request to map_publisher;
alter function request.find_within(geometry, geometry, float8, boolean) owner to map_publisher;
revoke create on schema request from map_publisher;
revoke all on function request.find_within(geometry, geometry, float8, boolean) from public;
grant execute on function request.find_within(geometry, geometry, float8, boolean) to vigie_app;
