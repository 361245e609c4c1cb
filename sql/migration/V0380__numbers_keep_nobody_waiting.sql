-- Why: whoever took a number held its row until the commit, so that all who report in a commune committed one after the other. A number is drawn
-- in a short transaction of its own now. So that the register has no gaps all the same, a number of which nothing came goes to the next who
-- reports: given back by whoever was refused after it was drawn, or found by a look at what was drawn and is no request, since its service died.

alter table request.number_sequence add checked_to int, add check_next int, add looked_at timestamptz;
comment on column request.number_sequence.checked_to is 'Every number up to it is a request or unused; null: nobody has looked yet.';
comment on column request.number_sequence.check_next is 'The last number at the last look: what is up to it was drawn before that.';

create table request.unused_number (
    jurisdiction_id uuid not null references territory.jurisdiction,
    year int not null,
    number int not null,
    drawn_at timestamptz,
    primary key (jurisdiction_id, year, number)
);
call access.protect('request.unused_number');
comment on table request.unused_number is 'Numbers of which nothing came. drawn_at: somebody has it again, and its row goes once it is a request.';

-- The commit is not waited for: what is logged after it, the request that bears the number among it, reaches the disk after it.
create function request.draw_numbers(of_jurisdiction uuid, of_year int, how_many int) returns setof int
    language plpgsql volatile as
$$
declare
    unused int[];
    fresh int;
    newest int;
begin
    perform set_config('vigie.jurisdiction', of_jurisdiction::text, true), set_config('synchronous_commit', 'off', true);
    with found as (
        select u.number from request.unused_number u
        where u.jurisdiction_id = of_jurisdiction and u.year = of_year and u.drawn_at is null
        order by u.number limit how_many for update skip locked
    ), taken as (
        update request.unused_number u set drawn_at = clock_timestamp() from found f
        where u.jurisdiction_id = of_jurisdiction and u.year = of_year and u.number = f.number
        returning u.number
    )
    select coalesce(array_agg(number order by number), '{}') into unused from taken;
    fresh := how_many - cardinality(unused);
    if fresh > 0 then
        insert into request.number_sequence as s (jurisdiction_id, year, last_number, checked_to, check_next, looked_at)
        values (of_jurisdiction, of_year, fresh, 0, 0, clock_timestamp())
        on conflict (jurisdiction_id, year) do update set last_number = s.last_number + fresh
        returning last_number into newest;
    end if;
    return query select unnest(unused) union all select generate_series(newest - fresh + 1, newest);
end
$$;

-- Only of what was rolled back for certain.
create function request.give_numbers_back(of_jurisdiction uuid, of_year int, numbers int[]) returns void
    language plpgsql volatile as
$$
begin
    perform set_config('vigie.jurisdiction', of_jurisdiction::text, true);
    insert into request.unused_number (jurisdiction_id, year, number)
    select of_jurisdiction, of_year, n from unnest(numbers) n
    on conflict (jurisdiction_id, year, number) do update set drawn_at = null;
end
$$;

create function request.number_as_read(year int, number int) returns text
    language sql immutable parallel safe
    return year || '-' || lpad(number::text, greatest(6, length(number::text)), '0');

-- To be called again and again. What was drawn longer ago than a report can take and is no request now never will be; should it become one all
-- the same, the key of the numbers refuses the second. By the clock on the wall, in whatever time the city lives. Returns how many were found.
create function request.find_unused_numbers(older_than interval) returns int
    language plpgsql volatile set enable_hashjoin = off set enable_mergejoin = off as
$$
declare
    here constant uuid := access.current_jurisdiction();
    lost int;
begin
    delete from request.unused_number u
    where u.jurisdiction_id = here and u.drawn_at < clock_timestamp() - older_than
        and exists (select from request.request r where r.jurisdiction_id = here and r.number = request.number_as_read(u.year, u.number));
    update request.unused_number u set drawn_at = null
    where u.jurisdiction_id = here and u.drawn_at < clock_timestamp() - older_than;
    insert into request.unused_number (jurisdiction_id, year, number)
    select here, s.year, n
    from request.number_sequence s, generate_series(s.checked_to + 1, s.check_next) n
    where s.jurisdiction_id = here and s.looked_at < clock_timestamp() - older_than
        and not exists (select from request.request r where r.jurisdiction_id = here and r.number = request.number_as_read(s.year, n))
    on conflict do nothing;
    get diagnostics lost = row_count;
    update request.number_sequence s
    set checked_to = coalesce(s.check_next, s.last_number), check_next = s.last_number, looked_at = clock_timestamp()
    where s.jurisdiction_id = here and coalesce(s.looked_at < clock_timestamp() - older_than, true)
        and (s.checked_to is distinct from s.last_number or s.check_next is distinct from s.last_number);
    return lost;
end
$$;
