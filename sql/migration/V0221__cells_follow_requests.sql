-- Why: the cells follow whoever writes a request, by whatever way. The transaction only notes what it changed, in a table that nobody
-- else writes the same row of; counting is done after it. What changes nothing on the map notes nothing: a million requests that go to
-- other teams are looked at by one comparison each, without a call.

-- All rows of a statement: added when the argument is 1, taken off when it is -1.
create function cells.note_rows() returns trigger
    language plpgsql as
$$
begin
    insert into cells.change (jurisdiction_id, sign, request_id, east, south, category_id, state, received_at, due_at, paused_at, settled_at)
    select r.jurisdiction_id, tg_argv[0]::smallint, r.request_id, cells.east(r.location3857), cells.south(r.location3857), r.category_id, r.state,
        r.received_at, r.next_due_at, r.next_paused_at, coalesce(r.resolved_at, r.closed_at)
    from noted r
    join catalogue.category c using (jurisdiction_id, category_id)
    where not r.is_private and not c.is_private and r.state not in ('REJECTED', 'DUPLICATE') and r.location is not null;
    return null;
end
$$;
create trigger map_cells_after_insert after insert on request.request
    referencing new table as noted for each statement execute function cells.note_rows('1');
create trigger map_cells_after_delete after delete on request.request
    referencing old table as noted for each statement execute function cells.note_rows('-1');

create function cells.note_changed() returns trigger
    language plpgsql as
$$
begin
    insert into cells.change (jurisdiction_id, sign, request_id, east, south, category_id, state, received_at, due_at, paused_at, settled_at)
    select (i.r).jurisdiction_id, i.sign, (i.r).request_id, cells.east((i.r).location3857), cells.south((i.r).location3857), (i.r).category_id,
        (i.r).state, (i.r).received_at, (i.r).next_due_at, (i.r).next_paused_at, coalesce((i.r).resolved_at, (i.r).closed_at)
    from (values (-1, old), (1, new)) i (sign, r)
    join catalogue.category c on c.jurisdiction_id = (i.r).jurisdiction_id and c.category_id = (i.r).category_id
    where not (i.r).is_private and not c.is_private and (i.r).state not in ('REJECTED', 'DUPLICATE') and (i.r).location is not null
    order by i.sign;
    return null;
end
$$;
-- Number, address and kind are counted nowhere, but a request that lies alone shows them or is chosen by them: its tile is made anew.
create trigger map_cells_after_update after update on request.request
    for each row when (old.state is distinct from new.state or old.next_due_at is distinct from new.next_due_at
        or old.next_paused_at is distinct from new.next_paused_at or old.category_id is distinct from new.category_id
        or old.is_private is distinct from new.is_private or old.resolved_at is distinct from new.resolved_at
        or old.closed_at is distinct from new.closed_at or old.received_at is distinct from new.received_at
        or old.next_starts_at is distinct from new.next_starts_at or old.address is distinct from new.address
        or old.number is distinct from new.number or old.kind is distinct from new.kind or old.location is distinct from new.location)
    execute function cells.note_changed();

-- A category that becomes private, or public, takes all its requests with it. Whoever is writing a request at that moment is waited for, and
-- who comes later waits: otherwise one of them could have read what the category was.
create function cells.note_category() returns trigger
    language plpgsql as
$$
begin
    if old.is_private is distinct from new.is_private then
        lock table request.request in share row exclusive mode;
        insert into cells.change (jurisdiction_id, sign, request_id, east, south, category_id, state, received_at, due_at, paused_at, settled_at)
        select r.jurisdiction_id, case when new.is_private then -1 else 1 end, r.request_id, cells.east(r.location3857),
            cells.south(r.location3857), r.category_id, r.state, r.received_at, r.next_due_at, r.next_paused_at,
            coalesce(r.resolved_at, r.closed_at)
        from request.request r
        where r.jurisdiction_id = new.jurisdiction_id and r.category_id = new.category_id
          and not r.is_private and r.state not in ('REJECTED', 'DUPLICATE') and r.location is not null;
    end if;
    -- Names and glyphs are shown, and a domain chooses: every tile is made anew.
    perform pg_notify('map_tiles', new.jurisdiction_id || ' *');
    return null;
end
$$;
create trigger map_cells_after_update after update on catalogue.category
    for each row when (old.is_private is distinct from new.is_private or old.name is distinct from new.name or old.glyph is distinct from new.glyph
        or old.domain_id is distinct from new.domain_id or old.code is distinct from new.code)
    execute function cells.note_category();
