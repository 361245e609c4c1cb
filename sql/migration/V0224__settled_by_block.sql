-- Why: from zoom 15 on each settled request is drawn, the newest first and only so many. A block is a tile of zoom 15; in it they are found
-- by when they were settled, so that what lies there of ten years ago is not read.

create function cells.block(place geometry) returns bigint
    language sql immutable parallel safe
    return (cells.east(place) >> 21) << 15 | (cells.south(place) >> 21);
revoke execute on function cells.block(geometry) from public;
grant execute on function cells.block(geometry) to vigie_app, map_reader, map_publisher;

create index request_settled_block on request.request (jurisdiction_id, cells.block(location3857), (coalesce(resolved_at, closed_at)) desc nulls last)
    where state not in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED');
