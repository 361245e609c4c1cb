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

-- Set by set, since a new division of the city moves ten thousand at once. The foreign key to the team was looked up before this runs: it
-- waited there for whoever was stopping the team.
create function request.keep_teams_that_work() returns trigger
    language plpgsql as
$$
begin
    if exists (
        select from team.team t
        where not t.active
            and exists (select from given g where g.jurisdiction_id = t.jurisdiction_id and g.team_id = t.team_id))
    then
        update request.request r set team_id = l.team_id, assignment_rule = 'LAST_RESORT'
        from given g
        join team.team t on t.jurisdiction_id = g.jurisdiction_id and t.team_id = g.team_id and not t.active
        join team.team l on l.jurisdiction_id = g.jurisdiction_id and l.is_last_resort
        where g.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')
          and r.jurisdiction_id = g.jurisdiction_id and r.request_id = g.request_id;
    end if;
    return null;
end
$$;
create trigger keep_teams_that_work_on_receipt after insert on request.request
    referencing new table as given for each statement execute function request.keep_teams_that_work();
create trigger keep_teams_that_work after update on request.request
    referencing new table as given for each statement execute function request.keep_teams_that_work();
