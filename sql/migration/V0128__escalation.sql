-- Why: what nobody does in time must reach somebody. Each promise of each request warns, is broken and climbs a ladder of people at minutes
-- that are stated beforehand; each of these rings once, however many processes there are and whatever dies in between.

create table dispatch.ladder_step (
    jurisdiction_id uuid not null references territory.jurisdiction,
    ladder_step_id uuid not null,
    -- Null: for every category that has no ladder of its own for that commitment.
    category_id uuid,
    commitment text not null check (commitment in ('ACKNOWLEDGE', 'ON_SITE', 'RESOLVE', 'REPLY')),
    position int not null check (position between 1 and 20),
    -- Minutes on the clock after the promise falls due; negative: before it.
    minutes_after_due int not null check (minutes_after_due between -43200 and 525600),
    target text not null check (target in ('REFERENT', 'HEAD', 'SIGNATORY', 'ELECTED_OFFICIAL', 'ADMINISTRATOR')),
    message text not null check (length(message) between 1 and 500),
    repeat_minutes int check (repeat_minutes between 1 and 525600),
    repeats int not null default 0 check (repeats between 0 and 50),
    -- KEPT: until the promise is kept. ACTION: also once somebody of staff has done something since the step before.
    stops_on text not null default 'KEPT' check (stops_on in ('KEPT', 'ACTION')),
    primary key (jurisdiction_id, ladder_step_id),
    unique nulls not distinct (jurisdiction_id, category_id, commitment, position),
    check ((repeat_minutes is null) = (repeats = 0)),
    foreign key (jurisdiction_id, category_id) references catalogue.category
);
call access.protect('dispatch.ladder_step');
call access.touches('dispatch.ladder_step', 'escalation');

-- What has rung. The key is what makes it ring once; a reopened promise starts anew and rings anew.
create table dispatch.alarm (
    jurisdiction_id uuid not null,
    request_id uuid not null,
    commitment text not null check (commitment in ('ACKNOWLEDGE', 'ON_SITE', 'RESOLVE', 'REPLY')),
    starts_at timestamptz not null,
    kind text not null check (kind in ('WARNING', 'BREACH', 'STEP')),
    position int not null default 0,
    occurrence int not null default 0,
    due_at timestamptz not null,
    rang_at timestamptz not null check (rang_at >= due_at),
    told int not null default 0 check (told >= 0),
    primary key (jurisdiction_id, request_id, commitment, starts_at, kind, position, occurrence),
    check ((kind = 'STEP') = (position > 0)),
    foreign key (jurisdiction_id, request_id) references request.request
);
call access.protect('dispatch.alarm', 'select, insert');

-- The highest step of a ladder that a promise still open stands on; copied here so that lists and tiles need no join.
alter table request.request add escalation_step int check (escalation_step > 0);

alter table request.history drop constraint history_entry_check;
alter table request.history add constraint history_entry_check check (entry in ('RECEIVED', 'LOCATED', 'ASSIGNED', 'ACKNOWLEDGED', 'ACCEPTED',
    'EN_ROUTE', 'ON_SITE', 'STARTED', 'IMPOSSIBLE', 'RESOLVED', 'REPLIED', 'CLOSED', 'REOPENED', 'REJECTED', 'FORWARDED', 'DUPLICATE', 'MOVED',
    'RECLASSIFIED', 'PRIORITY', 'MESSAGE', 'NOTE', 'IMPORTED', 'UPDATED', 'PAUSED', 'RESUMED', 'RECOUNTED', 'ESCALATED'));
