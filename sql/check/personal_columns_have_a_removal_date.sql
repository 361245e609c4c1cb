-- A table that holds an e-mail address, a telephone number, for whom somebody asks, or a recipient's name or address says when it is removed.
select distinct a.attrelid::regclass as kept_for_ever
from pg_attribute a
join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
where a.attname in ('email', 'phone', 'recipient', 'recipient_name', 'recipient_address', 'recipient_email', 'organisation_name')
  and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'public')
  and not exists (select 1 from pg_attribute r where r.attrelid = a.attrelid and r.attname = 'removal_on');
