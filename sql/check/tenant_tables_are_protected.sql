-- Every table's primary key begins with jurisdiction_id and row-level security is on and forced. The exceptions own no tenant's data.
select c.oid::regclass as unprotected
from pg_class c
where c.relkind in ('r', 'p')
  and c.relnamespace::regnamespace::text in ('access', 'territory', 'catalogue', 'team', 'request', 'intake', 'dispatch', 'intervention', 'reply', 'citizen',
    'open311', 'webhook', 'forwarding', 'overlay', 'features', 'notification', 'cells')
  and c.oid::regclass::text not in ('access.session', 'access.session_attributes', 'access.simulated_time', 'notification.scheduled_task')
  and (not c.relrowsecurity
    or not c.relforcerowsecurity
    or not exists (
        select 1
        from pg_index i
        join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary and a.attname = 'jurisdiction_id'));
