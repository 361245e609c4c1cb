-- Why: all who report in a commune wait for each other from the number on, and each exchange with the database is waited for by everybody.
-- So the number and what the owners have to follow come in one: the function's second statement sees what whoever had the turn before has
-- committed, which a single statement, that looks once before it waits, would not.

create function request.take_turn(of_year int)
    returns table (number int, account_id uuid, display_name text, role text, rank int, load bigint)
    language plpgsql volatile as
$$
#variable_conflict use_column
declare
    here constant uuid := access.current_jurisdiction();
    taken int;
begin
    insert into request.number_sequence as s (jurisdiction_id, year, last_number) values (here, of_year, 1)
    on conflict (jurisdiction_id, year) do update set last_number = s.last_number + 1
    returning last_number into taken;
    return query
        select taken, a.account_id, a.display_name, a.role, request.owner_rank(a.role), coalesce(owned.load, 0)
        from access.account a
        left join (
            select l.owner_account_id, sum(l.load) as load from request.owner_load l
            where l.jurisdiction_id = here group by l.owner_account_id) owned on owned.owner_account_id = a.account_id
        where a.jurisdiction_id = here and a.active and request.owner_rank(a.role) is not null;
    if not found then
        return query select taken, null::uuid, null::text, null::text, null::int, null::bigint;
    end if;
end
$$;
