-- Why: a first count of a million requests took minutes, since each was counted in each of the cells that it lies in. Now each is counted in its
-- smallest cells, and the cells of a zoom are put together from those of the next: sums of sums are the same sums. It is one transaction, which
-- keeps nobody waiting and leaves nothing half done when it dies.

-- Counts the finest cells of the requests of an image, then cell by cell those of the zooms before. A cell is told by its column and row of all
-- over the world.
create function cells.roll_up() returns void
    language plpgsql set work_mem = '256MB' as
$$
declare
    every constant uuid := '00000000-0000-0000-0000-000000000000';
begin
    insert into counted_anew
    select 16, east >> 16, south >> 16, every, '-infinity', standing, state, sum(sign), sum(sign * east), sum(sign * south), bit_xor(high_bits),
        bit_xor(low_bits)
    from image group by east >> 16, south >> 16, standing, state having sum(sign) <> 0;
    insert into counted_anew
    select 14, east >> 18, south >> 18, category_id, '-infinity', standing, state, sum(sign), sum(sign * east), sum(sign * south), bit_xor(high_bits),
        bit_xor(low_bits)
    from image group by east >> 18, south >> 18, category_id, standing, state having sum(sign) <> 0;
    insert into counted_anew
    select 14, east >> 18, south >> 18, every, month, case standing when 'LATE' then 'LATE' else 'ANY' end, state, sum(sign), sum(sign * east),
        sum(sign * south), bit_xor(high_bits), bit_xor(low_bits)
    from image group by east >> 18, south >> 18, month, standing = 'LATE', case standing when 'LATE' then 'LATE' else 'ANY' end, state
    having sum(sign) <> 0;
    for level in reverse 16..2 by 2 loop
        insert into counted_anew
        select level - 2, across >> 2, down >> 2, category_id, month, standing, state, sum(n), sum(east), sum(south), bit_xor(high_bits),
            bit_xor(low_bits)
        from counted_anew where z = level group by across >> 2, down >> 2, category_id, month, standing, state;
    end loop;
end
$$;

drop function cells.recount();
drop function cells.expected(timestamptz, boolean);

-- Counts the cells of the open jurisdiction from nothing, holds them against those that are kept, and puts the new ones in their place where
-- one differs. Requests may be written meanwhile: one statement sees requests and what is to be taken in as of one moment, and nobody changes
-- the cells until this has ended.
create function cells.recount(out counted bigint, out differing bigint, out first boolean)
    language plpgsql set work_mem = '256MB' as
$$
declare
    here constant uuid := access.current_jurisdiction();
    at timestamptz;
begin
    insert into cells.counted values (here, access.now()) on conflict do nothing;
    first := found;
    select counted_at into at from cells.counted where jurisdiction_id = here for update;
    drop table if exists pg_temp.image, pg_temp.counted_anew;
    create temp table image (sign int, high_bits bigint, low_bits bigint, category_id uuid, month date, state text, standing text, east bigint,
        south bigint) on commit drop;
    create temp table counted_anew (z smallint, across int, down int, category_id uuid, month date, standing text, state text, n int, east bigint,
        south bigint, high_bits bigint, low_bits bigint) on commit drop;
    -- At a first count what waits is in the requests already; later it is still to come, and taken off.
    with waiting as materialized (
        select * from cells.change where jurisdiction_id = here and not first
    ), gone as (
        delete from cells.change where jurisdiction_id = here and first
    )
    insert into image
    select i.sign, cells.high_bits(i.request_id), cells.low_bits(i.request_id), i.category_id,
        date_trunc('month', i.received_at at time zone 'UTC')::date, i.state,
        cells.standing(i.state, i.due_at, i.paused_at, i.settled_at, at), i.east, i.south
    from (
        select 1 as sign, r.request_id, r.category_id, r.state, r.received_at, r.next_due_at as due_at, r.next_paused_at as paused_at,
            coalesce(r.resolved_at, r.closed_at) as settled_at, cells.east(r.location3857) as east, cells.south(r.location3857) as south
        from request.request r
        join catalogue.category c using (jurisdiction_id, category_id)
        where r.jurisdiction_id = here
          and not r.is_private and not c.is_private and r.state not in ('REJECTED', 'DUPLICATE') and r.location is not null
        union all
        select -w.sign, w.request_id, w.category_id, w.state, w.received_at, w.due_at, w.paused_at, w.settled_at, w.east, w.south from waiting w
    ) i;
    perform cells.roll_up();
    select count(*) into counted from counted_anew;
    differing := counted;
    if not first then
        select count(*) into differing
        from (select *, across >> 4 as x, down >> 4 as y, ((down & 15) * 16 + (across & 15))::smallint as cell from counted_anew) a
        full join (select * from cells.cell where jurisdiction_id = here) k using (z, x, y, category_id, month, standing, cell, state)
        where (a.n, a.east, a.south, a.high_bits, a.low_bits) is distinct from (k.n, k.east, k.south, k.high_bits, k.low_bits);
        if differing = 0 then
            return;
        end if;
    end if;
    perform cells.replace(at);
end
$$;

-- Puts what was counted in the place of what the cells hold, with what will turn after the moment.
create function cells.replace(at timestamptz) returns void
    language plpgsql set work_mem = '256MB' as
$$
declare
    here constant uuid := access.current_jurisdiction();
begin
    delete from cells.cell where jurisdiction_id = here;
    insert into cells.cell
    select here, z, across >> 4, down >> 4, category_id, month, standing, (down & 15) * 16 + (across & 15), state, n, east, south, high_bits, low_bits
    from counted_anew order by z, across >> 4, down >> 4, category_id, month;
    delete from cells.turn where jurisdiction_id = here;
    insert into cells.turn
    select here, r.request_id, t.turns_at, cells.east(r.location3857), cells.south(r.location3857), r.category_id, r.state, r.received_at,
        r.next_due_at, r.next_paused_at, coalesce(r.resolved_at, r.closed_at)
    from request.request r
    join catalogue.category c using (jurisdiction_id, category_id),
        cells.turns_at(r.state, r.next_due_at, r.next_paused_at, coalesce(r.resolved_at, r.closed_at), at) t (turns_at)
    where r.jurisdiction_id = here
      and not r.is_private and not c.is_private and r.state not in ('REJECTED', 'DUPLICATE') and r.location is not null
      and t.turns_at is not null
      -- Who waits to be taken in comes with that.
      and not exists (select from cells.change w where w.jurisdiction_id = here and w.request_id = r.request_id);
    perform pg_notify('map_tiles', here || ' *');
end
$$;
revoke execute on function cells.roll_up(), cells.recount(), cells.replace(timestamptz), cells.parts(uuid, text, timestamptz, bigint, bigint)
    from public;
grant execute on function cells.roll_up(), cells.recount(), cells.replace(timestamptz), cells.parts(uuid, text, timestamptz, bigint, bigint)
    to vigie_app;
