-- Why: one person of the front office follows each request from its receipt to its end, so that nobody who asked is sent from one office
-- to the next. The service chooses by load and presence; what it forgets, and who leaves, the database makes good: an open request is
-- without an owner only where nobody is who could be one.

create table team.account_shift (
    jurisdiction_id uuid not null,
    account_id uuid not null,
    shift_id uuid not null,
    primary key (jurisdiction_id, account_id, shift_id),
    foreign key (jurisdiction_id, account_id) references access.account,
    foreign key (jurisdiction_id, shift_id) references team.shift
);
call access.protect('team.account_shift');
call access.touches('team.account_shift', 'team');
comment on table team.account_shift is 'When somebody is expected to work; without a row: always.';

create table team.presence (
    jurisdiction_id uuid not null,
    account_id uuid not null,
    state text not null check (state in ('PRESENT', 'AWAY')),
    since timestamptz not null,
    holds_until timestamptz not null check (holds_until > since),
    primary key (jurisdiction_id, account_id),
    foreign key (jurisdiction_id, account_id) references access.account
);
call access.protect('team.presence');
call access.touches('team.presence', 'team');
comment on table team.presence is 'What people say of themselves, the last word only; it goes before their shifts while it holds.';

call request.admit_entries('OWNED', 'TRANSMITTED', 'REFUSED', 'DELIVERED', 'UNDELIVERED');

create index request_open_owner on request.request (jurisdiction_id, owner_account_id, priority)
    where state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED');

-- Who may own requests, the first choice first; null: nobody else. Where there is no front office, its work falls to the next.
create function request.owner_rank(role text) returns int
    language sql immutable parallel safe
    return case role when 'FRONT_OFFICE' then 1 when 'DISPATCHER' then 2 when 'HEAD' then 3 when 'ADMINISTRATOR' then 4 end;

-- How much of a load a request is.
create function request.owner_weight(priority text) returns int
    language sql immutable parallel safe
    return case priority when 'URGENT' then 3 when 'HIGH' then 2 else 1 end;

create function request.least_loaded_owner(of_jurisdiction uuid) returns uuid
    language sql stable as
$$
    select a.account_id
    from access.account a
    left join lateral (
        select sum(request.owner_weight(r.priority)) as load
        from request.request r
        where r.jurisdiction_id = a.jurisdiction_id and r.owner_account_id = a.account_id
            and r.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')) owned on true
    where a.jurisdiction_id = of_jurisdiction and a.active and request.owner_rank(a.role) is not null
    order by request.owner_rank(a.role), coalesce(owned.load, 0), a.account_id
    limit 1
$$;

create function request.keep_an_owner() returns trigger
    language plpgsql as
$$
begin
    if not exists (
        select from access.account a
        where a.jurisdiction_id = new.jurisdiction_id and a.account_id = new.owner_account_id and a.active
            and request.owner_rank(a.role) is not null) then
        new.owner_account_id := coalesce(request.least_loaded_owner(new.jurisdiction_id), new.owner_account_id);
    end if;
    return new;
end
$$;
create trigger keep_an_owner before insert or update of state, owner_account_id on request.request
    for each row when (new.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED'))
    execute function request.keep_an_owner();

-- The first who may own takes what nobody could follow; whoever may no longer hands over one after the other, the heaviest first.
create function request.hand_over_what_was_owned() returns trigger
    language plpgsql as
$$
declare
    orphan record;
    heir record;
begin
    if new.active and request.owner_rank(new.role) is not null then
        update request.request set owner_account_id = new.account_id
        where jurisdiction_id = new.jurisdiction_id and owner_account_id is null
            and state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED');
        return null;
    end if;
    for orphan in
        select request_id from request.request
        where jurisdiction_id = new.jurisdiction_id and owner_account_id = new.account_id
            and state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')
        order by request.owner_weight(priority) desc, received_at, request_id
    loop
        select a.account_id, a.display_name into heir from access.account a
        where a.jurisdiction_id = new.jurisdiction_id and a.account_id = request.least_loaded_owner(new.jurisdiction_id);
        exit when heir.account_id is null;
        update request.request set owner_account_id = heir.account_id
        where jurisdiction_id = new.jurisdiction_id and request_id = orphan.request_id;
        insert into request.history (jurisdiction_id, request_id, entry_id, happened_at, entry, staff_text, actor_label)
        values (new.jurisdiction_id, orphan.request_id, gen_random_uuid(), clock_timestamp(), 'OWNED',
            new.display_name || ' → ' || heir.display_name, 'Vigie');
    end loop;
    return null;
end
$$;
create trigger hand_over_what_was_owned after insert or update of active, role on access.account
    for each row execute function request.hand_over_what_was_owned();

-- Open requests of existing cities are dealt out in the order in which they came.
do $$
declare j record;
begin
    for j in select jurisdiction_id from territory.jurisdiction loop
        perform set_config('vigie.jurisdiction', j.jurisdiction_id::text, true);
        with owner as (
            select account_id, row_number() over (order by account_id) - 1 as place, count(*) over () as n
            from access.account
            where active and request.owner_rank(role) = (select min(request.owner_rank(role)) from access.account where active)
        ), orphan as (
            select request_id, row_number() over (order by received_at, request_id) - 1 as place from request.request
            where owner_account_id is null and state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')
        )
        update request.request r set owner_account_id = owner.account_id
        from orphan join owner on orphan.place % owner.n = owner.place
        where r.request_id = orphan.request_id;
    end loop;
    perform set_config('vigie.jurisdiction', '', true);
end
$$;
