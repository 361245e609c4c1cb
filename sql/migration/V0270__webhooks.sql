-- Why: other systems of a town want to hear at once what happens here. What they are to be told is written with the change that causes it
-- and sent afterwards, in the order of each request, until it is taken or given up; what was given up stays until somebody sends it again.

create schema webhook;
grant usage on schema webhook to vigie_app;

create table webhook.hook (
    jurisdiction_id uuid not null references territory.jurisdiction,
    hook_id uuid not null,
    name text not null check (length(name) between 1 and 120),
    address text not null check (length(address) between 1 and 2000),
    -- The secret is made of this number and of what only the installation knows; it is not kept.
    secret_number int not null default 1 check (secret_number > 0),
    content text not null check (content in ('PUBLIC', 'STAFF')),
    -- Empty stands for all.
    kinds text[] not null check (cardinality(kinds) <= 20),
    categories text[] not null check (cardinality(categories) <= 1000),
    ground_id uuid,
    primary key (jurisdiction_id, hook_id),
    foreign key (jurisdiction_id, ground_id) references catalogue.ground
);
call access.protect('webhook.hook');
call access.touches('webhook.hook', 'webhooks');

-- How it goes, apart from what it is: this changes with every event.
create table webhook.health (
    jurisdiction_id uuid not null,
    hook_id uuid not null,
    -- Since when nothing was taken any more.
    failing_since timestamptz,
    -- Nobody answered: it is left alone until then.
    resting_until timestamptz,
    -- It failed for so long that somebody has to look.
    paused_at timestamptz,
    last_taken_at timestamptz,
    taken bigint not null default 0,
    last_error text check (length(last_error) <= 500),
    last_failed_at timestamptz,
    primary key (jurisdiction_id, hook_id),
    foreign key (jurisdiction_id, hook_id) references webhook.hook on delete cascade
);
call access.protect('webhook.health');

-- What one hook hears of one request, in order.
create table webhook.lane (
    jurisdiction_id uuid not null,
    hook_id uuid not null,
    request_id uuid not null,
    last_sequence int not null,
    -- It was sent the request, and not its withdrawal since.
    told boolean not null default false,
    primary key (jurisdiction_id, hook_id, request_id),
    foreign key (jurisdiction_id, hook_id) references webhook.hook on delete cascade,
    foreign key (jurisdiction_id, request_id) references request.request
);
call access.protect('webhook.lane');

-- Waiting or given up. Of what was taken nothing stays but the count. It holds no word of a request: what is sent is read when it is sent.
create table webhook.event (
    jurisdiction_id uuid not null,
    event_id uuid not null,
    hook_id uuid not null,
    request_id uuid not null,
    sequence int not null,
    kind text not null,
    entry_id uuid not null,
    happened_at timestamptz not null,
    entered text,
    -- Raised when somebody has it sent again.
    round int not null default 1,
    attempts int not null default 0,
    next_attempt_at timestamptz not null,
    give_up_at timestamptz not null,
    given_up_at timestamptz,
    last_error text check (length(last_error) <= 500),
    primary key (jurisdiction_id, event_id),
    foreign key (jurisdiction_id, hook_id, request_id) references webhook.lane on delete cascade
);
call access.protect('webhook.event');
create index on webhook.event (jurisdiction_id, hook_id, request_id, sequence);
