-- Why: who goes depends on the hour, on what the work needs and on who is there, not only on sector and category. A team covers during a
-- shift, holds skills and means, is on call; a person who is absent has a deputy; a sector is never without its default team.

-- A weekly pattern in the jurisdiction's zone, by the clock on the wall: an hour that summer time skips or repeats belongs to it or not
-- as its name does. A span that ends when it starts or before ends on the next day.
create table team.shift (
    jurisdiction_id uuid not null references territory.jurisdiction,
    shift_id uuid not null,
    code text not null,
    name text not null,
    primary key (jurisdiction_id, shift_id),
    unique (jurisdiction_id, code)
);
call access.protect('team.shift');

create table team.shift_span (
    jurisdiction_id uuid not null,
    shift_id uuid not null,
    iso_weekday int not null check (iso_weekday between 1 and 7),
    starts time not null,
    ends time not null,
    primary key (jurisdiction_id, shift_id, iso_weekday, starts),
    foreign key (jurisdiction_id, shift_id) references team.shift
);
call access.protect('team.shift_span');

alter table team.coverage add shift_id uuid;
alter table team.coverage add foreign key (jurisdiction_id, shift_id) references team.shift;
drop index team.coverage_is_unambiguous;
create unique index coverage_is_unambiguous on team.coverage (jurisdiction_id, sector_id, category_id, shift_id) nulls not distinct;

-- The rota. The days are those on which a span begins.
create table team.on_call (
    jurisdiction_id uuid not null,
    on_call_id uuid not null,
    team_id uuid not null,
    shift_id uuid not null,
    account_id uuid,
    first_day date not null,
    last_day date check (last_day >= first_day),
    primary key (jurisdiction_id, on_call_id),
    foreign key (jurisdiction_id, team_id) references team.team,
    foreign key (jurisdiction_id, shift_id) references team.shift,
    foreign key (jurisdiction_id, team_id, account_id) references team.member
);
call access.protect('team.on_call');

create table team.absence (
    jurisdiction_id uuid not null,
    absence_id uuid not null,
    account_id uuid not null,
    deputy_account_id uuid check (deputy_account_id <> account_id),
    first_day date not null,
    last_day date not null check (last_day >= first_day),
    primary key (jurisdiction_id, absence_id),
    foreign key (jurisdiction_id, account_id) references access.account,
    foreign key (jurisdiction_id, deputy_account_id) references access.account
);
call access.protect('team.absence');

create table team.skill (
    jurisdiction_id uuid not null references territory.jurisdiction,
    skill_id uuid not null,
    code text not null,
    name text not null,
    kind text not null check (kind in ('SKILL', 'MEANS')),
    primary key (jurisdiction_id, skill_id),
    unique (jurisdiction_id, code)
);
call access.protect('team.skill');

create table team.team_skill (
    jurisdiction_id uuid not null,
    team_id uuid not null,
    skill_id uuid not null,
    primary key (jurisdiction_id, team_id, skill_id),
    foreign key (jurisdiction_id, team_id) references team.team,
    foreign key (jurisdiction_id, skill_id) references team.skill
);
call access.protect('team.team_skill');

create table team.category_skill (
    jurisdiction_id uuid not null,
    category_id uuid not null,
    skill_id uuid not null,
    primary key (jurisdiction_id, category_id, skill_id),
    foreign key (jurisdiction_id, category_id) references catalogue.category,
    foreign key (jurisdiction_id, skill_id) references team.skill
);
call access.protect('team.category_skill');

-- Never empty: a sector that serves is given one with its birth, it may be changed and not taken away, and no team that is one may go.
create table team.sector_default (
    jurisdiction_id uuid not null,
    sector_id uuid not null,
    team_id uuid not null,
    primary key (jurisdiction_id, sector_id),
    foreign key (jurisdiction_id, sector_id) references territory.sector,
    foreign key (jurisdiction_id, team_id) references team.team
);
call access.protect('team.sector_default', 'select, insert, update');

create function team.give_sectors_a_team() returns trigger
    language plpgsql as
$$
begin
    insert into team.sector_default (jurisdiction_id, sector_id, team_id)
    select s.jurisdiction_id, s.sector_id, t.team_id
    from territory.sector s
    join territory.sector_set st using (jurisdiction_id, sector_set_id)
    join team.team t on t.jurisdiction_id = s.jurisdiction_id and t.is_last_resort
    where st.serves and s.jurisdiction_id = access.current_jurisdiction()
      and not exists (select from team.sector_default d where d.jurisdiction_id = s.jurisdiction_id and d.sector_id = s.sector_id);
    return null;
end
$$;
create trigger give_sectors_a_team after insert on territory.sector for each statement execute function team.give_sectors_a_team();
create trigger give_sectors_a_team after insert or update of serves on territory.sector_set
    for each statement execute function team.give_sectors_a_team();
create trigger give_sectors_a_team after insert on team.team for each statement execute function team.give_sectors_a_team();

do $$
declare j record;
begin
    for j in select jurisdiction_id from territory.jurisdiction loop
        perform set_config('vigie.jurisdiction', j.jurisdiction_id::text, true);
        insert into team.sector_default (jurisdiction_id, sector_id, team_id)
        select s.jurisdiction_id, s.sector_id, t.team_id
        from territory.sector s
        join territory.sector_set st using (jurisdiction_id, sector_set_id)
        join team.team t on t.jurisdiction_id = s.jurisdiction_id and t.is_last_resort
        where st.serves;
    end loop;
    perform set_config('vigie.jurisdiction', '', true);
end
$$;

alter table request.request drop constraint request_assignment_rule_check;
alter table request.request add constraint request_assignment_rule_check check (assignment_rule in (
    'ON_CALL', 'URGENT', 'SERVICE', 'SECTOR_AND_CATEGORY', 'CATEGORY', 'SECTOR', 'SECTOR_DEFAULT', 'LAST_RESORT', 'DISPATCHER', 'IMPORT'));

do $$
declare watched text;
begin
    foreach watched in array array['team.team', 'team.coverage', 'team.shift', 'team.shift_span', 'team.on_call', 'team.absence',
        'team.skill', 'team.team_skill', 'team.category_skill', 'team.sector_default', 'catalogue.referent', 'access.account'] loop
        call access.touches(watched, 'team');
    end loop;
end
$$;
