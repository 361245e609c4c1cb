-- Why: who counts the cells of a jurisdiction goes step by step (V0362): first the strips, then the zooms, at last what will turn. How far it
-- is stands in a row, so that it is seen, and that another goes on where one has died.

-- There while the cells are counted and nobody may rely on them yet.
create table cells.counting (
    jurisdiction_id uuid not null primary key references territory.jurisdiction,
    -- As of this moment, since which changes wait.
    counted_at timestamptz not null,
    ends int[] not null,
    steps_done int not null default 0,
    cells_counted bigint not null default 0
);
call access.protect('cells.counting');

-- What will turn after a moment, in the place of what was kept of it.
create function cells.turns_anew(at timestamptz) returns void
    language plpgsql as
$$
declare
    here constant uuid := access.current_jurisdiction();
begin
    delete from cells.turn where jurisdiction_id = here;
    insert into cells.turn (jurisdiction_id, request_id, turns_at, east, south, category_id, state, received_at, due_at, paused_at, settled_at, kind)
    select here, r.request_id, t.turns_at, cells.east(r.location3857), cells.south(r.location3857), r.category_id, r.state, r.received_at,
        r.next_due_at, r.next_paused_at, coalesce(r.resolved_at, r.closed_at), r.kind
    from request.request r
    join catalogue.category c using (jurisdiction_id, category_id),
        cells.turns_at(r.state, r.next_due_at, r.next_paused_at, coalesce(r.resolved_at, r.closed_at), at) t (turns_at)
    where r.jurisdiction_id = here
      and not r.is_private and not c.is_private and r.state not in ('REJECTED', 'DUPLICATE') and r.location is not null
      and t.turns_at is not null
      -- Who waits to be taken in comes with that.
      and not exists (select from cells.change w where w.jurisdiction_id = here and w.request_id = r.request_id);
end
$$;

-- The next step of a first count: the first one begins it, the last one, after which none is left, ends it. Null when another process is at it.
create function cells.count_on(portion int, out steps_left int, out counted bigint)
    language plpgsql as
$$
declare
    here constant uuid := access.current_jurisdiction();
    progress cells.counting;
    portions int;
begin
    if not pg_try_advisory_xact_lock(hashtextextended('count of cells of ' || here, 0)) then
        return;
    end if;
    if not exists (select from cells.counted where jurisdiction_id = here) and not exists (select from cells.counting where jurisdiction_id = here) then
        insert into cells.counting (jurisdiction_id, counted_at, ends) values (here, access.now(), cells.portion_ends(portion));
        -- It is in the requests already.
        delete from cells.change where jurisdiction_id = here;
    end if;
    select * into progress from cells.counting where jurisdiction_id = here for update;
    if not found then
        steps_left := 0;
        return;
    end if;
    portions := cardinality(progress.ends);
    steps_left := portions + 7 - progress.steps_done;
    if progress.steps_done < portions then
        counted := (cells.count_portion(coalesce(progress.ends[progress.steps_done], 0), progress.ends[progress.steps_done + 1],
            progress.counted_at)).counted;
    elsif steps_left > 0 then
        counted := (cells.count_level(2 * (steps_left - 1))).counted;
    else
        perform cells.turns_anew(progress.counted_at);
        insert into cells.counted values (here, progress.counted_at);
        delete from cells.counting where jurisdiction_id = here;
        perform pg_notify('map_tiles', here || ' *');
        counted := 0;
    end if;
    update cells.counting set steps_done = steps_done + 1, cells_counted = cells_counted + counted where jurisdiction_id = here;
    counted := progress.cells_counted + counted;
end
$$;

-- One step of holding what is kept against the requests, while nothing is taken in: of a strip, or of a zoom. Null when they are no longer kept.
create function cells.hold_portion(from_column int, to_column int, out counted bigint, out differing bigint)
    language plpgsql as
$$
declare
    at timestamptz;
begin
    select counted_at into at from cells.counted where jurisdiction_id = access.current_jurisdiction() for update;
    if found then
        select p.counted, p.differing into counted, differing from cells.count_portion(from_column, to_column, at) p;
    end if;
end
$$;
create function cells.hold_level(level int, out counted bigint, out differing bigint)
    language plpgsql as
$$
begin
    perform from cells.counted where jurisdiction_id = access.current_jurisdiction() for update;
    if found then
        select l.counted, l.differing into counted, differing from cells.count_level(level) l;
    end if;
end
$$;
-- After something differed.
create function cells.put_right() returns void
    language plpgsql as
$$
declare
    at timestamptz;
begin
    select counted_at into at from cells.counted where jurisdiction_id = access.current_jurisdiction() for update;
    if found then
        perform cells.turns_anew(at);
        perform pg_notify('map_tiles', access.current_jurisdiction() || ' *');
    end if;
end
$$;

grant create on schema cells to map_publisher;
alter function cells.image(int, int) owner to map_publisher;
revoke create on schema cells from map_publisher;
revoke execute on all functions in schema cells from public;
grant execute on all functions in schema cells to vigie_app;
