-- Why: a block of zoom 15 may hold tens of thousands of settled requests, and whoever looks at a corner of it reads them all to find the few
-- that lie there. A plot is a tile of zoom 18, some hundred metres wide; a tile reads the newest of each of its plots.

create function cells.plot(place geometry) returns bigint
    language sql immutable parallel safe
    return (cells.east(place) >> 18) << 18 | (cells.south(place) >> 18);
revoke execute on function cells.plot(geometry) from public;
grant execute on function cells.plot(geometry) to vigie_app, map_reader, map_publisher;

create index request_settled_plot on request.request (jurisdiction_id, cells.plot(location3857), (coalesce(resolved_at, closed_at)) desc nulls last)
    where state not in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED');

-- The published views are made anew by R__map_1_views.sql.
drop schema if exists map cascade;
drop index request.request_settled_block;
drop function cells.block(geometry);
