-- A foreign key between tenant tables carries jurisdiction_id, so that no row can point into another commune.
select c.conrelid::regclass as from_table, c.conname
from pg_constraint c
join pg_attribute own on own.attrelid = c.conrelid and own.attname = 'jurisdiction_id'
join pg_attribute theirs on theirs.attrelid = c.confrelid and theirs.attname = 'jurisdiction_id'
where c.contype = 'f' and not (own.attnum = any (c.conkey) and theirs.attnum = any (c.confkey));
