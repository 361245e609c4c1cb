-- Why: a function in SQL that cannot be put into the statement that calls it is parsed and planned anew in each transaction, which took a fifth of
-- what the nearest requests cost. One can be put in once it is not strict any more (it answers null for null all the same); the other, which
-- may not be put in since it has its owner's rights, keeps its plan for as long as the session lasts.

create or replace function geo.box_around(place geometry, metres float8) returns geometry
    language sql immutable parallel safe
    return st_expand(st_transform(place, 3857), metres / cos(radians(least(85.06, abs(st_y(place)) + metres / 110574))) * 1.01);

create or replace function access.now() returns timestamptz
    language plpgsql stable parallel safe security definer as
$$
begin
    return coalesce((select shown + greatest(now() - set_at, interval '0') * speed from access.simulated_time), now());
end
$$;
