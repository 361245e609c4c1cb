-- Why: at zoom 15 and 16 a great city has tens of thousands of requests on one tile, and reading them takes seconds. The cells of all
-- categories and all times are kept for these zooms too: 16 by 16 of a tile of zoom 16, some 25 m wide. By category and by month they are
-- not: there each cell would hold little more than one request, and the newest ones of a place are soon read.

-- The published views stand on these columns; R__map_1_views.sql makes them anew. The cells are counted from nothing.
drop schema if exists map cascade;
truncate cells.counted, cells.cell;
alter table cells.cell alter column x type int, alter column y type int;

drop function cells.parts(uuid, text, timestamptz, bigint, bigint);
-- The cells that one request lies in: at every second zoom one of all categories and, up to zoom 14, one of its own and one of the month of
-- its receipt, which tells only who is late.
create function cells.parts(of_category uuid, stands text, received_at timestamptz, east bigint, south bigint)
    returns table (z smallint, x int, y int, category_id uuid, month date, standing text, cell smallint)
    language sql stable parallel safe as
$$
    select l.z::smallint, (east >> (36 - l.z))::int, (south >> (36 - l.z))::int, s.category_id, s.month, s.standing,
        (((south >> (32 - l.z)) & 15) * 16 + ((east >> (32 - l.z)) & 15))::smallint
    from (values (0), (2), (4), (6), (8), (10), (12), (14), (16)) l (z),
        (values (16, '00000000-0000-0000-0000-000000000000'::uuid, '-infinity'::date, stands),
            (14, of_category, '-infinity'::date, stands),
            (14, '00000000-0000-0000-0000-000000000000'::uuid, date_trunc('month', received_at at time zone 'UTC')::date,
                case stands when 'LATE' then 'LATE' else 'ANY' end))
            s (deepest, category_id, month, standing)
    where l.z <= s.deepest
$$;
