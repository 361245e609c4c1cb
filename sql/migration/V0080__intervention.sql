-- Why: the work itself, as the team in the field sees it: one running job a request and team.

create schema intervention;
grant usage on schema intervention to vigie_app;

create table intervention.job (
    jurisdiction_id uuid not null,
    job_id uuid not null,
    request_id uuid not null,
    team_id uuid not null,
    step text not null default 'OFFERED' check (step in ('OFFERED', 'ACCEPTED', 'EN_ROUTE', 'ON_SITE', 'DONE', 'IMPOSSIBLE', 'WITHDRAWN')),
    offered_at timestamptz not null,
    accepted_at timestamptz,
    en_route_at timestamptz,
    on_site_at timestamptz,
    ended_at timestamptz,
    note text not null default '' check (length(note) <= 4000),
    primary key (jurisdiction_id, job_id),
    foreign key (jurisdiction_id, request_id) references request.request,
    foreign key (jurisdiction_id, team_id) references team.team
);
create unique index one_running_job on intervention.job (jurisdiction_id, request_id) where step in ('OFFERED', 'ACCEPTED', 'EN_ROUTE', 'ON_SITE');
create index on intervention.job (jurisdiction_id, team_id) where step in ('OFFERED', 'ACCEPTED', 'EN_ROUTE', 'ON_SITE');
call access.protect('intervention.job');

-- A step sent twice by a phone that lost its signal is the same step.
create table intervention.step_receipt (
    jurisdiction_id uuid not null,
    receipt_id uuid not null,
    job_id uuid not null,
    step text not null,
    received_at timestamptz not null,
    primary key (jurisdiction_id, receipt_id),
    foreign key (jurisdiction_id, job_id) references intervention.job
);
call access.protect('intervention.step_receipt');
