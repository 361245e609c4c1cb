-- Why: every process answers the lookup from memory; whoever publishes sectors, by whatever way, the others must hear of it within a
-- second. A notification is sent with the commit, and to nobody when it rolls back.

create function territory.tell_published() returns trigger
    language plpgsql as
$$
begin
    perform pg_notify('territory_published', new.jurisdiction_id::text);
    return null;
end
$$;

create trigger told after insert on territory.sector_version for each row execute function territory.tell_published();
create trigger told after insert or update of serves on territory.sector_set for each row execute function territory.tell_published();
