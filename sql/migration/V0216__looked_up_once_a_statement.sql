-- Why: a foreign key is looked up row by row, also when a million rows name the same few teams and sectors: a sixth of the time in which a
-- city is divided anew. What a statement names is looked up once instead, and what it names is never deleted, which a foreign key would
-- also have seen to.

alter table request.request
    drop constraint request_jurisdiction_id_team_id_fkey,
    drop constraint request_sector_shape_fkey;

-- Shapes of sectors cannot be deleted already.
revoke delete on team.team from vigie_app;

-- Whoever stops a team holds its row: this waits for them, and then sees that it has stopped.
create or replace function request.keep_teams_that_work() returns trigger
    language plpgsql as
$$
declare
    named int;
    found int;
    stopped boolean;
begin
    select count(*) into named from (select distinct jurisdiction_id, team_id from given) g;
    select count(*), bool_or(not t.active) into found, stopped from (
        select t.active from team.team t
        where (t.jurisdiction_id, t.team_id) in (select distinct jurisdiction_id, team_id from given) for key share of t) t;
    if found < named then
        raise exception 'a request is given to a team of its own city' using errcode = 'foreign_key_violation';
    end if;
    if stopped then
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

create function request.keep_to_published_sectors() returns trigger
    language plpgsql as
$$
begin
    if exists (
        select from (select distinct jurisdiction_id, sector_version_id, sector_id from given
                     where sector_version_id is not null and sector_id is not null) g
        where not exists (
            select from territory.sector_shape s
            where s.jurisdiction_id = g.jurisdiction_id and s.sector_version_id = g.sector_version_id and s.sector_id = g.sector_id))
    then
        raise exception 'a request lies in a sector of the version that placed it' using errcode = 'foreign_key_violation';
    end if;
    return null;
end
$$;
create trigger keep_to_published_sectors_on_receipt after insert on request.request
    referencing new table as given for each statement execute function request.keep_to_published_sectors();
create trigger keep_to_published_sectors after update on request.request
    referencing new table as given for each statement execute function request.keep_to_published_sectors();
