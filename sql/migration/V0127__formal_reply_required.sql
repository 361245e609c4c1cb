-- Why: some kinds of request are not closed before their requester has been answered by letter.

alter table catalogue.category add formal_reply_required boolean not null default false;
