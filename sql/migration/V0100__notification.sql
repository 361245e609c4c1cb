-- Why: a message is written with the change that causes it and delivered afterwards, once, by a durable task.

create schema notification;
grant usage on schema notification to vigie_app;

create table notification.message (
    jurisdiction_id uuid not null references territory.jurisdiction,
    message_id uuid not null,
    -- What it is about, in the sender's words; the same occasion is never sent twice to one recipient.
    occasion text not null,
    channel text not null check (channel in ('EMAIL')),
    recipient text not null,
    subject text not null,
    body text not null,
    locale text not null default 'fr',
    created_at timestamptz not null,
    sent_at timestamptz,
    failed_attempts int not null default 0,
    last_failure text,
    removal_on date not null,
    primary key (jurisdiction_id, message_id),
    unique (jurisdiction_id, occasion, channel, recipient)
);
create index on notification.message (jurisdiction_id, created_at) where sent_at is null;
call access.protect('notification.message');

-- db-scheduler's table. Not tenant-owned: a task names its jurisdiction in its data and opens it before it acts.
create table notification.scheduled_task (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index on notification.scheduled_task (execution_time);
create index on notification.scheduled_task (last_heartbeat);
create index on notification.scheduled_task (priority desc, execution_time asc);
grant select, insert, update, delete on notification.scheduled_task to vigie_app;
