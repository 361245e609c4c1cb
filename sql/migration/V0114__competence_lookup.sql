-- Why: the rule that names one competent organisation, stated once in SQL: the measure for the service's lookup in memory, and the way to
-- ask for many rows at once. Says nothing that catalogue/package-info.java does not say.

-- As territory.metres_to_edge: lines are straight in longitude and latitude, only the distance is geodesic.
create function catalogue.metres_to_line(line geometry, place geometry) returns double precision
    language sql immutable parallel safe as
$$
select st_distance(place::geography,
    st_scale(st_closestpoint(st_scale(line, narrowing, 1), st_scale(place, narrowing, 1)), 1 / narrowing, 1)::geography)
from (select cos(radians(st_y(place))) as narrowing) n
$$;

create function catalogue.grounds_at(place geometry, at timestamptz, tolerance_metres double precision)
    returns table (ground_id uuid, precedence int, rule text)
    language sql stable as
$$
select g.ground_id, 1, 'LINE'
from catalogue.ground g
where g.line is not null and catalogue.metres_to_line(g.line, place) <= g.width_metres / 2
union all
select g.ground_id, 2, 'POLYGON'
from catalogue.ground g
where g.polygon is not null and st_covers(g.polygon, place)
union all
select g.ground_id, 3, 'SECTOR'
from (
    select distinct jurisdiction_id, sector_set_id
    from catalogue.ground join territory.sector using (jurisdiction_id, sector_id)) used
join territory.sector_set st using (jurisdiction_id, sector_set_id)
cross join lateral territory.locate(st.code, place, at, tolerance_metres) l
join catalogue.ground g on g.jurisdiction_id = used.jurisdiction_id and g.sector_id = l.sector_id
union all
select null, 4, 'WHOLE'
$$;

-- No row: nobody else is competent, it is the organisation of the category's own service.
create function catalogue.competent(
    wanted_category uuid, place geometry, at timestamptz default now(), tolerance_metres double precision default 0)
    returns table (rule text, competence_id uuid, organisation_id uuid)
    language sql stable as
$$
select g.rule, c.competence_id, c.organisation_id
from catalogue.category k
join catalogue.competence c
    on c.jurisdiction_id = k.jurisdiction_id and coalesce(c.category_id = k.category_id, c.domain_id = k.domain_id, true)
    and c.holds_from <= at and coalesce(at < c.holds_until, true)
join catalogue.grounds_at(place, at, tolerance_metres) g on g.ground_id is not distinct from c.ground_id
where k.category_id = wanted_category
order by g.precedence, c.category_id is null, c.domain_id is null, c.code collate "C"
limit 1
$$;
