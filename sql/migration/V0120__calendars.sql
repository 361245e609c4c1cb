-- Why: "2 working days" is a promise only with a calendar behind it: hours with their breaks, holidays, what the town closes or opens by
-- hand. The same calendars tell whether the hotline is open. Promises become an amount and a unit, one row each.

create table catalogue.calendar (
    jurisdiction_id uuid not null references territory.jurisdiction,
    calendar_id uuid not null,
    code text not null,
    name text not null,
    zone text not null,
    holiday_rule text not null default 'NONE' check (holiday_rule in ('NONE', 'FRANCE', 'FRANCE_ALSACE_MOSELLE', 'FRANCE_GUADELOUPE',
        'FRANCE_GUYANE', 'FRANCE_MARTINIQUE', 'FRANCE_MAYOTTE', 'FRANCE_REUNION', 'FRANCE_SAINT_BARTHELEMY', 'FRANCE_SAINT_MARTIN', 'MOROCCO')),
    answers_hotline boolean not null default false,
    primary key (jurisdiction_id, calendar_id),
    unique (jurisdiction_id, code)
);
call access.protect('catalogue.calendar');
create unique index one_calendar_answers_the_hotline on catalogue.calendar (jurisdiction_id) where answers_hotline;

-- By the clock on the wall; 24:00 is the end of the day.
create table catalogue.calendar_hours (
    jurisdiction_id uuid not null,
    calendar_id uuid not null,
    iso_weekday int not null check (iso_weekday between 1 and 7),
    opens time not null,
    closes time not null check (closes > opens),
    primary key (jurisdiction_id, calendar_id, iso_weekday, opens),
    foreign key (jurisdiction_id, calendar_id) references catalogue.calendar
);
call access.protect('catalogue.calendar_hours');

-- A day that is not like its weekday: closed without hours, else open at them. It goes before holidays.
create table catalogue.calendar_day (
    jurisdiction_id uuid not null,
    calendar_id uuid not null,
    day date not null,
    name text not null,
    primary key (jurisdiction_id, calendar_id, day),
    foreign key (jurisdiction_id, calendar_id) references catalogue.calendar
);
call access.protect('catalogue.calendar_day');

create table catalogue.calendar_day_hours (
    jurisdiction_id uuid not null,
    calendar_id uuid not null,
    day date not null,
    opens time not null,
    closes time not null check (closes > opens),
    primary key (jurisdiction_id, calendar_id, day, opens),
    foreign key (jurisdiction_id, calendar_id, day) references catalogue.calendar_day on delete cascade
);
call access.protect('catalogue.calendar_day_hours');

-- What is announced goes before what a rule computes or a table expects: the moon was seen a day later.
create table catalogue.holiday_override (
    jurisdiction_id uuid not null references territory.jurisdiction,
    day date not null,
    is_holiday boolean not null,
    name text not null,
    primary key (jurisdiction_id, day)
);
call access.protect('catalogue.holiday_override');

create table catalogue.promise (
    jurisdiction_id uuid not null,
    category_id uuid not null,
    commitment text not null check (commitment in ('ACKNOWLEDGE', 'ON_SITE', 'RESOLVE', 'REPLY')),
    amount int not null check (amount > 0),
    unit text not null check (unit in ('MINUTES', 'HOURS', 'DAYS', 'WORKING_MINUTES', 'WORKING_HOURS', 'WORKING_DAYS')),
    -- Null: round the clock.
    calendar_id uuid,
    warning_kind text check (warning_kind in ('SHARE', 'MINUTES_BEFORE', 'MINUTES_AFTER')),
    warning_value int check (warning_value > 0),
    primary key (jurisdiction_id, category_id, commitment),
    check ((calendar_id is not null) = (unit like 'WORKING%')),
    check ((warning_kind is null) = (warning_value is null)),
    check (warning_kind <> 'SHARE' or warning_value < 100),
    foreign key (jurisdiction_id, category_id) references catalogue.category on delete cascade,
    foreign key (jurisdiction_id, calendar_id) references catalogue.calendar
);
call access.protect('catalogue.promise');

do $$
declare
    j record;
    watched text;
begin
    for j in select jurisdiction_id, zone from territory.jurisdiction loop
        perform set_config('vigie.jurisdiction', j.jurisdiction_id::text, true);
        insert into catalogue.promise (jurisdiction_id, category_id, commitment, amount, unit)
        select c.jurisdiction_id, c.category_id, p.commitment, p.minutes, 'MINUTES'
        from catalogue.category c
        cross join lateral (values ('ACKNOWLEDGE', acknowledge_minutes), ('ON_SITE', on_site_minutes), ('RESOLVE', resolve_minutes),
            ('REPLY', reply_minutes)) p (commitment, minutes)
        where p.minutes is not null and c.jurisdiction_id = j.jurisdiction_id;
        insert into catalogue.calendar (jurisdiction_id, calendar_id, code, name, zone, holiday_rule, answers_hotline)
        select j.jurisdiction_id, gen_random_uuid(), 'accueil', 'Accueil', j.zone,
            case j.zone when 'Europe/Paris' then 'FRANCE' when 'Africa/Casablanca' then 'MOROCCO' when 'Indian/Reunion' then 'FRANCE_REUNION'
                when 'Indian/Mayotte' then 'FRANCE_MAYOTTE' when 'America/Guadeloupe' then 'FRANCE_GUADELOUPE'
                when 'America/Martinique' then 'FRANCE_MARTINIQUE' when 'America/Cayenne' then 'FRANCE_GUYANE' else 'NONE' end, true
        where exists (select from catalogue.opening_hours h where h.jurisdiction_id = j.jurisdiction_id);
        insert into catalogue.calendar_hours (jurisdiction_id, calendar_id, iso_weekday, opens, closes)
        select h.jurisdiction_id, c.calendar_id, h.iso_weekday, h.opens, h.closes
        from catalogue.opening_hours h join catalogue.calendar c using (jurisdiction_id)
        where h.jurisdiction_id = j.jurisdiction_id;
    end loop;
    perform set_config('vigie.jurisdiction', '', true);
    foreach watched in array array['catalogue.calendar', 'catalogue.calendar_hours', 'catalogue.calendar_day', 'catalogue.calendar_day_hours',
        'catalogue.holiday_override', 'catalogue.promise'] loop
        call access.touches(watched, 'catalogue');
    end loop;
end
$$;

-- The published views are made anew by the repeatable migrations that follow.
drop schema if exists map cascade;
drop table catalogue.opening_hours;
alter table catalogue.category drop column acknowledge_minutes, drop column on_site_minutes, drop column resolve_minutes,
    drop column reply_minutes;
