-- Why: platform, patroller and service write to each other about a request, and whoever wrote must know who has read it. The first time
-- that somebody read a message counts; it is never changed.

create table dispatch.reading (
    jurisdiction_id uuid not null,
    request_id uuid not null,
    entry_id uuid not null,
    account_id uuid not null,
    read_at timestamptz not null,
    primary key (jurisdiction_id, request_id, entry_id, account_id),
    foreign key (jurisdiction_id, request_id, entry_id) references request.history,
    foreign key (jurisdiction_id, account_id) references access.account
);
call access.protect('dispatch.reading', 'select, insert');
