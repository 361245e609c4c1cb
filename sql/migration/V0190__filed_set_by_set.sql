-- Why: when a city is divided anew, as many as a million requests go to other teams at once. What was filed is then kept set by
-- set, and its foreign keys are gone: the row is copied from a request that is checked for them, and none of what they named is ever
-- deleted.

alter table request.filed_before
    drop constraint filed_before_jurisdiction_id_request_id_fkey,
    drop constraint filed_before_jurisdiction_id_category_id_fkey,
    drop constraint filed_before_jurisdiction_id_service_id_fkey,
    drop constraint filed_before_jurisdiction_id_team_id_fkey,
    drop constraint filed_before_jurisdiction_id_day_sector_id_fkey;

drop trigger keeps_what_was_filed on request.request;
-- The plan that is made for the first change of a connection serves all later ones, of one row or of ten thousand.
create or replace function request.keep_what_was_filed() returns trigger
    language plpgsql
    set enable_nestloop = off as
$$
begin
    insert into request.filed_before (jurisdiction_id, request_id, until, category_id, service_id, team_id, day_sector_id)
    select b.jurisdiction_id, b.request_id, n.changed_at, b.category_id, b.service_id, b.team_id, b.day_sector_id
    from before_it b join after_it n using (jurisdiction_id, request_id)
    where b.category_id is distinct from n.category_id or b.service_id is distinct from n.service_id
        or b.team_id is distinct from n.team_id or b.day_sector_id is distinct from n.day_sector_id
    on conflict do nothing;
    return null;
end
$$;
create trigger keeps_what_was_filed after update on request.request
    referencing old table as before_it new table as after_it
    for each statement execute function request.keep_what_was_filed();

-- Most requests come from nobody else's system: they need no entry here.
alter table request.request drop constraint request_jurisdiction_id_source_external_id_key;
create unique index request_by_external_id on request.request (jurisdiction_id, source, external_id) where external_id is not null;
