-- Why: what comes in with a request or helps to place it: photos, addresses, and the answer given to a repeated submission.

create schema intake;
grant usage on schema intake to vigie_app;

create table intake.photo (
    jurisdiction_id uuid not null references territory.jurisdiction,
    photo_id uuid not null,
    request_id uuid,
    purpose text not null default 'REPORT' check (purpose in ('REPORT', 'BEFORE', 'AFTER')),
    -- Of the stored image, which names its file; and of the bytes as they came, which tell a repeat from another photo.
    sha256 bytea not null,
    received_sha256 bytea not null,
    width int not null,
    height int not null,
    proposed_location geometry(Point, 4326),
    taken_at timestamptz,
    publishable boolean not null default true,
    received_at timestamptz not null,
    primary key (jurisdiction_id, photo_id),
    foreign key (jurisdiction_id, request_id) references request.request
);
create index on intake.photo (jurisdiction_id, request_id);
create index on intake.photo (jurisdiction_id, received_at) where request_id is null;
call access.protect('intake.photo');
comment on column intake.photo.proposed_location is 'Read from EXIF before it was stripped; cleared when the photo is attached to a request.';

create table intake.address (
    jurisdiction_id uuid not null references territory.jurisdiction,
    address_id text not null,
    house_number text not null default '',
    street text not null,
    postcode text not null default '',
    locality text not null default '',
    label text not null,
    -- Lower case, no accents, no punctuation: what is searched.
    folded text not null,
    location geometry(Point, 4326) not null,
    import_sha256 bytea not null,
    primary key (jurisdiction_id, address_id)
);
create index on intake.address (jurisdiction_id, folded text_pattern_ops);
create index on intake.address (jurisdiction_id, lower(replace(house_number, ' ', '')));
create index on intake.address (jurisdiction_id, street, postcode, locality);
create index on intake.address using gist (location);
call access.protect('intake.address');

-- The streets of the addresses, so that a street name is looked up among hundreds of streets and not among all house numbers.
create table intake.street (
    jurisdiction_id uuid not null references territory.jurisdiction,
    street text not null,
    postcode text not null,
    locality text not null,
    folded text not null,
    -- Of one of its addresses.
    location geometry(Point, 4326) not null,
    primary key (jurisdiction_id, street, postcode, locality)
);
call access.protect('intake.street');

-- Kept by the database, since addresses are written by imports and by the demo city, in bulk.
create function intake.keep_streets() returns trigger
    language plpgsql as
$$
begin
    if tg_op <> 'DELETE' then
        insert into intake.street (jurisdiction_id, street, postcode, locality, folded, location)
        select distinct on (a.jurisdiction_id, a.street, a.postcode, a.locality) a.jurisdiction_id, a.street, a.postcode, a.locality,
            case when starts_with(a.folded, n.folded || ' ') then substr(a.folded, length(n.folded) + 2) else a.folded end, a.location
        from changed a,
            lateral (select lower(regexp_replace(a.house_number, '[^[:alnum:]]+', ' ', 'g')) as folded) n
        order by a.jurisdiction_id, a.street, a.postcode, a.locality, a.address_id
        on conflict do nothing;
    end if;
    if tg_op <> 'INSERT' then
        delete from intake.street s
        where not exists (
            select 1
            from intake.address a
            where a.jurisdiction_id = s.jurisdiction_id and a.street = s.street and a.postcode = s.postcode and a.locality = s.locality);
    end if;
    return null;
end
$$;
create trigger streets_after_insert after insert on intake.address
    referencing new table as changed for each statement execute function intake.keep_streets();
create trigger streets_after_update after update on intake.address
    referencing new table as changed for each statement execute function intake.keep_streets();
create trigger streets_after_delete after delete on intake.address
    for each statement execute function intake.keep_streets();

create table intake.submission (
    jurisdiction_id uuid not null,
    idempotency_key text not null check (length(idempotency_key) between 8 and 200),
    body_sha256 bytea not null,
    request_id uuid not null,
    received_at timestamptz not null,
    primary key (jurisdiction_id, idempotency_key),
    foreign key (jurisdiction_id, request_id) references request.request
);
call access.protect('intake.submission');
