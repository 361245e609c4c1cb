-- Why: what somebody owned is handed over when they leave, and its history says when: by the clock that the rest of the history goes by,
-- which in a city that does not exist may be a made-up one (V0170).
create or replace function request.hand_over_what_was_owned() returns trigger
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
        values (new.jurisdiction_id, orphan.request_id, gen_random_uuid(), access.now(), 'OWNED',
            new.display_name || ' → ' || heir.display_name, 'Vigie');
    end loop;
    return null;
end
$$;
