-- Why: what a town promises, when it opens and who is told is changed by several people over years. Each change of a setting says who made it,
-- when and why; its number is the revision that the next one must have seen, so that nobody undoes another's without knowing.

create table access.setting_change (
    jurisdiction_id uuid not null,
    -- What was changed: calendar/accueil, promises/nid-de-poule, ladder/RESOLVE.
    subject text not null check (length(subject) between 1 and 200),
    revision int not null check (revision > 0),
    changed_at timestamptz not null,
    -- Null: Vigie itself, by a command.
    account_id uuid,
    reason text not null default '' check (length(reason) <= 1000),
    primary key (jurisdiction_id, subject, revision),
    foreign key (jurisdiction_id, account_id) references access.account
);
call access.protect('access.setting_change', 'select, insert');
