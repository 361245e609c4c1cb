-- Why: a town answers some requests by a letter that several people approve in a fixed order before it is signed and sent. Who approved
-- which text, when, and for whom, is kept; the letter itself only as long as other personal data.

create schema reply;
grant usage on schema reply to vigie_app;

create table reply.letterhead (
    jurisdiction_id uuid primary key references territory.jurisdiction,
    address_lines text not null default '',
    contact_line text not null default '',
    -- The town that the date of a letter is preceded by.
    place_name text not null default '',
    logo bytea check (length(logo) <= 300000),
    logo_media_type text check (logo_media_type in ('image/png', 'image/jpeg')),
    check ((logo is null) = (logo_media_type is null))
);
call access.protect('reply.letterhead');

create table reply.template (
    jurisdiction_id uuid not null references territory.jurisdiction,
    template_id uuid not null,
    code text not null,
    name text not null,
    locale text not null check (locale in ('fr', 'en')),
    -- Null: for every category.
    category_id uuid,
    subject text not null check (length(subject) between 1 and 300),
    body text not null check (length(body) between 1 and 20000),
    active boolean not null default true,
    primary key (jurisdiction_id, template_id),
    unique (jurisdiction_id, code, locale),
    foreign key (jurisdiction_id, category_id) references catalogue.category
);
call access.protect('reply.template');

create table reply.approval_chain (
    jurisdiction_id uuid not null references territory.jurisdiction,
    chain_id uuid not null,
    name text not null,
    -- Null: for every category that has none of its own.
    category_id uuid,
    primary key (jurisdiction_id, chain_id),
    unique nulls not distinct (jurisdiction_id, category_id),
    foreign key (jurisdiction_id, category_id) references catalogue.category
);
call access.protect('reply.approval_chain');

create table reply.approval_chain_step (
    jurisdiction_id uuid not null,
    chain_id uuid not null,
    step_number int not null check (step_number between 1 and 20),
    act text not null check (act in ('APPROVE', 'SIGN')),
    title text not null check (length(title) between 1 and 200),
    role text check (role in ('FRONT_OFFICE', 'DISPATCHER', 'REFERENT', 'HEAD', 'SIGNATORY', 'ELECTED_OFFICIAL', 'ADMINISTRATOR')),
    account_id uuid,
    primary key (jurisdiction_id, chain_id, step_number),
    check (num_nonnulls(role, account_id) = 1),
    foreign key (jurisdiction_id, chain_id) references reply.approval_chain on delete cascade,
    foreign key (jurisdiction_id, account_id) references access.account
);
call access.protect('reply.approval_chain_step');

create table reply.formal_reply (
    jurisdiction_id uuid not null,
    reply_id uuid not null,
    request_id uuid not null,
    state text not null check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'SIGNED', 'TO_POST', 'SENT', 'ABANDONED')),
    locale text not null check (locale in ('fr', 'en')),
    subject text not null,
    body text not null,
    text_sha256 bytea not null,
    send_by text not null check (send_by in ('EMAIL', 'POST')),
    recipient_name text not null default '',
    recipient_address text not null default '',
    -- Where it went, by e-mail; by post the address above.
    recipient_email text,
    drafted_by uuid not null,
    drafted_at timestamptz not null,
    submitted_by uuid,
    submitted_at timestamptz,
    signed_at timestamptz,
    pdf bytea,
    -- Proof of sending: the message that carried it, or who put it into the post on which day.
    notification_id uuid,
    posted_by uuid,
    posted_on date,
    sent_at timestamptz,
    revision int not null default 1,
    changed_at timestamptz not null,
    removal_on date not null,
    primary key (jurisdiction_id, reply_id),
    check ((state = 'SENT') = (sent_at is not null)),
    foreign key (jurisdiction_id, request_id) references request.request,
    foreign key (jurisdiction_id, drafted_by) references access.account,
    foreign key (jurisdiction_id, submitted_by) references access.account,
    foreign key (jurisdiction_id, posted_by) references access.account
);
create unique index one_reply_under_way on reply.formal_reply (jurisdiction_id, request_id) where state not in ('SENT', 'ABANDONED');
create index on reply.formal_reply (jurisdiction_id, request_id);
create index on reply.formal_reply (jurisdiction_id, state) where state not in ('SENT', 'ABANDONED');
call access.protect('reply.formal_reply');
comment on column reply.formal_reply.removal_on is 'Day on which text, recipient and PDF are emptied; who approved what when stays.';

-- The chain as it was when the letter was submitted: a chain that changes later changes none that runs.
create table reply.step (
    jurisdiction_id uuid not null,
    reply_id uuid not null,
    step_number int not null,
    act text not null check (act in ('APPROVE', 'SIGN')),
    title text not null,
    role text,
    account_id uuid,
    primary key (jurisdiction_id, reply_id, step_number),
    check (num_nonnulls(role, account_id) = 1),
    foreign key (jurisdiction_id, reply_id) references reply.formal_reply,
    foreign key (jurisdiction_id, account_id) references access.account
);
call access.protect('reply.step');

-- The trace: never deleted; the only changes are that a decision is voided, once, and that remarks are emptied on their day.
create table reply.decision (
    jurisdiction_id uuid not null,
    decision_id uuid not null,
    reply_id uuid not null,
    step_number int not null,
    step_title text not null,
    verdict text not null check (verdict in ('APPROVED', 'SIGNED', 'RETURNED')),
    remarks text not null default '' check (length(remarks) <= 4000),
    text_sha256 bytea not null,
    account_id uuid not null,
    account_name text not null,
    -- Whose place was taken: account_id acted as the deputy of this one.
    on_behalf_of uuid,
    on_behalf_of_name text,
    decided_at timestamptz not null,
    voided_at timestamptz,
    primary key (jurisdiction_id, decision_id),
    check ((on_behalf_of is null) = (on_behalf_of_name is null)),
    foreign key (jurisdiction_id, reply_id) references reply.formal_reply,
    foreign key (jurisdiction_id, account_id) references access.account,
    foreign key (jurisdiction_id, on_behalf_of) references access.account
);
create unique index one_approval_a_step on reply.decision (jurisdiction_id, reply_id, step_number)
    where voided_at is null and verdict <> 'RETURNED';
call access.protect('reply.decision', 'select, insert, update');
