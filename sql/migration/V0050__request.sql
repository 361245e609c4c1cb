-- Why: the request, its promises and its history, which is only ever appended to.

create schema request;
grant usage on schema request to vigie_app;

create table request.number_sequence (
    jurisdiction_id uuid not null references territory.jurisdiction,
    year int not null,
    last_number int not null,
    primary key (jurisdiction_id, year)
);
call access.protect('request.number_sequence');

create table request.request (
    jurisdiction_id uuid not null references territory.jurisdiction,
    request_id uuid not null,
    number text not null,
    kind text not null check (kind in ('INCIDENT', 'COMPLAINT', 'QUESTION', 'REMARK', 'PRAISE')),
    state text not null check (state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'RESOLVED', 'CLOSED', 'FORWARDED', 'REJECTED', 'DUPLICATE', 'REOPENED')),
    category_id uuid not null,
    description text not null default '' check (length(description) <= 4000),
    channel text not null check (channel in ('WEB', 'APP', 'PHONE', 'COUNTER', 'EMAIL', 'LETTER', 'CHAT', 'SOCIAL', 'COUNCIL', 'PATROL', 'OPEN311', 'IMPORT')),
    priority text not null default 'NORMAL' check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
    is_private boolean not null default false,

    location geometry(Point, 4326),
    location3857 geometry(Point, 3857) generated always as (st_transform(location, 3857)) stored,
    location_source text not null check (location_source in ('PIN', 'GPS', 'PHOTO', 'ADDRESS', 'IMPORT', 'NONE')),
    address text not null default '',
    sector_id uuid,
    sector_version_id uuid,
    placement_rule text not null check (placement_rule in ('INSIDE', 'SHARED_EDGE', 'OVERLAP', 'OUTSIDE', 'NO_SECTORS', 'TO_BE_LOCATED')),
    metres_to_edge double precision check (metres_to_edge >= 0),

    service_id uuid not null,
    team_id uuid not null,
    assignment_rule text not null check (assignment_rule in ('URGENT', 'SECTOR_AND_CATEGORY', 'CATEGORY', 'SECTOR', 'LAST_RESORT', 'DISPATCHER', 'IMPORT')),
    assignment_reason text not null default '',
    owner_account_id uuid,

    -- The next promise still open, copied from request.deadline so that lists and tiles need no join.
    next_commitment text check (next_commitment in ('ACKNOWLEDGE', 'ON_SITE', 'RESOLVE', 'REPLY')),
    next_starts_at timestamptz,
    next_due_at timestamptz,

    received_at timestamptz not null,
    changed_at timestamptz not null,
    resolved_at timestamptz,
    closed_at timestamptz,
    revision int not null default 1,

    source text,
    external_id text,
    import_sha256 bytea,

    primary key (jurisdiction_id, request_id),
    unique (jurisdiction_id, number),
    unique (jurisdiction_id, source, external_id),
    check ((location is null) = (location_source = 'NONE')),
    check ((location is null) = (placement_rule = 'TO_BE_LOCATED')),
    foreign key (jurisdiction_id, category_id) references catalogue.category,
    foreign key (jurisdiction_id, sector_id) references territory.sector,
    foreign key (jurisdiction_id, sector_version_id) references territory.sector_version,
    foreign key (jurisdiction_id, service_id) references catalogue.service,
    foreign key (jurisdiction_id, team_id) references team.team,
    foreign key (jurisdiction_id, owner_account_id) references access.account
);
create index request_by_received on request.request (jurisdiction_id, received_at desc, request_id desc);
create index request_place on request.request using gist (location3857);
create index request_open_place on request.request using gist (location3857) where state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED');
create index request_open_due on request.request (jurisdiction_id, next_due_at) where state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED');
create index request_open_team on request.request (jurisdiction_id, team_id) where state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED');
call access.protect('request.request');

-- Who asked. Apart from the request, so that nothing published can join to it.
create table request.requester (
    jurisdiction_id uuid not null,
    request_id uuid not null,
    name text not null default '',
    email text,
    phone text,
    locale text not null default 'fr',
    removal_on date not null,
    primary key (jurisdiction_id, request_id),
    foreign key (jurisdiction_id, request_id) references request.request
);
create index on request.requester (jurisdiction_id, phone) where phone is not null;
call access.protect('request.requester');
comment on column request.requester.removal_on is 'Day on which name, e-mail and phone are removed: 12 months after closure, a setting.';

create table request.deadline (
    jurisdiction_id uuid not null,
    request_id uuid not null,
    commitment text not null check (commitment in ('ACKNOWLEDGE', 'ON_SITE', 'RESOLVE', 'REPLY')),
    starts_at timestamptz not null,
    due_at timestamptz not null check (due_at > starts_at),
    met_at timestamptz,
    primary key (jurisdiction_id, request_id, commitment),
    foreign key (jurisdiction_id, request_id) references request.request
);
call access.protect('request.deadline');

create table request.history (
    jurisdiction_id uuid not null,
    request_id uuid not null,
    entry_id uuid not null,
    happened_at timestamptz not null,
    entry text not null check (entry in ('RECEIVED', 'LOCATED', 'ASSIGNED', 'ACKNOWLEDGED', 'ACCEPTED', 'EN_ROUTE', 'ON_SITE', 'STARTED', 'IMPOSSIBLE',
        'RESOLVED', 'REPLIED', 'CLOSED', 'REOPENED', 'REJECTED', 'FORWARDED', 'DUPLICATE', 'MOVED', 'RECLASSIFIED', 'PRIORITY', 'MESSAGE', 'NOTE', 'IMPORTED', 'UPDATED')),
    from_state text,
    to_state text,
    -- What the public and the requester may read. Names a service or a team, never a person.
    public_text text,
    -- What staff may read besides.
    staff_text text,
    actor_account_id uuid,
    actor_label text not null default '',
    data jsonb not null default '{}',
    primary key (jurisdiction_id, request_id, entry_id),
    foreign key (jurisdiction_id, request_id) references request.request,
    foreign key (jurisdiction_id, actor_account_id) references access.account
);
call access.protect('request.history', 'select, insert');
