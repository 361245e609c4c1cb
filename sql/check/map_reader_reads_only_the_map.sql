-- map_reader may select from views of schema map and from nothing else of ours.
select c.oid::regclass as readable
from pg_class c
where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
  and c.relnamespace::regnamespace::text not in ('map', 'pg_catalog', 'information_schema', 'public')
  and case when c.relkind = 'S' then has_sequence_privilege('map_reader', c.oid, 'select, usage')
           else has_any_column_privilege('map_reader', c.oid, 'select, insert, update, references') end;
