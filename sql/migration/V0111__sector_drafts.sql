-- Why: sectors are redrawn in a draft that several people see, try and publish; what is published is never edited. Each edit keeps what
-- it replaced, so that undoing and redoing work for whoever has the draft open, and after a restart.

create table territory.sector_draft (
    jurisdiction_id uuid not null,
    draft_id uuid not null,
    sector_set_id uuid not null,
    name text not null check (length(name) between 1 and 120),
    based_on_version_id uuid not null,
    revision int not null default 1,
    -- The last edit that stands; later ones have been undone.
    step int not null default 0,
    created_by uuid not null,
    created_at timestamptz not null,
    changed_by uuid not null,
    changed_at timestamptz not null,
    published_version_id uuid,
    published_reason text not null default '',
    discarded_at timestamptz,
    primary key (jurisdiction_id, draft_id),
    check (published_version_id is null or discarded_at is null),
    foreign key (jurisdiction_id, sector_set_id) references territory.sector_set,
    foreign key (jurisdiction_id, based_on_version_id) references territory.sector_version,
    foreign key (jurisdiction_id, published_version_id) references territory.sector_version,
    foreign key (jurisdiction_id, created_by) references access.account,
    foreign key (jurisdiction_id, changed_by) references access.account
);
call access.protect('territory.sector_draft');

-- The draft as it stands.
create table territory.draft_sector (
    jurisdiction_id uuid not null,
    draft_id uuid not null,
    code text not null check (length(code) between 1 and 60),
    name text not null check (length(name) between 1 and 120),
    priority int not null default 0,
    shape geometry(MultiPolygon, 4326) not null check (st_isvalid(shape)),
    primary key (jurisdiction_id, draft_id, code),
    foreign key (jurisdiction_id, draft_id) references territory.sector_draft
);
call access.protect('territory.draft_sector');

create table territory.draft_step (
    jurisdiction_id uuid not null,
    draft_id uuid not null,
    step int not null check (step > 0),
    kind text not null check (kind in ('CLAIM', 'SPLIT', 'MERGE', 'MOVE_POINT', 'RENAME', 'IMPORT')),
    -- Names of the sectors it is about, for the list of edits.
    about text not null,
    made_by uuid not null,
    made_at timestamptz not null,
    primary key (jurisdiction_id, draft_id, step),
    foreign key (jurisdiction_id, draft_id) references territory.sector_draft,
    foreign key (jurisdiction_id, made_by) references access.account
);
call access.protect('territory.draft_step');

-- The sectors an edit touched, as they were and as it left them.
create table territory.draft_step_sector (
    jurisdiction_id uuid not null,
    draft_id uuid not null,
    step int not null,
    side text not null check (side in ('BEFORE', 'AFTER')),
    code text not null,
    name text not null,
    priority int not null,
    shape geometry(MultiPolygon, 4326) not null,
    primary key (jurisdiction_id, draft_id, step, side, code),
    foreign key (jurisdiction_id, draft_id, step) references territory.draft_step on delete cascade
);
call access.protect('territory.draft_step_sector');
