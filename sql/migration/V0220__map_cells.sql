-- Why: up to zoom 14 a map shows how many requests lie in each cell of a tile. To count them anew for each tile reads all that ever lay
-- there; counts that are kept cost the same with ten years of requests as with one. A tile has 16 by 16 cells, 16 pixels wide: what lies
-- in one would touch on the screen. Tiles of an odd zoom are put together from the next one.

create schema cells;
grant usage on schema cells to vigie_app, map_publisher, map_reader;

-- A place as two whole numbers: its column from the west and its row from the north, of 2^36 each over the whole world of web maps (half a
-- millimetre). Shifted to the right they are columns and rows of any zoom, and sums of them are exact, in whatever order they are made.
create function cells.east(place geometry) returns bigint
    language sql immutable parallel safe
    return floor((st_x(place) + 20037508.342789244) / 40075016.685578488 * 68719476736)::bigint;
create function cells.south(place geometry) returns bigint
    language sql immutable parallel safe
    return floor((20037508.342789244 - st_y(place)) / 40075016.685578488 * 68719476736)::bigint;

-- Ids are folded into each other bit by bit: where one is left, what is left is its id.
create function cells.high_bits(id uuid) returns bigint
    language sql immutable parallel safe
    return ('x' || substr(id::text, 1, 8) || substr(id::text, 10, 4) || substr(id::text, 15, 4))::bit(64)::bigint;
create function cells.low_bits(id uuid) returns bigint
    language sql immutable parallel safe
    return ('x' || substr(id::text, 20, 4) || substr(id::text, 25, 12))::bit(64)::bigint;
create function cells.id_of(high bigint, low bigint) returns uuid
    language sql immutable parallel safe
    return (lpad(to_hex(high), 16, '0') || lpad(to_hex(low), 16, '0'))::uuid;

create function cells.is_open(state text) returns boolean
    language sql immutable parallel safe
    return state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED');

-- How a request stands at a moment: OPEN in time, LATE, RECENT for 30 days after it was settled, then PAST. Hours, since the length of a day
-- would depend on who asks.
create function cells.standing(state text, due_at timestamptz, paused_at timestamptz, settled_at timestamptz, at timestamptz) returns text
    language sql stable parallel safe
    return case when cells.is_open(state) then case when due_at < at and paused_at is null then 'LATE' else 'OPEN' end
        when settled_at >= at - interval '720 hours' then 'RECENT' else 'PAST' end;

-- After this moment it stands otherwise without anybody's doing; null when it stays.
create function cells.turns_at(state text, due_at timestamptz, paused_at timestamptz, settled_at timestamptz, at timestamptz) returns timestamptz
    language sql stable parallel safe
    return case cells.standing(state, due_at, paused_at, settled_at, at)
        when 'OPEN' then case when paused_at is null then due_at end when 'RECENT' then settled_at + interval '720 hours' end;

-- Up to when the cells of a jurisdiction are counted; while it has no row, nobody may rely on them.
create table cells.counted (
    jurisdiction_id uuid not null primary key references territory.jurisdiction,
    counted_at timestamptz not null
);
call access.protect('cells.counted');

-- What one cell holds of one state. All categories together have the id of zeros, all times the month -infinity; by month of receipt (UTC)
-- those who are not late are told together: ANY.
create table cells.cell (
    jurisdiction_id uuid not null,
    z smallint not null,
    x smallint not null,
    y smallint not null,
    category_id uuid not null,
    month date not null,
    standing text not null check (standing in ('OPEN', 'LATE', 'RECENT', 'PAST', 'ANY')),
    cell smallint not null check (cell between 0 and 255),
    state text not null,
    n int not null,
    -- Sums: divided by n they are the centre of gravity.
    east bigint not null,
    south bigint not null,
    high_bits bigint not null,
    low_bits bigint not null,
    primary key (jurisdiction_id, z, x, y, category_id, month, standing, cell, state)
) with (fillfactor = 80);
call access.protect('cells.cell');

-- What was changed and is not yet in the cells: what a request was is taken off, what it has become is added. Only what is published.
create table cells.change (
    jurisdiction_id uuid not null,
    change_id bigint generated always as identity,
    sign smallint not null check (sign in (-1, 1)),
    request_id uuid not null,
    east bigint not null,
    south bigint not null,
    category_id uuid not null,
    state text not null,
    received_at timestamptz not null,
    due_at timestamptz,
    paused_at timestamptz,
    settled_at timestamptz,
    primary key (jurisdiction_id, change_id)
);
call access.protect('cells.change');

-- Those in the cells that will stand otherwise by the passing of time alone.
create table cells.turn (
    jurisdiction_id uuid not null,
    request_id uuid not null,
    turns_at timestamptz not null,
    east bigint not null,
    south bigint not null,
    category_id uuid not null,
    state text not null,
    received_at timestamptz not null,
    due_at timestamptz,
    paused_at timestamptz,
    settled_at timestamptz,
    primary key (jurisdiction_id, request_id)
);
create index on cells.turn (jurisdiction_id, turns_at);
call access.protect('cells.turn');
