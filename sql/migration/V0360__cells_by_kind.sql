-- Why: requests chosen by kind were counted anew for each tile, half a second where there are 300,000. Their kind becomes part of a cell's key,
-- as their state is. Hardly a category has requests of two kinds, so its cells stay as many; those of all categories become a few more.
-- Whatever notes, takes in and counts is told anew with it: here noting, in V0361 taking in, in V0362 counting.

truncate cells.counted, cells.cell, cells.change, cells.turn;
alter table cells.cell drop constraint cell_pkey;
alter table cells.cell add column kind text not null;
alter table cells.cell add primary key (jurisdiction_id, z, x, y, category_id, month, standing, cell, state, kind);
alter table cells.change add column kind text not null;
alter table cells.turn add column kind text not null;

create or replace function cells.note_rows() returns trigger
    language plpgsql as
$$
begin
    insert into cells.change (jurisdiction_id, sign, request_id, east, south, category_id, state, received_at, due_at, paused_at, settled_at, kind)
    select r.jurisdiction_id, tg_argv[0]::smallint, r.request_id, cells.east(r.location3857), cells.south(r.location3857), r.category_id, r.state,
        r.received_at, r.next_due_at, r.next_paused_at, coalesce(r.resolved_at, r.closed_at), r.kind
    from noted r
    join catalogue.category c using (jurisdiction_id, category_id)
    where not r.is_private and not c.is_private and r.state not in ('REJECTED', 'DUPLICATE') and r.location is not null;
    return null;
end
$$;

create or replace function cells.note_changed() returns trigger
    language plpgsql as
$$
begin
    insert into cells.change (jurisdiction_id, sign, request_id, east, south, category_id, state, received_at, due_at, paused_at, settled_at, kind)
    select (i.r).jurisdiction_id, i.sign, (i.r).request_id, cells.east((i.r).location3857), cells.south((i.r).location3857), (i.r).category_id,
        (i.r).state, (i.r).received_at, (i.r).next_due_at, (i.r).next_paused_at, coalesce((i.r).resolved_at, (i.r).closed_at), (i.r).kind
    from (values (-1, old), (1, new)) i (sign, r)
    join catalogue.category c on c.jurisdiction_id = (i.r).jurisdiction_id and c.category_id = (i.r).category_id
    where not (i.r).is_private and not c.is_private and (i.r).state not in ('REJECTED', 'DUPLICATE') and (i.r).location is not null
    order by i.sign;
    return null;
end
$$;

create or replace function cells.note_category() returns trigger
    language plpgsql as
$$
begin
    if old.is_private is distinct from new.is_private then
        lock table request.request in share row exclusive mode;
        insert into cells.change (jurisdiction_id, sign, request_id, east, south, category_id, state, received_at, due_at, paused_at, settled_at, kind)
        select r.jurisdiction_id, case when new.is_private then -1 else 1 end, r.request_id, cells.east(r.location3857),
            cells.south(r.location3857), r.category_id, r.state, r.received_at, r.next_due_at, r.next_paused_at,
            coalesce(r.resolved_at, r.closed_at), r.kind
        from request.request r
        where r.jurisdiction_id = new.jurisdiction_id and r.category_id = new.category_id
          and not r.is_private and r.state not in ('REJECTED', 'DUPLICATE') and r.location is not null;
    end if;
    -- Names and glyphs are shown, and a domain chooses: every tile is made anew.
    perform pg_notify('map_tiles', new.jurisdiction_id || ' *');
    return null;
end
$$;
