-- Why: what another authority asks of whoever reports can be answered by what was answered here, where an administrator says which answer
-- goes where; and that a request is no longer for them is told to them, each ending once, and seen at the desk where it cannot be told.

-- Which of their attributes the answer to a question of ours is sent as. Answers without one never leave.
create table forwarding.attribute (
    jurisdiction_id uuid not null,
    organisation_id uuid not null,
    category_id uuid not null,
    question_code text not null check (length(question_code) between 1 and 120),
    attribute_code text not null check (length(attribute_code) between 1 and 120),
    primary key (jurisdiction_id, organisation_id, category_id, question_code),
    foreign key (jurisdiction_id, organisation_id) references forwarding.connection on delete cascade,
    foreign key (jurisdiction_id, category_id) references catalogue.category
);
call access.protect('forwarding.attribute');

-- A request that is there and no longer for them: what they are told, until they are or cannot be. It holds no word of anybody.
create table forwarding.ending (
    jurisdiction_id uuid not null,
    -- By which they know what comes again.
    forwarding_id uuid not null,
    status text not null check (status in ('closed', 'fixed', 'no_further_action')),
    stage text not null check (stage in ('WAITING', 'TOLD', 'NOT_TOLD')),
    ended_at timestamptz not null,
    attempts int not null default 0,
    give_up_at timestamptz not null,
    last_error text check (length(last_error) <= 500),
    primary key (jurisdiction_id, forwarding_id),
    foreign key (jurisdiction_id, forwarding_id) references forwarding.forwarding
);
call access.protect('forwarding.ending');
