-- Why: who serves which ground for which kind of request; every sector has somebody.

create schema team;
grant usage on schema team to vigie_app;

create table team.team (
    jurisdiction_id uuid not null references territory.jurisdiction,
    team_id uuid not null,
    code text not null,
    name text not null,
    service_id uuid,
    kind text not null default 'REGULAR' check (kind in ('REGULAR', 'URGENT', 'PATROL', 'DESK')),
    -- The team of last resort: takes what no coverage and no sector default names.
    is_last_resort boolean not null default false,
    daily_capacity int not null default 12 check (daily_capacity > 0),
    primary key (jurisdiction_id, team_id),
    unique (jurisdiction_id, code),
    foreign key (jurisdiction_id, service_id) references catalogue.service
);
create unique index one_last_resort on team.team (jurisdiction_id) where is_last_resort;
call access.protect('team.team');

create table team.member (
    jurisdiction_id uuid not null,
    team_id uuid not null,
    account_id uuid not null,
    primary key (jurisdiction_id, team_id, account_id),
    foreign key (jurisdiction_id, team_id) references team.team,
    foreign key (jurisdiction_id, account_id) references access.account
);
create index on team.member (jurisdiction_id, account_id);
call access.protect('team.member');

-- Most specific wins: sector and category, then category alone, then sector alone.
create table team.coverage (
    jurisdiction_id uuid not null,
    coverage_id uuid not null,
    team_id uuid not null,
    sector_id uuid,
    category_id uuid,
    primary key (jurisdiction_id, coverage_id),
    check (sector_id is not null or category_id is not null),
    foreign key (jurisdiction_id, team_id) references team.team,
    foreign key (jurisdiction_id, sector_id) references territory.sector,
    foreign key (jurisdiction_id, category_id) references catalogue.category
);
create unique index coverage_is_unambiguous on team.coverage (jurisdiction_id, sector_id, category_id) nulls not distinct;
call access.protect('team.coverage');

create table team.position (
    jurisdiction_id uuid not null,
    team_id uuid not null,
    location geometry(Point, 4326) not null,
    heading_degrees real check (heading_degrees >= 0 and heading_degrees < 360),
    seen_at timestamptz not null,
    primary key (jurisdiction_id, team_id),
    foreign key (jurisdiction_id, team_id) references team.team
);
call access.protect('team.position');
comment on table team.position is 'The last position only: no track is kept here. Removed 24 h after seen_at.';
