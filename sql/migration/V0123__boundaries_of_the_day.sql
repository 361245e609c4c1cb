-- Why: what is open follows a new division of the city, and last month's figures must not. So a request keeps, beside the sector that
-- serves it, the one that took it on the day its place was told: when it came in, or when its pin was last moved.

alter table request.request
    add day_sector_id uuid,
    add day_sector_version_id uuid,
    add foreign key (jurisdiction_id, day_sector_id) references territory.sector,
    add foreign key (jurisdiction_id, day_sector_version_id) references territory.sector_version;

do $$
declare j record;
begin
    for j in select jurisdiction_id from territory.jurisdiction loop
        perform set_config('vigie.jurisdiction', j.jurisdiction_id::text, true);
        update request.request set day_sector_id = sector_id, day_sector_version_id = sector_version_id
        where jurisdiction_id = j.jurisdiction_id;
    end loop;
    perform set_config('vigie.jurisdiction', '', true);
end
$$;

create function request.keep_sector_of_the_day() returns trigger
    language plpgsql as
$$
begin
    new.day_sector_id := new.sector_id;
    new.day_sector_version_id := new.sector_version_id;
    return new;
end
$$;

-- What follows a publication changes neither: it writes no location.
create trigger keeps_sector_of_the_day_it_came before insert on request.request
    for each row execute function request.keep_sector_of_the_day();
create trigger keeps_sector_of_the_day_it_moved before update of location on request.request
    for each row when (old.location is distinct from new.location)
    execute function request.keep_sector_of_the_day();
