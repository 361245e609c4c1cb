-- Why: the review of a past period must tell the same numbers tomorrow. The history is only appended to, but where a request is filed and
-- what its promises are is overwritten. So what held before a change is kept with the moment until which it held: nothing is written for a
-- request that never changes, and whoever asks "as of" takes the earliest row that held until later, else what holds now.

-- A phone without a signal tells a step hours after it happened: a review that was made meanwhile did not know it.
alter table request.history add recorded_at timestamptz check (recorded_at >= happened_at);
comment on column request.history.recorded_at is 'When it was written down, where that was later than it happened.';

create table request.filed_before (
    jurisdiction_id uuid not null,
    request_id uuid not null,
    until timestamptz not null,
    category_id uuid not null,
    service_id uuid not null,
    team_id uuid not null,
    day_sector_id uuid,
    primary key (jurisdiction_id, request_id, until),
    foreign key (jurisdiction_id, request_id) references request.request on delete cascade,
    foreign key (jurisdiction_id, category_id) references catalogue.category,
    foreign key (jurisdiction_id, service_id) references catalogue.service,
    foreign key (jurisdiction_id, team_id) references team.team,
    foreign key (jurisdiction_id, day_sector_id) references territory.sector
);
call access.protect('request.filed_before', 'select, insert');

-- Of two changes at the same moment the first knows what held before.
create function request.keep_what_was_filed() returns trigger
    language plpgsql as
$$
begin
    insert into request.filed_before (jurisdiction_id, request_id, until, category_id, service_id, team_id, day_sector_id)
    values (old.jurisdiction_id, old.request_id, new.changed_at, old.category_id, old.service_id, old.team_id, old.day_sector_id)
    on conflict do nothing;
    return null;
end
$$;
create trigger keeps_what_was_filed after update on request.request
    for each row when (old.category_id is distinct from new.category_id or old.service_id is distinct from new.service_id
        or old.team_id is distinct from new.team_id or old.day_sector_id is distinct from new.day_sector_id)
    execute function request.keep_what_was_filed();

-- A promise before it was paused, resumed, recounted or begun anew; one that was simply kept says when itself.
create table request.deadline_before (
    jurisdiction_id uuid not null,
    request_id uuid not null,
    commitment text not null,
    until timestamptz not null,
    starts_at timestamptz not null,
    due_at timestamptz not null,
    met_at timestamptz,
    warns_at timestamptz,
    paused_at timestamptz,
    primary key (jurisdiction_id, request_id, commitment, until),
    foreign key (jurisdiction_id, request_id) references request.request on delete cascade
);
call access.protect('request.deadline_before', 'select, insert');
