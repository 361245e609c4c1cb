-- Why: what is another authority's to do goes on into that authority's own system, and what is said there comes back. What is to be sent is
-- written with the change that forwards it and posted afterwards; each is there once on either side, and what was not taken stays to be seen.

create schema forwarding;
grant usage on schema forwarding to vigie_app;

-- The GeoReport v2 server of an organisation; one for each.
create table forwarding.connection (
    jurisdiction_id uuid not null references territory.jurisdiction,
    organisation_id uuid not null,
    address text not null check (length(address) between 1 and 2000),
    format text not null check (format in ('JSON', 'XML')),
    -- As that server calls the town it serves; empty: it serves one.
    remote_jurisdiction text not null default '' check (length(remote_jurisdiction) <= 120),
    -- AES-GCM under a key that follows from the installation's secret; null: none is needed.
    key_sealed bytea,
    -- The attribute by which that server knows a report that comes again; empty: it knows none.
    external_id_attribute text not null default '' check (external_id_attribute ~ '^([A-Za-z][A-Za-z0-9_-]{0,59})?$'),
    -- For categories that are not mapped; empty: those are not sent.
    service_otherwise text not null default '' check (length(service_otherwise) <= 120),
    with_requester boolean not null default false,
    takes_private boolean not null default false,
    is_on boolean not null,
    primary key (jurisdiction_id, organisation_id),
    foreign key (jurisdiction_id, organisation_id) references catalogue.organisation
);
call access.protect('forwarding.connection');
call access.touches('forwarding.connection', 'forwarding');

create table forwarding.service (
    jurisdiction_id uuid not null,
    organisation_id uuid not null,
    category_id uuid not null,
    service_code text not null check (length(service_code) between 1 and 120),
    primary key (jurisdiction_id, organisation_id, category_id),
    foreign key (jurisdiction_id, organisation_id) references forwarding.connection on delete cascade,
    foreign key (jurisdiction_id, category_id) references catalogue.category
);
call access.protect('forwarding.service');

-- How it goes, apart from what it is: this changes with every call.
create table forwarding.health (
    jurisdiction_id uuid not null,
    organisation_id uuid not null,
    failing_since timestamptz,
    -- Nobody answered: it is left alone until then.
    resting_until timestamptz,
    last_answer_at timestamptz,
    last_error text check (length(last_error) <= 500),
    -- Null: not known yet.
    speaks_updates boolean,
    -- Updates are known up to here, by that server's clock.
    updates_until timestamptz,
    primary key (jurisdiction_id, organisation_id),
    foreign key (jurisdiction_id, organisation_id) references forwarding.connection on delete cascade
);
call access.protect('forwarding.health');

-- A request on its way to an organisation, or there. It holds no word of its requester.
create table forwarding.forwarding (
    jurisdiction_id uuid not null,
    -- What the other side knows it by when it comes again.
    forwarding_id uuid not null,
    request_id uuid not null,
    organisation_id uuid not null,
    stage text not null check (stage in ('WAITING', 'TOKEN', 'FOLLOWED', 'ENDED_THERE', 'REFUSED', 'WITHDRAWN', 'DONE')),
    queued_at timestamptz not null,
    -- Somebody had it sent, also where the rules alone would not.
    by_person boolean not null default false,
    -- Raised when somebody has it sent again.
    round int not null default 1,
    attempts int not null default 0,
    next_attempt_at timestamptz not null,
    give_up_at timestamptz not null,
    -- A process is posting it until then.
    posting_until timestamptz,
    -- It was posted and nobody knows whether it was taken.
    maybe_there boolean not null default false,
    first_posted_at timestamptz,
    token text check (length(token) <= 500),
    remote_id text check (length(remote_id) between 1 and 200),
    taken_at timestamptz,
    problem text,
    last_error text check (length(last_error) <= 500),
    -- When it was asked for last, and when that server last told something of it.
    asked_at timestamptz,
    seen_at timestamptz,
    remote_status text check (length(remote_status) <= 60),
    -- Of the last change of state, by that server's clock.
    remote_changed_at timestamptz,
    last_words text check (length(last_words) <= 4000),
    ended_at timestamptz,
    primary key (jurisdiction_id, forwarding_id),
    check (stage not in ('FOLLOWED', 'ENDED_THERE') or remote_id is not null),
    check ((stage = 'REFUSED') = (problem is not null)),
    foreign key (jurisdiction_id, request_id) references request.request,
    foreign key (jurisdiction_id, organisation_id) references catalogue.organisation
);
call access.protect('forwarding.forwarding');
create unique index one_forwarding_at_a_time on forwarding.forwarding (jurisdiction_id, request_id)
    where stage not in ('WITHDRAWN', 'DONE');
create index forwarding_by_request on forwarding.forwarding (jurisdiction_id, request_id);
create index forwarding_at_work on forwarding.forwarding (jurisdiction_id, organisation_id, stage) where stage not in ('WITHDRAWN', 'DONE');

-- Updates that were taken, each once.
create table forwarding.heard (
    jurisdiction_id uuid not null,
    forwarding_id uuid not null,
    update_id text not null check (length(update_id) between 1 and 200),
    primary key (jurisdiction_id, forwarding_id, update_id),
    foreign key (jurisdiction_id, forwarding_id) references forwarding.forwarding
);
call access.protect('forwarding.heard', 'select, insert');

call request.admit_entries('TOLD_BY_AUTHORITY', 'NOT_TAKEN');

-- What another system did not take is back with its owner.
alter table request.request drop constraint request_return_cause_check;
alter table request.request add constraint request_return_cause_check
    check (return_cause in ('REFUSED', 'IMPOSSIBLE', 'REOPENED', 'NOT_TAKEN'));
