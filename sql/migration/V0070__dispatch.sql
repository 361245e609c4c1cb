-- Why: open maps hear of every change, in commit order and without a gap. A change is written to the outbox in the
-- transaction that made it; the sequencer numbers what has committed, under one lock per jurisdiction.

create schema dispatch;
grant usage on schema dispatch to vigie_app;

create table dispatch.change_outbox (
    jurisdiction_id uuid not null,
    change_id bigint generated always as identity,
    request_id uuid not null,
    change text not null,
    team_id uuid,
    previous_team_id uuid,
    happened_at timestamptz not null,
    -- To the public: shown, no longer shown, or never of its business.
    visibility text not null check (visibility in ('PUBLISHED', 'WITHDRAWN', 'PRIVATE')),
    primary key (jurisdiction_id, change_id),
    foreign key (jurisdiction_id, request_id) references request.request
);
call access.protect('dispatch.change_outbox');

create sequence dispatch.live_event_id;
grant usage on sequence dispatch.live_event_id to vigie_app;
create table dispatch.live_event (
    jurisdiction_id uuid not null,
    event_id bigint not null,
    request_id uuid not null,
    change text not null,
    team_id uuid,
    previous_team_id uuid,
    happened_at timestamptz not null,
    visibility text not null check (visibility in ('PUBLISHED', 'WITHDRAWN', 'PRIVATE')),
    primary key (jurisdiction_id, event_id),
    foreign key (jurisdiction_id, request_id) references request.request
);
create index on dispatch.live_event (jurisdiction_id, happened_at);
create index on dispatch.live_event (jurisdiction_id, request_id, event_id);
call access.protect('dispatch.live_event');
comment on table dispatch.live_event is 'Kept 24 h, the longest a screen may have been away before it reloads.';

-- Jurisdictions whose changes wait for a number, found in one round trip. It opens one after the other, as anyone may, and ends in none.
create function dispatch.jurisdictions_waiting() returns setof uuid
    language plpgsql volatile as
$$
declare
    candidate uuid;
begin
    for candidate in select j.jurisdiction_id from territory.jurisdiction j loop
        perform set_config('vigie.jurisdiction', candidate::text, true);
        if exists (select 1 from dispatch.change_outbox) then
            return next candidate;
        end if;
    end loop;
    perform set_config('vigie.jurisdiction', '', true);
end
$$;
