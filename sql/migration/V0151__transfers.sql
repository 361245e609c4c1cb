-- Why: a request that its owner transmits to a service waits there for a yes; a no comes back to the owner with its reason, and how often
-- it changed hands is counted, so that bouncing is seen.

create table dispatch.transfer (
    jurisdiction_id uuid not null,
    transfer_id uuid not null,
    request_id uuid not null,
    from_service_id uuid not null,
    from_team_id uuid not null,
    to_service_id uuid not null,
    to_team_id uuid not null,
    reason text not null default '' check (length(reason) <= 1000),
    sent_by uuid not null,
    sent_at timestamptz not null,
    -- OVERTAKEN: sent elsewhere, or ended, before anybody answered.
    answer text check (answer in ('ACCEPTED', 'REFUSED', 'OVERTAKEN')),
    answered_at timestamptz,
    answered_by uuid,
    answer_reason text not null default '' check (length(answer_reason) <= 1000),
    primary key (jurisdiction_id, transfer_id),
    check ((answer is null) = (answered_at is null)),
    check (answer is distinct from 'REFUSED' or answer_reason <> ''),
    foreign key (jurisdiction_id, request_id) references request.request,
    foreign key (jurisdiction_id, from_service_id) references catalogue.service,
    foreign key (jurisdiction_id, from_team_id) references team.team,
    foreign key (jurisdiction_id, to_service_id) references catalogue.service,
    foreign key (jurisdiction_id, to_team_id) references team.team,
    foreign key (jurisdiction_id, sent_by) references access.account,
    foreign key (jurisdiction_id, answered_by) references access.account
);
create unique index one_transfer_waits on dispatch.transfer (jurisdiction_id, request_id) where answer is null;
create index on dispatch.transfer (jurisdiction_id, request_id);
call access.protect('dispatch.transfer', 'select, insert, update');

-- Copied here so that the queue needs no join: how often it changed hands by a person's decision, since when a service has to answer,
-- since when and why it is back with its owner.
alter table request.request add transfers int not null default 0 check (transfers >= 0);
alter table request.request add transmitted_at timestamptz;
alter table request.request add returned_at timestamptz;
alter table request.request add return_cause text check (return_cause in ('REFUSED', 'IMPOSSIBLE', 'REOPENED'));
alter table request.request add check ((returned_at is null) = (return_cause is null));

-- Referents by service, category and area; the most specific speaks, whoever is away is stood in for.
alter table catalogue.referent drop constraint referent_pkey;
alter table catalogue.referent add referent_id uuid not null default gen_random_uuid();
alter table catalogue.referent add primary key (jurisdiction_id, referent_id);
alter table catalogue.referent add category_id uuid;
alter table catalogue.referent add sector_id uuid;
alter table catalogue.referent add deputy_account_id uuid check (deputy_account_id <> account_id);
alter table catalogue.referent add foreign key (jurisdiction_id, category_id) references catalogue.category;
alter table catalogue.referent add foreign key (jurisdiction_id, sector_id) references territory.sector;
alter table catalogue.referent add foreign key (jurisdiction_id, deputy_account_id) references access.account;
create unique index referent_is_named_once on catalogue.referent (jurisdiction_id, account_id, service_id, category_id, sector_id)
    nulls not distinct;
comment on column catalogue.referent.category_id is 'Null: every category of the service.';
comment on column catalogue.referent.sector_id is 'Null: everywhere.';
comment on column catalogue.referent.deputy_account_id is 'Stands in whenever the referent is away and the absence names nobody who is there.';
