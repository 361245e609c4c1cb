-- Why: a small town wants no approval chains and no rules, another no field page. What it switches off is not there, for nobody; nothing
-- that is stored goes, and what it does not name is on, so that a new module is there without anybody's doing.

create table access.module_off (
    jurisdiction_id uuid not null,
    module text not null check (module ~ '^[A-Z_]{1,40}$'),
    primary key (jurisdiction_id, module)
);
call access.protect('access.module_off', 'select, insert, delete');
call access.touches('access.module_off', 'modules');
