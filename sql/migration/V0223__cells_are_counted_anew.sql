-- Why: a city that has no cells yet gets them from its requests, and whoever doubts those it has counts them anew and compares.

-- The jurisdictions whose cells have something to take in, or are not counted yet. Runs past row-level security, tells ids only.
create function cells.waiting() returns setof uuid
    language sql stable security definer set search_path = pg_catalog as
$$
    select j.jurisdiction_id
    from territory.jurisdiction j
    where exists (select from cells.change c where c.jurisdiction_id = j.jurisdiction_id)
        or exists (select from cells.turn t where t.jurisdiction_id = j.jurisdiction_id and t.turns_at < (select access.now()))
        or not exists (select from cells.counted d where d.jurisdiction_id = j.jurisdiction_id)
$$;
call access.publish('cells.counted');
call access.publish('cells.change');
call access.publish('cells.turn');
call access.publish('cells.cell');
grant create on schema cells to map_publisher;
alter function cells.waiting() owner to map_publisher;
revoke create on schema cells from map_publisher;

-- What the cells of the open jurisdiction should hold as of a moment, by what its requests are, less what is still to be taken in.
create function cells.expected(at timestamptz, waiting boolean)
    returns table (z smallint, x smallint, y smallint, category_id uuid, month date, standing text, cell smallint, state text, n int, east bigint,
        south bigint, high_bits bigint, low_bits bigint)
    language sql stable as
$$
    -- Each once, not for each of its cells.
    with image as materialized (
        select 1 as sign, cells.high_bits(r.request_id) as high_bits, cells.low_bits(r.request_id) as low_bits, r.category_id, r.state, r.received_at, cells.east(r.location3857) as east, cells.south(r.location3857) as south,
            cells.standing(r.state, r.next_due_at, r.next_paused_at, coalesce(r.resolved_at, r.closed_at), at) as standing
        from request.request r
        join catalogue.category c using (jurisdiction_id, category_id)
        where r.jurisdiction_id = access.current_jurisdiction()
          and not r.is_private and not c.is_private and r.state not in ('REJECTED', 'DUPLICATE') and r.location is not null
        union all
        select -c.sign, cells.high_bits(c.request_id), cells.low_bits(c.request_id), c.category_id, c.state, c.received_at, c.east, c.south,
            cells.standing(c.state, c.due_at, c.paused_at, c.settled_at, at)
        from cells.change c where waiting and c.jurisdiction_id = access.current_jurisdiction()
    )
    select p.z, p.x, p.y, p.category_id, p.month, p.standing, p.cell, i.state, sum(i.sign)::int, sum(i.sign * i.east)::bigint,
        sum(i.sign * i.south)::bigint, bit_xor(i.high_bits), bit_xor(i.low_bits)
    from image i, cells.parts(i.category_id, i.standing, i.received_at, i.east, i.south) p
    group by p.z, p.x, p.y, p.category_id, p.month, p.standing, p.cell, i.state
    having sum(i.sign) <> 0
$$;

-- Counts the cells of the open jurisdiction from nothing, holds them against those that are kept, and puts the new ones in their place where
-- one differs. Requests may be written meanwhile: one statement sees requests, cells and what is to be taken in as of one moment.
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
    drop table if exists pg_temp.counted_anew;
    create temp table counted_anew on commit drop as select k.*, false as kept from cells.cell k limit 0;
    if first then
        -- What waits is in the requests already, by the same moment.
        with gone as (delete from cells.change where jurisdiction_id = here)
        insert into counted_anew select here, e.*, false from cells.expected(at, false) e;
    else
        insert into counted_anew
        select here, e.*, false from cells.expected(at, true) e
        union all
        select k.*, true from cells.cell k where k.jurisdiction_id = here;
    end if;
    select count(*) filter (where anew), count(*) filter (where not same) into counted, differing
    from (select bool_or(not kept) as anew, count(*) = 2 and min(n) = max(n) and min(east) = max(east) and min(south) = max(south)
              and min(high_bits) = max(high_bits) and min(low_bits) = max(low_bits) as same
          from counted_anew group by z, x, y, category_id, month, standing, cell, state) c;
    if differing = 0 and not first then
        return;
    end if;
    delete from cells.cell where jurisdiction_id = here;
    insert into cells.cell
    select jurisdiction_id, z, x, y, category_id, month, standing, cell, state, n, east, south, high_bits, low_bits
    from counted_anew where not kept order by z, x, y, category_id, month, standing, cell, state;
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
revoke execute on all functions in schema cells from public;
grant execute on all functions in schema cells to vigie_app;
grant execute on function cells.east(geometry), cells.south(geometry), cells.high_bits(uuid), cells.low_bits(uuid), cells.id_of(bigint, bigint),
    cells.is_open(text), cells.standing(text, timestamptz, timestamptz, timestamptz, timestamptz) to map_reader, map_publisher;
