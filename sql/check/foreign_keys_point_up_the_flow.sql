-- A foreign key of an earlier step to a later one would turn the flow round.
with flow(schema_name, step) as (
    values ('access', 1), ('territory', 1), ('catalogue', 3), ('team', 4), ('request', 5), ('intake', 6), ('dispatch', 7),
        ('intervention', 8), ('reply', 9), ('citizen', 10), ('open311', 11), ('webhook', 11), ('forwarding', 11), ('overlay', 2), ('features', 2),
        ('notification', 1)
)
select c.conrelid::regclass as from_table, c.confrelid::regclass as to_table
from pg_constraint c
join pg_class f on f.oid = c.conrelid
join pg_class t on t.oid = c.confrelid
join flow ff on ff.schema_name = f.relnamespace::regnamespace::text
join flow tf on tf.schema_name = t.relnamespace::regnamespace::text
where c.contype = 'f' and tf.step > ff.step;
