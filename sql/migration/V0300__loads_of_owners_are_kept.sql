-- Why: whoever has the least to follow gets the next request, and to add up what everybody follows reads all that is open: with 60,000
-- open requests longer than all the rest of an intake. So the load of each is kept as parts that are only ever added, since with a sum in
-- one row all who write requests of one owner would wait for each other. Now and then somebody puts together the parts that nobody is at.

create table request.owner_load (
    jurisdiction_id uuid not null,
    owner_account_id uuid not null,
    part bigint not null generated always as identity,
    load int not null,
    primary key (jurisdiction_id, owner_account_id, part)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
call access.protect('request.owner_load');
comment on table request.owner_load is 'How much of a load open requests are to whoever owns them: the sum of the parts.';

-- One part in 64 calls for it: a sum reads some dozens of rows then, however many requests are open. A statement sees the parts from before
-- or the one from after; parts that another transaction holds stay for the next time.
create function request.put_owner_loads_together() returns void
    language sql volatile as
$$
    with several as (
        select owner_account_id from request.owner_load where jurisdiction_id = access.current_jurisdiction()
        group by owner_account_id having count(*) > 1
    ), free as (
        select l.owner_account_id, l.part from request.owner_load l
        where l.jurisdiction_id = access.current_jurisdiction() and l.owner_account_id in (select owner_account_id from several)
        for update skip locked
    ), taken as (
        delete from request.owner_load l using free f
        where l.jurisdiction_id = access.current_jurisdiction() and l.owner_account_id = f.owner_account_id and l.part = f.part
        returning l.owner_account_id, l.load
    )
    insert into request.owner_load (jurisdiction_id, owner_account_id, load)
    select access.current_jurisdiction(), owner_account_id, sum(load) from taken group by owner_account_id
$$;

-- All open rows of a statement: added when the argument is 1, taken off when it is -1.
create function request.note_owner_loads() returns trigger
    language plpgsql as
$$
declare
    crowded boolean;
begin
    with added as (
        insert into request.owner_load (jurisdiction_id, owner_account_id, load)
        select jurisdiction_id, owner_account_id, tg_argv[0]::int * sum(request.owner_weight(priority)) from noted
        where owner_account_id is not null and state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')
        group by jurisdiction_id, owner_account_id
        returning part
    )
    select bool_or(part % 64 = 0) into crowded from added;
    if crowded then
        perform request.put_owner_loads_together();
    end if;
    return null;
end
$$;
create trigger owner_loads_after_insert after insert on request.request
    referencing new table as noted for each statement execute function request.note_owner_loads('1');
create trigger owner_loads_after_delete after delete on request.request
    referencing old table as noted for each statement execute function request.note_owner_loads('-1');

create function request.note_owner_load() returns trigger
    language plpgsql as
$$
declare
    crowded boolean;
begin
    with added as (
        insert into request.owner_load (jurisdiction_id, owner_account_id, load)
        select new.jurisdiction_id, i.owner_account_id, sum(i.sign * request.owner_weight(i.priority))
        from (values (-1, old.owner_account_id, old.state, old.priority), (1, new.owner_account_id, new.state, new.priority))
            i (sign, owner_account_id, state, priority)
        where i.owner_account_id is not null and i.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')
        group by i.owner_account_id
        having sum(i.sign * request.owner_weight(i.priority)) <> 0
        returning part
    )
    select bool_or(part % 64 = 0) into crowded from added;
    if crowded then
        perform request.put_owner_loads_together();
    end if;
    return null;
end
$$;
create trigger owner_loads_after_update after update on request.request
    for each row when (old.owner_account_id is distinct from new.owner_account_id or old.state is distinct from new.state
        or old.priority is distinct from new.priority)
    execute function request.note_owner_load();

-- What somebody is given by a statement counts from the next statement on.
create or replace function request.least_loaded_owner(of_jurisdiction uuid) returns uuid
    language sql stable as
$$
    select a.account_id
    from access.account a
    left join (
        select l.owner_account_id, sum(l.load) as load from request.owner_load l
        where l.jurisdiction_id = of_jurisdiction group by l.owner_account_id) owned on owned.owner_account_id = a.account_id
    where a.jurisdiction_id = of_jurisdiction and a.active and request.owner_rank(a.role) is not null
    order by request.owner_rank(a.role), coalesce(owned.load, 0), a.account_id
    limit 1
$$;

-- Adds up anew what is open in the jurisdiction that is open, for whoever wrote requests past the triggers.
create function request.recount_owner_loads() returns void
    language plpgsql as
$$
declare
    here constant uuid := access.current_jurisdiction();
begin
    lock table request.request in share row exclusive mode;
    delete from request.owner_load where jurisdiction_id = here;
    insert into request.owner_load (jurisdiction_id, owner_account_id, load)
    select here, owner_account_id, sum(request.owner_weight(priority)) from request.request
    where jurisdiction_id = here and owner_account_id is not null
        and state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')
    group by owner_account_id;
end
$$;

do $$
declare j record;
begin
    for j in select jurisdiction_id from territory.jurisdiction loop
        perform set_config('vigie.jurisdiction', j.jurisdiction_id::text, true);
        perform request.recount_owner_loads();
    end loop;
    perform set_config('vigie.jurisdiction', '', true);
end
$$;
