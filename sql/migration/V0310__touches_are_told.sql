-- Why: whoever writes has to see what it changed itself of what the service keeps in memory, and to ask for that at every look was a sixth
-- of the statements of an intake. So the database says by itself that something was touched: PostgreSQL tells its client a changed
-- application_name with the answer to the statement that changed it, and takes it back when the transaction ends.

create or replace function access.touch() returns trigger
    language plpgsql as
$$
declare
    written constant uuid := gen_random_uuid();
begin
    if access.current_jurisdiction() is not null then
        insert into access.revision (jurisdiction_id, subject, revision)
        values (access.current_jurisdiction(), tg_argv[0], written)
        on conflict (jurisdiction_id, subject) do update set revision = excluded.revision;
        perform set_config('application_name', 'vigie touched ' || written, true);
    end if;
    return null;
end
$$;
