-- Why: whoever brings thousands of rows at once leaves tables of which the planner knows nothing until the database next looks by itself, up to
-- minutes later. Meanwhile a page that takes milliseconds read all of a new city for each of its rows. Only an owner of a table may have it
-- looked at, which the service is not.

create function access.look_at(filled regclass[]) returns void
    language plpgsql security definer set search_path = pg_catalog as
$$
declare filled_table regclass;
begin
    foreach filled_table in array filled loop
        execute format('analyze %s', filled_table);
    end loop;
end
$$;
revoke all on function access.look_at(regclass[]) from public;
grant execute on function access.look_at(regclass[]) to vigie_app;
