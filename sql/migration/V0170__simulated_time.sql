-- Why: what a city promises for a month can be tried in minutes. A city that does not exist may live in a time of its own, which every
-- process and every query of its database reads here; where nothing is written, the time is the wall's.

create table access.simulated_time (
    only_one boolean primary key default true check (only_one),
    -- When the wall's clock showed this …
    set_at timestamptz not null,
    -- … it was this here, and has gone on since so many times as fast; 0 stands still.
    shown timestamptz not null,
    speed double precision not null check (speed between 0 and 100000)
);
grant select, insert, update on access.simulated_time to vigie_app;

-- What time it is, by the clock of the transaction. In a query write (select access.now()): it is then asked once, not for each row.
create function access.now() returns timestamptz
    language sql stable parallel safe security definer
    return coalesce((select shown + greatest(now() - set_at, interval '0') * speed from access.simulated_time), now());

create function access.tell_time() returns trigger
    language plpgsql as
$$
begin
    perform pg_notify('simulated_time', '');
    return null;
end
$$;
create trigger told after insert or update on access.simulated_time for each statement execute function access.tell_time();

-- Whichever comes second is refused: nobody who lives in a city that exists may be told a time that is made up.
create function access.keep_time_real() returns trigger
    language plpgsql as
$$
begin
    if exists (select from access.simulated_time) and exists (select from territory.jurisdiction where not fictional) then
        raise exception using errcode = 'check_violation', constraint = 'time_is_real',
            message = 'time is simulated here, and a jurisdiction that is not fictional cannot live in it';
    end if;
    return null;
end
$$;
create trigger time_is_real after insert or update on access.simulated_time for each statement execute function access.keep_time_real();
create trigger time_is_real after insert or update of fictional on territory.jurisdiction
    for each statement execute function access.keep_time_real();

alter table access.account alter created_at set default access.now();
alter table territory.jurisdiction alter created_at set default access.now();
