-- Why: while the requester is asked, or it rains, no promise runs; afterwards it is due later by what was not counted. So a deadline keeps
-- the promise that it began with, when it warns, since when it is paused and what earlier pauses have cost it.

alter table request.deadline
    add amount int check (amount > 0),
    add unit text check (unit in ('MINUTES', 'HOURS', 'DAYS', 'WORKING_MINUTES', 'WORKING_HOURS', 'WORKING_DAYS')),
    add calendar_id uuid,
    add warning_kind text check (warning_kind in ('SHARE', 'MINUTES_BEFORE', 'MINUTES_AFTER')),
    add warning_value int check (warning_value > 0),
    add warns_at timestamptz,
    add paused_at timestamptz,
    -- Time that earlier pauses have taken out, counted as the unit counts.
    add paused_micros bigint not null default 0 check (paused_micros >= 0),
    add foreign key (jurisdiction_id, calendar_id) references catalogue.calendar,
    add check ((calendar_id is not null) = (unit like 'WORKING%')),
    add check ((warning_kind is null) = (warning_value is null) and (warning_kind is null) = (warns_at is null)),
    add check (warns_at between starts_at and due_at),
    -- What was late when the pause began is not paused.
    add check (paused_at < due_at);

do $$
declare j record;
begin
    for j in select jurisdiction_id from territory.jurisdiction loop
        perform set_config('vigie.jurisdiction', j.jurisdiction_id::text, true);
        update request.deadline
        set amount = greatest(1, round(extract(epoch from due_at - starts_at) / 60)), unit = 'MINUTES'
        where jurisdiction_id = j.jurisdiction_id;
    end loop;
    perform set_config('vigie.jurisdiction', '', true);
end
$$;
alter table request.deadline alter amount set not null, alter unit set not null;
create index deadline_open_by_calendar on request.deadline (jurisdiction_id, calendar_id) where met_at is null and calendar_id is not null;

-- Since when the next promise is paused, beside the rest of it.
alter table request.request add next_paused_at timestamptz;

create table request.pause (
    jurisdiction_id uuid not null,
    request_id uuid not null,
    paused_at timestamptz not null,
    reason text not null check (reason in ('WAITING_FOR_REQUESTER', 'WEATHER')),
    resumed_at timestamptz check (resumed_at >= paused_at),
    primary key (jurisdiction_id, request_id, paused_at),
    foreign key (jurisdiction_id, request_id) references request.request
);
call access.protect('request.pause');
create unique index one_pause_at_a_time on request.pause (jurisdiction_id, request_id) where resumed_at is null;

alter table request.history drop constraint history_entry_check;
alter table request.history add constraint history_entry_check check (entry in ('RECEIVED', 'LOCATED', 'ASSIGNED', 'ACKNOWLEDGED',
    'ACCEPTED', 'EN_ROUTE', 'ON_SITE', 'STARTED', 'IMPOSSIBLE', 'RESOLVED', 'REPLIED', 'CLOSED', 'REOPENED', 'REJECTED', 'FORWARDED',
    'DUPLICATE', 'MOVED', 'RECLASSIFIED', 'PRIORITY', 'MESSAGE', 'NOTE', 'IMPORTED', 'UPDATED', 'PAUSED', 'RESUMED', 'RECOUNTED'));
