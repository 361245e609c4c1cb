-- Why: a promise that is kept on paper, or none that is due, does not mean that somebody is at it. Whoever is responsible is reminded of a
-- request that nobody has touched for some days, once in each such period, until somebody does.

create table dispatch.dormancy (
    jurisdiction_id uuid not null references territory.jurisdiction,
    dormancy_id uuid not null,
    -- Null: for every category without a row of its own.
    category_id uuid,
    -- Null: never reminded of.
    days int check (days between 1 and 365),
    primary key (jurisdiction_id, dormancy_id),
    unique nulls not distinct (jurisdiction_id, category_id),
    foreign key (jurisdiction_id, category_id) references catalogue.category
);
call access.protect('dispatch.dormancy');

create table dispatch.reminder (
    jurisdiction_id uuid not null,
    request_id uuid not null,
    -- Since when nobody had done anything.
    idle_since timestamptz not null,
    reminded_at timestamptz not null check (reminded_at > idle_since),
    told int not null default 0 check (told >= 0),
    primary key (jurisdiction_id, request_id, reminded_at),
    foreign key (jurisdiction_id, request_id) references request.request
);
call access.protect('dispatch.reminder', 'select, insert, update');

create index request_open_changed on request.request (jurisdiction_id, changed_at)
    where state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED');

call request.admit_entries('REMINDED');
