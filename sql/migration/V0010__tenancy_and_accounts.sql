-- Why: every row belongs to one jurisdiction and no statement can reach another's. The rule is kept by the database
-- (row-level security, forced on the owner too), so that no query of the service has to remember it.
-- The roles vigie_app (the service), map_reader (published maps) and map_publisher (owner of the published views) are made before the first migration; see DatabaseRoles.

create schema access;
grant usage on schema access to vigie_app, map_publisher, map_reader;

create function access.current_jurisdiction() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('vigie.jurisdiction', true), '')::uuid;

-- Puts one tenant table under the rule and gives the service its rights on it.
create procedure access.protect(tenant_table regclass, rights text default 'select, insert, update, delete')
    language plpgsql as
$$
begin
    execute format('alter table %s enable row level security', tenant_table);
    execute format('alter table %s force row level security', tenant_table);
    execute format('create policy own_jurisdiction on %s using (jurisdiction_id = access.current_jurisdiction())', tenant_table);
    execute format('grant %s on %s to vigie_app', rights, tenant_table);
end
$$;

-- Opens one table to the views of schema map, which keep the tenant rule themselves: a policy that is not simply true would
-- keep every geometry operator away from the indexes, since PostGIS does not declare them leakproof.
create procedure access.publish(tenant_table regclass)
    language plpgsql as
$$
begin
    execute format('grant select on %s to map_publisher', tenant_table);
    execute format('drop policy if exists published on %s', tenant_table);
    execute format('create policy published on %s for select to map_publisher using (true)', tenant_table);
end
$$;

create table access.account (
    jurisdiction_id uuid not null,
    account_id uuid not null,
    email text not null check (email = lower(email)),
    display_name text not null,
    role text not null check (role in ('CITIZEN', 'FRONT_OFFICE', 'DISPATCHER', 'TEAM_MEMBER', 'PATROLLER', 'REFERENT', 'HEAD',
        'SIGNATORY', 'ELECTED_OFFICIAL', 'ADMINISTRATOR')),
    password_hash text,
    phone text,
    active boolean not null default true,
    created_at timestamptz not null default now(),
    removal_on date,
    primary key (jurisdiction_id, account_id),
    unique (jurisdiction_id, email)
);
call access.protect('access.account');
comment on column access.account.password_hash is 'Argon2id; null for an account that signs in elsewhere (OIDC).';
comment on column access.account.removal_on is 'Day on which name, e-mail and phone are removed.';

create table access.sign_in_failure (
    jurisdiction_id uuid not null,
    failure_id bigint generated always as identity,
    email_sha256 bytea not null,
    client_address text not null,
    failed_at timestamptz not null,
    primary key (jurisdiction_id, failure_id)
);
create index on access.sign_in_failure (jurisdiction_id, email_sha256, failed_at);
create index on access.sign_in_failure (jurisdiction_id, client_address, failed_at);
call access.protect('access.sign_in_failure');

-- Sessions (Spring Session's tables). Not tenant-owned: the session names its jurisdiction and is honoured there only.
create table access.session (
    primary_id char(36) primary key,
    session_id char(36) not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(200)
);
create index on access.session (expiry_time);
create index on access.session (principal_name);
create table access.session_attributes (
    session_primary_id char(36) not null references access.session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
grant select, insert, update, delete on access.session, access.session_attributes to vigie_app;
