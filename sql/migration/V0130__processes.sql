-- Why: how a kind of request is dealt with (what is asked, promised, done and reported) is agreed on by those who do it, changes, and must not
-- change under a request that is being dealt with. So each category has a process in numbered versions: drafted, reviewed, published from
-- a day on, and never edited after that.

create table catalogue.process_version (
    jurisdiction_id uuid not null,
    process_version_id uuid not null,
    category_id uuid not null,
    version_number int not null check (version_number > 0),
    state text not null check (state in ('DRAFT', 'REVIEWED', 'PUBLISHED')),
    -- As a catalogue file has it; the shape is org.vigie.catalogue.process.ProcessContent.
    content jsonb not null,
    -- What the flow asks of the version of a request long after another one is in force.
    formal_reply_required boolean not null generated always as (coalesce((content ->> 'formalReply')::boolean, false)) stored,
    drafted_by uuid,
    drafted_at timestamptz not null,
    reviewed_by uuid,
    reviewed_at timestamptz,
    published_by uuid,
    published_at timestamptz,
    -- From when on new requests take it.
    holds_from timestamptz,
    revision int not null default 1,
    primary key (jurisdiction_id, process_version_id),
    unique (jurisdiction_id, category_id, version_number),
    unique (jurisdiction_id, process_version_id, category_id),
    check (state = 'DRAFT' or reviewed_at is not null),
    check ((state = 'PUBLISHED') = (published_at is not null)),
    check ((state = 'PUBLISHED') = (holds_from is not null)),
    foreign key (jurisdiction_id, category_id) references catalogue.category,
    foreign key (jurisdiction_id, drafted_by) references access.account,
    foreign key (jurisdiction_id, reviewed_by) references access.account,
    foreign key (jurisdiction_id, published_by) references access.account
);
call access.protect('catalogue.process_version');
create unique index one_version_under_way on catalogue.process_version (jurisdiction_id, category_id) where state <> 'PUBLISHED';

create function catalogue.keep_what_is_published() returns trigger
    language plpgsql as
$$
begin
    raise exception 'version % of a process is published and stays as it is', old.version_number;
end
$$;
create trigger keeps_what_is_published before update or delete on catalogue.process_version
    for each row when (old.state = 'PUBLISHED') execute function catalogue.keep_what_is_published();

-- The version in force. The category's own columns and promises, which the flow reads, are written from it when it takes effect.
alter table catalogue.category add process_version_id uuid;
alter table catalogue.category add foreign key (jurisdiction_id, process_version_id, category_id)
    references catalogue.process_version (jurisdiction_id, process_version_id, category_id);
