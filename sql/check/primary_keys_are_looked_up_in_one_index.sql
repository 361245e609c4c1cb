-- No second index holds all columns of a primary key that foreign keys point to, and of requests, which come by the thousand in one
-- transaction, none but the primary key begins with the jurisdiction unless it is partial. While such a table is small both cost the same;
-- the plan of a foreign key's look-up that takes the second is kept while millions come, each of which reads all rows of its commune then.
-- Only what is itself pointed to may.
select i.indrelid::regclass as table_name, i.indexrelid::regclass as index_name
from pg_index i
join pg_index k on k.indrelid = i.indrelid and k.indisprimary
where i.indexrelid <> k.indexrelid
  and (i.indkey::int2[] @> k.indkey::int2[]
    or i.indrelid = 'request.request'::regclass and i.indkey[0] = k.indkey[0] and i.indpred is null)
  and exists (select from pg_constraint c where c.confrelid = i.indrelid and c.conindid = k.indexrelid and c.contype = 'f')
  and not exists (select from pg_constraint c where c.confrelid = i.indrelid and c.conindid = i.indexrelid and c.contype = 'f');
