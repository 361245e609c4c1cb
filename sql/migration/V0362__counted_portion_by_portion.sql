-- Why: cells were counted in one transaction of half a minute, which nobody saw anything of before its end and which was lost when it died.
-- Now a strip of tiles of zoom 14 after the other is counted down to the smallest cells, then the cells of each zoom are put together from
-- those of the next, each in a transaction of its own. What a strip should hold is what its requests are, less what waits to be taken in: so
-- it does not matter when each is counted, all are as of the moment since which changes wait. Steps are in V0363.

drop function cells.recount(), cells.replace(timestamptz), cells.roll_up();

-- The columns with which strips of at most so many requests end, if a column has not more; the last ends with the world.
create function cells.portion_ends(most int) returns int[]
    language sql stable as
$$
    select coalesce(array_remove(array_agg(p.last order by p.last), max(p.last)), '{}') || (1 << 14)
    from (
        select max(c.across) + 1 as last
        from (
            select s.across, (sum(s.n) over (order by s.across) - 1)::bigint / most as portion
            from (select (cells.east(r.location3857) >> 22)::int as across, count(*) as n
                  from request.request r
                  where r.jurisdiction_id = access.current_jurisdiction() and r.location is not null
                  group by 1) s) c
        group by c.portion) p
$$;

-- What the requests of a strip are, and with the sign turned round what of it waits. Runs past row-level security, which would keep the index
-- of places away; naming open and settled apart lets the planner look into both.
create function cells.image(from_column int, to_column int)
    returns table (sign int, request_id uuid, category_id uuid, state text, kind text, received_at timestamptz, due_at timestamptz,
        paused_at timestamptz, settled_at timestamptz, east bigint, south bigint)
    language sql stable security definer rows 50000 set search_path = public, pg_catalog as
$$
    select 1, r.request_id, r.category_id, r.state, r.kind, r.received_at, r.next_due_at, r.next_paused_at, coalesce(r.resolved_at, r.closed_at),
        cells.east(r.location3857), cells.south(r.location3857)
    from request.request r
    join catalogue.category c using (jurisdiction_id, category_id)
    where r.jurisdiction_id = access.current_jurisdiction()
      and not r.is_private and not c.is_private and r.state not in ('REJECTED', 'DUPLICATE')
      and (r.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')
        or r.state not in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED'))
      -- A metre more on both sides; whole numbers decide.
      and r.location3857 && st_makeenvelope(from_column * 40075016.685578488 / 16384 - 20037509, -30000000,
            to_column * 40075016.685578488 / 16384 - 20037507, 30000000, 3857)
      and cells.east(r.location3857) >> 22 >= from_column and cells.east(r.location3857) >> 22 < to_column
    union all
    select -w.sign, w.request_id, w.category_id, w.state, w.kind, w.received_at, w.due_at, w.paused_at, w.settled_at, w.east, w.south
    from cells.change w
    where w.jurisdiction_id = access.current_jurisdiction() and w.east >> 22 >= from_column and w.east >> 22 < to_column
$$;

-- Holds the smallest cells of a strip against its requests, and puts what was counted in their place where one differs.
create function cells.count_portion(from_column int, to_column int, at timestamptz, out counted bigint, out differing bigint)
    language plpgsql set work_mem = '256MB' as
$$
declare
    here constant uuid := access.current_jurisdiction();
    every constant uuid := '00000000-0000-0000-0000-000000000000';
begin
    drop table if exists pg_temp.counted_anew;
    create temp table counted_anew on commit drop as select k.* from cells.cell k limit 0;
    with image as materialized (
        select i.*, cells.high_bits(i.request_id) as high_bits, cells.low_bits(i.request_id) as low_bits,
            date_trunc('month', i.received_at at time zone 'UTC')::date as month,
            cells.standing(i.state, i.due_at, i.paused_at, i.settled_at, at) as standing
        from cells.image(from_column, to_column) i
    )
    insert into counted_anew (jurisdiction_id, z, x, y, category_id, month, standing, cell, state, kind, n, east, south, high_bits, low_bits)
    select here, p.z, i.east >> (36 - p.z), i.south >> (36 - p.z), p.category_id, p.month, p.standing,
        ((i.south >> (32 - p.z)) & 15) * 16 + ((i.east >> (32 - p.z)) & 15), i.state, i.kind, sum(i.sign), sum(i.sign * i.east),
        sum(i.sign * i.south), bit_xor(i.high_bits), bit_xor(i.low_bits)
    from image i, lateral (values
        (16, every, '-infinity'::date, i.standing), (14, every, '-infinity', i.standing), (14, i.category_id, '-infinity', i.standing),
        (14, every, i.month, case i.standing when 'LATE' then 'LATE' else 'ANY' end)) p (z, category_id, month, standing)
    group by 2, 3, 4, 5, 6, 7, 8, 9, 10 having sum(i.sign) <> 0;
    select count(*) filter (where a.n is not null),
        count(*) filter (where (a.n, a.east, a.south, a.high_bits, a.low_bits) is distinct from (k.n, k.east, k.south, k.high_bits, k.low_bits))
    into counted, differing
    from counted_anew a
    full join (
        select * from cells.cell k where k.jurisdiction_id = here
          and (k.z = 16 and k.x >= from_column * 4 and k.x < to_column * 4 or k.z = 14 and k.x >= from_column and k.x < to_column)) k
    using (jurisdiction_id, z, x, y, category_id, month, standing, cell, state, kind);
    if differing > 0 then
        delete from cells.cell k where k.jurisdiction_id = here
          and (k.z = 16 and k.x >= from_column * 4 and k.x < to_column * 4 or k.z = 14 and k.x >= from_column and k.x < to_column);
        insert into cells.cell select * from counted_anew order by z, x, y, category_id, month;
    end if;
end
$$;

-- The same for the cells of a zoom, out of those of the next: sums of sums are the same sums.
create function cells.count_level(level int, out counted bigint, out differing bigint)
    language plpgsql set work_mem = '256MB' as
$$
declare
    here constant uuid := access.current_jurisdiction();
begin
    drop table if exists pg_temp.counted_anew;
    create temp table counted_anew on commit drop as select k.* from cells.cell k limit 0;
    insert into counted_anew (jurisdiction_id, z, x, y, category_id, month, standing, cell, state, kind, n, east, south, high_bits, low_bits)
    select here, level, c.across >> 4, c.down >> 4, c.category_id, c.month, c.standing, (c.down & 15) * 16 + (c.across & 15), c.state, c.kind,
        sum(c.n), sum(c.east), sum(c.south), bit_xor(c.high_bits), bit_xor(c.low_bits)
    from (
        select k.*, (k.x * 16 + k.cell % 16) >> 2 as across, (k.y * 16 + k.cell / 16) >> 2 as down
        from cells.cell k where k.jurisdiction_id = here and k.z = level + 2
    ) c
    group by c.across, c.down, c.category_id, c.month, c.standing, c.state, c.kind;
    select count(*) filter (where a.n is not null),
        count(*) filter (where (a.n, a.east, a.south, a.high_bits, a.low_bits) is distinct from (k.n, k.east, k.south, k.high_bits, k.low_bits))
    into counted, differing
    from counted_anew a
    full join (select * from cells.cell k where k.jurisdiction_id = here and k.z = level) k
    using (jurisdiction_id, z, x, y, category_id, month, standing, cell, state, kind);
    if differing > 0 then
        delete from cells.cell k where k.jurisdiction_id = here and k.z = level;
        insert into cells.cell select * from counted_anew order by z, x, y, category_id, month;
    end if;
end
$$;
