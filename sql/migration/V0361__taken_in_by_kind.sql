-- Why: what V0222 takes into the cells is told apart by kind as well; all else is as it was there.

-- Takes what has changed into the cells of the open jurisdiction and tells every process which tiles of zoom 16 are no longer true. One at a
-- time; who comes meanwhile leaves it to the other. Returns how many changes it took: as many as were allowed means that there may be more.
create or replace function cells.fold(most int) returns int
    -- A plan that is made while little waits is kept when much does.
    language plpgsql set enable_seqscan = off as
$$
declare
    before timestamptz;
    moment constant timestamptz := access.now();
    taken cells.change[];
    turned cells.turn[];
begin
    select counted_at into before from cells.counted where jurisdiction_id = access.current_jurisdiction() for update skip locked;
    if not found then
        -- Not counted yet, or just being counted: that something has changed is told all the same.
        select coalesce(array_agg(c::cells.change), '{}') into taken
        from (select * from cells.change where jurisdiction_id = access.current_jurisdiction() order by change_id desc limit most) c;
        perform cells.tell(taken, '{}');
        return 0;
    elsif moment < before - interval '1 second' then
        -- The city's clock was set back: what was late may be in time again.
        delete from cells.counted where jurisdiction_id = access.current_jurisdiction();
        return 0;
    end if;
    if exists (select from cells.change where jurisdiction_id = access.current_jurisdiction() offset 100000 limit 1) then
        -- An import: counting anew is quicker than taking in one by one, and until then nobody reads what waits.
        delete from cells.counted where jurisdiction_id = access.current_jurisdiction();
        return 0;
    end if;
    with gone as (
        delete from cells.change c
        where c.jurisdiction_id = access.current_jurisdiction() and c.change_id = any (array(
            select o.change_id from cells.change o where o.jurisdiction_id = access.current_jurisdiction() order by o.change_id limit most))
        returning c.*)
    select coalesce(array_agg(gone::cells.change order by gone.change_id), '{}') into taken from gone;
    -- By the ids one after the other: a join would be planned for few that wait and go through all of them each time.
    delete from cells.turn t
    where t.jurisdiction_id = access.current_jurisdiction() and t.request_id = any (array(select c.request_id from unnest(taken) c));
    insert into cells.turn
    select l.jurisdiction_id, l.request_id, l.turns_at, l.east, l.south, l.category_id, l.state, l.received_at, l.due_at, l.paused_at, l.settled_at,
        l.kind
    from (select distinct on (c.request_id) c.*, cells.turns_at(c.state, c.due_at, c.paused_at, c.settled_at, before) as turns_at
          from unnest(taken) c order by c.request_id, c.change_id desc) l
    where l.sign > 0 and l.turns_at is not null;
    turned := '{}';
    -- Time goes on only when nothing waits: what waits is taken off by how it stood.
    if cardinality(taken) < most then
        with gone as (
            delete from cells.turn t where t.jurisdiction_id = access.current_jurisdiction() and t.turns_at < moment returning t.*)
        select coalesce(array_agg(gone::cells.turn), '{}') into turned from gone;
        if cardinality(taken) + cardinality(turned) > 0 then
            update cells.counted set counted_at = greatest(before, moment) where jurisdiction_id = access.current_jurisdiction();
        end if;
    end if;
    perform cells.add(taken, turned, before, moment);
    if cardinality(taken) = most then
        -- What waits behind it may be anywhere.
        perform pg_notify('map_tiles', access.current_jurisdiction() || ' *');
    else
        perform cells.tell(taken, turned);
    end if;
    return cardinality(taken);
end
$$;

-- A turn is what it was, taken off, and what it has become, added.
create or replace function cells.add(taken cells.change[], turned cells.turn[], before timestamptz, moment timestamptz) returns void
    language plpgsql as
$$
declare
    emptied tid[];
begin
    if cardinality(taken) + cardinality(turned) = 0 then
        return;
    end if;
    with image as materialized (
        select c.sign, cells.high_bits(c.request_id) as high_bits, cells.low_bits(c.request_id) as low_bits, c.category_id, c.state, c.kind,
            c.received_at, c.east, c.south,
            cells.standing(c.state, c.due_at, c.paused_at, c.settled_at, before) as standing
        from unnest(taken) c
        union all
        select v.sign, cells.high_bits(t.request_id), cells.low_bits(t.request_id), t.category_id, t.state, t.kind, t.received_at, t.east, t.south,
            cells.standing(t.state, t.due_at, t.paused_at, t.settled_at, v.at)
        from unnest(turned) t, (values (-1, before), (1, moment)) v (sign, at)
    ), kept as (
        insert into cells.cell as k (jurisdiction_id, z, x, y, category_id, month, standing, cell, state, kind, n, east, south, high_bits, low_bits)
        select access.current_jurisdiction(), p.z, p.x, p.y, p.category_id, p.month, p.standing, p.cell, i.state, i.kind, sum(i.sign),
            sum(i.sign * i.east), sum(i.sign * i.south), bit_xor(i.high_bits), bit_xor(i.low_bits)
        from image i, cells.parts(i.category_id, i.standing, i.received_at, i.east, i.south) p
        group by p.z, p.x, p.y, p.category_id, p.month, p.standing, p.cell, i.state, i.kind
        having sum(i.sign) <> 0 or sum(i.sign * i.east) <> 0 or sum(i.sign * i.south) <> 0
            or bit_xor(i.high_bits) <> 0 or bit_xor(i.low_bits) <> 0
        on conflict (jurisdiction_id, z, x, y, category_id, month, standing, cell, state, kind) do update
        set n = k.n + excluded.n, east = k.east + excluded.east, south = k.south + excluded.south,
            high_bits = k.high_bits # excluded.high_bits, low_bits = k.low_bits # excluded.low_bits
        returning k.ctid, k.n
    )
    select array_agg(kept.ctid) into emptied from kept where kept.n = 0;
    delete from cells.cell where ctid = any (emptied);
end
$$;
