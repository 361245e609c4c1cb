-- Why: when a publication moves more requests than a screen should hear of one by one, it is told once to read everything anew.

alter table dispatch.change_outbox alter request_id drop not null, add check ((request_id is null) = (change = 'RELOAD'));
alter table dispatch.live_event alter request_id drop not null, add check ((request_id is null) = (change = 'RELOAD'));
