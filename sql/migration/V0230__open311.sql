-- Why: other systems report and ask through Open311. Each has a key of its own, of which only the hash is here, and what it sent keeps the
-- id that it has there, so that a report sent twice is one request.

create schema open311;
grant usage on schema open311 to vigie_app;

create table open311.client (
    jurisdiction_id uuid not null references territory.jurisdiction,
    client_id uuid not null,
    name text not null check (length(name) between 1 and 120),
    -- SHA-256 of the key: 256 random bits need no slower hash.
    key_sha256 bytea not null check (length(key_sha256) = 32),
    -- Of requests and updates together.
    quota_per_hour int not null check (quota_per_hour between 1 and 100000),
    -- The attribute in which it sends its own id of what it reports; it is asked of everybody who reads a service's definition.
    external_id_attribute text not null check (external_id_attribute ~ '^[A-Za-z][A-Za-z0-9_-]{0,59}$'),
    issued_at timestamptz not null,
    revoked_at timestamptz,
    primary key (jurisdiction_id, client_id),
    unique (jurisdiction_id, key_sha256)
);
call access.protect('open311.client', 'select, insert, update');
call access.touches('open311.client', 'open311');

create table open311.client_request (
    jurisdiction_id uuid not null,
    request_id uuid not null,
    client_id uuid not null,
    external_id text check (length(external_id) between 1 and 120),
    primary key (jurisdiction_id, request_id),
    unique (jurisdiction_id, client_id, external_id),
    foreign key (jurisdiction_id, request_id) references request.request,
    foreign key (jurisdiction_id, client_id) references open311.client
);
call access.protect('open311.client_request', 'select, insert');

create table open311.client_update (
    jurisdiction_id uuid not null,
    client_id uuid not null,
    update_id text not null check (length(update_id) between 1 and 120),
    request_id uuid not null,
    -- The id that it has here.
    heard_id uuid not null,
    primary key (jurisdiction_id, client_id, update_id),
    foreign key (jurisdiction_id, request_id) references open311.client_request
);
call access.protect('open311.client_update', 'select, insert');

-- A module may have a number in its name.
alter table access.module_off drop constraint module_off_module_check;
alter table access.module_off add constraint module_off_module_check check (module ~ '^[A-Z][A-Z0-9_]{0,39}$');

-- The feed of updates asks for what happened lately, whatever the request. The history is appended to in the order of time: a summary of
-- its pages is enough, and costs a writer next to nothing.
create index history_by_time on request.history using brin (happened_at);
