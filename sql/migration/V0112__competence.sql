-- Why: on the same spot the commune answers for the lamp, the agglomeration for the water and the department for the road; and what may be
-- reported differs from district to district and from day to day. So a competence is organisation × category × ground × period, and an
-- offer and a stop message are category × ground × period, with the rule that chooses stated once more in SQL as the measure.

-- What the service keeps in memory is read again when this changes. Random, so that a change that was rolled back is never taken for another.
create table access.revision (
    jurisdiction_id uuid not null,
    subject text not null,
    revision uuid not null,
    primary key (jurisdiction_id, subject)
);
call access.protect('access.revision');

create function access.touch() returns trigger
    language plpgsql as
$$
begin
    if access.current_jurisdiction() is not null then
        insert into access.revision (jurisdiction_id, subject, revision)
        values (access.current_jurisdiction(), tg_argv[0], gen_random_uuid())
        on conflict (jurisdiction_id, subject) do update set revision = excluded.revision;
    end if;
    return null;
end
$$;

create procedure access.touches(tenant_table regclass, subject text)
    language plpgsql as
$$
begin
    execute format('create trigger touches after insert or update or delete on %s for each statement execute function access.touch(%L)',
        tenant_table, subject);
end
$$;

alter table catalogue.organisation add works_here boolean not null default true;
comment on column catalogue.organisation.works_here is 'false: what is theirs is forwarded to them';
alter table catalogue.service add unique (jurisdiction_id, service_id, organisation_id);

-- A named piece of ground: a sector of any set, an area of its own, or a road with its width.
create table catalogue.ground (
    jurisdiction_id uuid not null references territory.jurisdiction,
    ground_id uuid not null,
    code text not null,
    name text not null,
    sector_id uuid,
    polygon geometry(MultiPolygon, 4326) check (st_isvalid(polygon) and not st_isempty(polygon)),
    line geometry(MultiLineString, 4326) check (not st_isempty(line)),
    -- From one side to the other: half of it lies on either side of the line.
    width_metres double precision check (width_metres > 0 and width_metres <= 500),
    primary key (jurisdiction_id, ground_id),
    unique (jurisdiction_id, code),
    check (num_nonnulls(sector_id, polygon, line) = 1),
    check ((line is null) = (width_metres is null)),
    foreign key (jurisdiction_id, sector_id) references territory.sector
);
call access.protect('catalogue.ground');

-- Null stands for all: everywhere, every category, no end.
create table catalogue.competence (
    jurisdiction_id uuid not null,
    competence_id uuid not null,
    code text not null,
    organisation_id uuid not null,
    service_id uuid,
    ground_id uuid,
    domain_id uuid,
    category_id uuid,
    holds_from timestamptz not null,
    holds_until timestamptz check (holds_until > holds_from),
    primary key (jurisdiction_id, competence_id),
    unique (jurisdiction_id, code),
    check (num_nonnulls(domain_id, category_id) <= 1),
    foreign key (jurisdiction_id, organisation_id) references catalogue.organisation,
    foreign key (jurisdiction_id, service_id, organisation_id) references catalogue.service (jurisdiction_id, service_id, organisation_id),
    foreign key (jurisdiction_id, ground_id) references catalogue.ground,
    foreign key (jurisdiction_id, domain_id) references catalogue.domain,
    foreign key (jurisdiction_id, category_id) references catalogue.category
);
call access.protect('catalogue.competence');

-- A category without one, of itself or of its domain, is offered everywhere; those of the category go before those of its domain.
create table catalogue.activation (
    jurisdiction_id uuid not null,
    activation_id uuid not null,
    domain_id uuid,
    category_id uuid,
    ground_id uuid,
    offered_from timestamptz not null,
    offered_until timestamptz check (offered_until > offered_from),
    primary key (jurisdiction_id, activation_id),
    check (num_nonnulls(domain_id, category_id) = 1),
    foreign key (jurisdiction_id, ground_id) references catalogue.ground,
    foreign key (jurisdiction_id, domain_id) references catalogue.domain,
    foreign key (jurisdiction_id, category_id) references catalogue.category
);
call access.protect('catalogue.activation');

create table catalogue.stop_message (
    jurisdiction_id uuid not null,
    stop_message_id uuid not null,
    text text not null check (length(text) between 1 and 500),
    -- Not only tells people, but takes nothing from them meanwhile; the desk may.
    refuses boolean not null default false,
    domain_id uuid,
    category_id uuid,
    ground_id uuid,
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > starts_at),
    primary key (jurisdiction_id, stop_message_id),
    check (num_nonnulls(domain_id, category_id) <= 1),
    foreign key (jurisdiction_id, ground_id) references catalogue.ground,
    foreign key (jurisdiction_id, domain_id) references catalogue.domain,
    foreign key (jurisdiction_id, category_id) references catalogue.category
);
call access.protect('catalogue.stop_message');

call access.touches('territory.jurisdiction', 'boundary');
call access.touches('catalogue.organisation', 'catalogue');
call access.touches('catalogue.service', 'catalogue');
call access.touches('catalogue.domain', 'catalogue');
call access.touches('catalogue.category', 'catalogue');
call access.touches('catalogue.ground', 'catalogue');
call access.touches('catalogue.competence', 'catalogue');
call access.touches('catalogue.activation', 'catalogue');
call access.touches('catalogue.stop_message', 'catalogue');

-- The authority whose road or competence it is, when it is not the service's own organisation; and a neighbour that a person chose near an edge.
alter table request.request add authority_id uuid;
alter table request.request add foreign key (jurisdiction_id, authority_id) references catalogue.organisation;
alter table request.request drop constraint request_placement_rule_check;
alter table request.request add constraint request_placement_rule_check
    check (placement_rule in ('INSIDE', 'SHARED_EDGE', 'OVERLAP', 'NEAREST', 'CHOSEN', 'OUTSIDE', 'NO_SECTORS', 'TO_BE_LOCATED'));
