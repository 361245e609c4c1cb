-- Why: where a request goes and how urgent it is follows from what a town has agreed on, and that is more than a table of two columns: near
-- a school and dangerous, on a Sunday night, when the text speaks of syringes. Such rules are data that people write, try and read.

-- One version of one rule. The text is never changed once it was active: another version replaces it.
create table request.rule (
    jurisdiction_id uuid not null references territory.jurisdiction,
    rule_id uuid not null,
    code text not null check (code ~ '^[A-Z0-9][A-Z0-9-]{0,39}$'),
    version int not null check (version > 0),
    name text not null check (length(name) between 1 and 200),
    state text not null check (state in ('DRAFT', 'ACTIVE', 'RETIRED')),
    -- The lesser goes first; a draft stands where it would come.
    position int not null check (position > 0),
    body jsonb not null check (body ->> 'schema' = '1'),
    -- What became of the requests of a period, and of which text: SHA-256 of its canonical form.
    trial jsonb,
    trial_of bytea,
    revision int not null default 1,
    changed_at timestamptz not null,
    changed_by uuid,
    activated_at timestamptz,
    activated_by uuid,
    retired_at timestamptz,
    retired_by uuid,
    primary key (jurisdiction_id, rule_id),
    unique (jurisdiction_id, code, version),
    check ((trial is null) = (trial_of is null)),
    check ((state = 'DRAFT') = (activated_at is null)),
    check (state = 'DRAFT' or trial is not null),
    check ((state = 'RETIRED') = (retired_at is not null)),
    foreign key (jurisdiction_id, changed_by) references access.account,
    foreign key (jurisdiction_id, activated_by) references access.account,
    foreign key (jurisdiction_id, retired_by) references access.account
);
create unique index one_active_version on request.rule (jurisdiction_id, code) where state = 'ACTIVE';
create unique index one_draft on request.rule (jurisdiction_id, code) where state = 'DRAFT';
call access.protect('request.rule');
call access.touches('request.rule', 'rules');

create function request.keep_rule() returns trigger
    language plpgsql as
$$
begin
    if old.state <> 'DRAFT' and (tg_op = 'DELETE'
        or (new.code, new.version, new.name, new.body, new.trial_of) is distinct from (old.code, old.version, old.name, old.body, old.trial_of)) then
        raise exception 'rule % version % was active: another version replaces it', old.code, old.version;
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger keep_rule before update or delete on request.rule for each row execute function request.keep_rule();

-- What a rule that is not retired speaks of, so that it cannot be deleted meanwhile.
create table request.rule_reference (
    jurisdiction_id uuid not null,
    rule_id uuid not null,
    reference_number int not null,
    category_id uuid,
    domain_id uuid,
    place_class_id uuid,
    sector_id uuid,
    ground_id uuid,
    shift_id uuid,
    calendar_id uuid,
    team_id uuid,
    organisation_id uuid,
    primary key (jurisdiction_id, rule_id, reference_number),
    check (num_nonnulls(category_id, domain_id, place_class_id, sector_id, ground_id, shift_id, calendar_id, team_id, organisation_id) = 1),
    foreign key (jurisdiction_id, rule_id) references request.rule on delete cascade,
    foreign key (jurisdiction_id, category_id) references catalogue.category,
    foreign key (jurisdiction_id, domain_id) references catalogue.domain,
    foreign key (jurisdiction_id, place_class_id) references request.place_class,
    foreign key (jurisdiction_id, sector_id) references territory.sector,
    foreign key (jurisdiction_id, ground_id) references catalogue.ground,
    foreign key (jurisdiction_id, shift_id) references team.shift,
    foreign key (jurisdiction_id, calendar_id) references catalogue.calendar,
    foreign key (jurisdiction_id, team_id) references team.team,
    foreign key (jurisdiction_id, organisation_id) references catalogue.organisation
);
call access.protect('request.rule_reference');

-- What was told of a request that rules ask for, and which rule decided what; null where none did.
create table request.ruling (
    jurisdiction_id uuid not null,
    request_id uuid not null,
    danger text check (danger in ('NONE', 'POSSIBLE', 'IMMEDIATE')),
    -- PERSON: somebody chose the priority, and no rule changes it any more.
    priority_by text not null check (priority_by in ('TABLE', 'RULE', 'PERSON')),
    priority_rule_id uuid,
    team_rule_id uuid,
    private_rule_id uuid,
    forward_rule_id uuid,
    note_rule_id uuid,
    message_rule_id uuid,
    primary key (jurisdiction_id, request_id),
    check ((priority_by = 'RULE') = (priority_rule_id is not null)),
    foreign key (jurisdiction_id, request_id) references request.request,
    foreign key (jurisdiction_id, priority_rule_id) references request.rule,
    foreign key (jurisdiction_id, team_rule_id) references request.rule,
    foreign key (jurisdiction_id, private_rule_id) references request.rule,
    foreign key (jurisdiction_id, forward_rule_id) references request.rule,
    foreign key (jurisdiction_id, note_rule_id) references request.rule,
    foreign key (jurisdiction_id, message_rule_id) references request.rule
);
create index ruled on request.ruling (jurisdiction_id)
    where num_nonnulls(priority_rule_id, team_rule_id, private_rule_id, forward_rule_id, note_rule_id, message_rule_id) > 0;
call access.protect('request.ruling');

alter table request.request drop constraint request_assignment_rule_check;
alter table request.request add constraint request_assignment_rule_check check (assignment_rule in ('RULE', 'ON_CALL', 'URGENT', 'SERVICE',
    'SECTOR_AND_CATEGORY', 'CATEGORY', 'SECTOR', 'SECTOR_DEFAULT', 'LAST_RESORT', 'DISPATCHER', 'IMPORT'));
