-- Why: fewer requests may only mean fewer people. How many live in a sector is told with its shape, of that shape, or by nobody: then it is
-- unknown, not nought.

create table territory.sector_inhabitants (
    jurisdiction_id uuid not null,
    sector_version_id uuid not null,
    sector_id uuid not null,
    inhabitants int not null check (inhabitants >= 0),
    primary key (jurisdiction_id, sector_version_id, sector_id),
    foreign key (jurisdiction_id, sector_version_id, sector_id) references territory.sector_shape
);
call access.protect('territory.sector_inhabitants');
