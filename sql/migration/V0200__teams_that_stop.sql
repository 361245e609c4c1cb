-- Why: a team that stops is kept, since what it did is told by its name, but it is given nothing new. No sector may lose its default team
-- by that, and no open request may come to a team that stopped while somebody was still choosing it.

alter table team.team add active boolean not null default true;
alter table team.team add constraint last_resort_is_active check (active or not is_last_resort);

-- Whoever stops a team locks its row for update first: who gives it something meanwhile waits here, and then sees that it has stopped.
create function team.is_active(of_jurisdiction uuid, of_team uuid) returns boolean
    language sql volatile as
$$
    select active from team.team where jurisdiction_id = of_jurisdiction and team_id = of_team for key share
$$;

create function team.keep_sectors_served() returns trigger
    language plpgsql as
$$
begin
    if not team.is_active(new.jurisdiction_id, new.team_id) then
        raise exception 'the default team of a sector must be one that works' using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger keep_sectors_served before insert or update of team_id on team.sector_default
    for each row execute function team.keep_sectors_served();

create function team.stop_without_sectors_only() returns trigger
    language plpgsql as
$$
begin
    if exists (select from team.sector_default d where d.jurisdiction_id = new.jurisdiction_id and d.team_id = new.team_id) then
        raise exception 'a team that is the default of a sector cannot stop' using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger stop_without_sectors_only before update of active on team.team
    for each row when (old.active and not new.active) execute function team.stop_without_sectors_only();

create function request.keep_a_team_that_works() returns trigger
    language plpgsql as
$$
begin
    if not team.is_active(new.jurisdiction_id, new.team_id) then
        select team_id, 'LAST_RESORT' into strict new.team_id, new.assignment_rule
        from team.team where jurisdiction_id = new.jurisdiction_id and is_last_resort;
    end if;
    return new;
end
$$;
create trigger keep_a_team_that_works before insert on request.request
    for each row when (new.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED'))
    execute function request.keep_a_team_that_works();
create trigger keep_a_team_that_works_on_change before update of state, team_id on request.request
    for each row when (new.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')
        and (new.team_id is distinct from old.team_id
            or old.state not in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')))
    execute function request.keep_a_team_that_works();
