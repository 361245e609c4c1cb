-- Every view of schema map, and of staff's, keeps the tenant rule in its own text, since its owner is past row-level security; one that names
-- people's whereabouts has the rights of whoever reads it instead.
select c.oid::regclass as open_to_all
from pg_class c
where c.relkind = 'v' and c.relnamespace in ('map'::regnamespace, 'staff_map'::regnamespace)
  and (pg_get_viewdef(c.oid) not like '%current_jurisdiction()%'
    or (c.relowner::regrole::text <> 'map_publisher' and not coalesce('security_invoker=true' = any (c.reloptions), false)));
