-- Why: what one may ask for, who answers for it, what is promised, and when somebody picks up the phone.

create schema catalogue;
grant usage on schema catalogue to vigie_app;

create table catalogue.organisation (
    jurisdiction_id uuid not null references territory.jurisdiction,
    organisation_id uuid not null,
    name text not null,
    primary key (jurisdiction_id, organisation_id),
    unique (jurisdiction_id, name)
);
call access.protect('catalogue.organisation');

create table catalogue.service (
    jurisdiction_id uuid not null,
    service_id uuid not null,
    organisation_id uuid not null,
    code text not null,
    name text not null,
    primary key (jurisdiction_id, service_id),
    unique (jurisdiction_id, code),
    foreign key (jurisdiction_id, organisation_id) references catalogue.organisation
);
call access.protect('catalogue.service');

create table catalogue.domain (
    jurisdiction_id uuid not null references territory.jurisdiction,
    domain_id uuid not null,
    code text not null,
    name text not null,
    glyph text not null,
    position int not null,
    primary key (jurisdiction_id, domain_id),
    unique (jurisdiction_id, code)
);
call access.protect('catalogue.domain');

create table catalogue.category (
    jurisdiction_id uuid not null,
    category_id uuid not null,
    domain_id uuid not null,
    service_id uuid not null,
    code text not null,
    name text not null,
    -- Words people use for it; the suggestion and the search read them.
    keywords text not null default '',
    glyph text not null check (glyph in ('street', 'lighting', 'waste', 'green', 'sign', 'water', 'tag', 'animal', 'question', 'praise')),
    kind text not null default 'INCIDENT' check (kind in ('INCIDENT', 'COMPLAINT', 'QUESTION', 'REMARK', 'PRAISE')),
    is_private boolean not null default false,
    is_urgent boolean not null default false,
    duplicate_radius_metres int not null default 50 check (duplicate_radius_metres between 5 and 500),
    acknowledge_minutes int not null check (acknowledge_minutes > 0),
    on_site_minutes int check (on_site_minutes > 0),
    resolve_minutes int check (resolve_minutes > 0),
    reply_minutes int not null check (reply_minutes > 0),
    position int not null,
    active boolean not null default true,
    primary key (jurisdiction_id, category_id),
    unique (jurisdiction_id, code),
    foreign key (jurisdiction_id, domain_id) references catalogue.domain,
    foreign key (jurisdiction_id, service_id) references catalogue.service
);
call access.protect('catalogue.category');
comment on table catalogue.category is 'Commitments are in minutes round the clock until calendars are served; see decisions.md.';

create table catalogue.referent (
    jurisdiction_id uuid not null,
    account_id uuid not null,
    service_id uuid not null,
    primary key (jurisdiction_id, account_id, service_id),
    foreign key (jurisdiction_id, account_id) references access.account,
    foreign key (jurisdiction_id, service_id) references catalogue.service
);
call access.protect('catalogue.referent');

create table catalogue.opening_hours (
    jurisdiction_id uuid not null references territory.jurisdiction,
    iso_weekday int not null check (iso_weekday between 1 and 7),
    opens time not null,
    closes time not null check (closes > opens),
    primary key (jurisdiction_id, iso_weekday, opens)
);
call access.protect('catalogue.opening_hours');
