-- Every view of schema map keeps the tenant rule in its own text, since its owner is past row-level security.
select c.oid::regclass as open_to_all
from pg_class c
where c.relkind = 'v' and c.relnamespace = 'map'::regnamespace
  and (pg_get_viewdef(c.oid) not like '%current_jurisdiction()%' or c.relowner::regrole::text <> 'map_publisher');
