-- Why: what is granted is what is published. Every view keeps the tenant rule in its own text and is owned by map_publisher,
-- which may read the tables named here and nothing else; map_reader may read the views and nothing else.

drop schema if exists map cascade;
create schema map;
grant usage on schema map to map_reader, vigie_app;
grant usage, create on schema map to map_publisher;
grant usage on schema territory, catalogue, request, intake, cells to map_publisher;

call access.publish('territory.jurisdiction');
call access.publish('territory.sector_set');
call access.publish('territory.sector_version');
call access.publish('territory.sector');
call access.publish('territory.sector_shape');
call access.publish('territory.basemap_feature');
call access.publish('territory.asset');
call access.publish('catalogue.domain');
call access.publish('catalogue.category');
call access.publish('catalogue.service');
call access.publish('catalogue.calendar');
call access.publish('catalogue.calendar_hours');
call access.publish('catalogue.calendar_day');
call access.publish('catalogue.calendar_day_hours');
call access.publish('catalogue.holiday_override');
call access.publish('request.request');
call access.publish('request.history');
call access.publish('request.deadline');
call access.publish('intake.photo');
call access.publish('intake.address');
call access.publish('intake.street');

-- Free text as the public may see it: e-mail addresses and telephone numbers written into it are masked. Hardly a text has one, and to replace is
-- dear: whether there can be one is looked at first.
create function map.published_text(text text) returns text
    language sql immutable parallel safe
    return case when position('@' in text) = 0 and text !~ '\d(?:[ .\-/]?\d){8}' then text
        else regexp_replace(
            regexp_replace(text, '[[:alnum:]._%+-]+@[[:alnum:].-]+\.[[:alpha:]]{2,}', '…@…', 'g'),
            '(\+|00)?\d(?:[ .\-/]?\d){8,13}', '… … …', 'g') end;

create view map.jurisdiction as
select jurisdiction_id, code, name, locale, zone, fictional, hotline_number, hotline_cost_note, boundary as geom
from territory.jurisdiction
where jurisdiction_id = access.current_jurisdiction();

-- When the hotline is answered: its calendar, the hours of the week, the days that are not like their weekday (closed without hours),
-- and what was announced of holidays.
create view map.hotline as
select jurisdiction_id, calendar_id, name, zone, holiday_rule
from catalogue.calendar
where jurisdiction_id = access.current_jurisdiction() and answers_hotline;

create view map.hotline_hours as
select h.jurisdiction_id, h.iso_weekday, h.opens, h.closes
from catalogue.calendar_hours h
join map.hotline using (jurisdiction_id, calendar_id)
where h.jurisdiction_id = access.current_jurisdiction();

create view map.hotline_day as
select d.jurisdiction_id, d.day, d.name, h.opens, h.closes
from catalogue.calendar_day d
join map.hotline l using (jurisdiction_id, calendar_id)
left join catalogue.calendar_day_hours h using (jurisdiction_id, calendar_id, day)
where d.jurisdiction_id = access.current_jurisdiction();

create view map.holiday_override as
select jurisdiction_id, day, is_holiday, name
from catalogue.holiday_override
where jurisdiction_id = access.current_jurisdiction();

-- Private categories are listed too: one may report them, and only what is reported stays unpublished.
create view map.category as
select c.jurisdiction_id, c.code, c.name, c.glyph, c.kind, c.keywords, c.is_urgent, c.is_private, s.name as service,
    c.duplicate_radius_metres, c.position,
    d.code as domain, d.name as domain_name, d.glyph as domain_glyph, d.position as domain_position
from catalogue.category c
join catalogue.domain d using (jurisdiction_id, domain_id)
join catalogue.service s using (jurisdiction_id, service_id)
where c.jurisdiction_id = access.current_jurisdiction() and c.active;

create view map.sector as
select s.jurisdiction_id, s.sector_id, st.code as sector_set, st.serves, s.code, sh.name, v.version, sh.shape as geom, sh.shape3857
from territory.sector_shape sh
join territory.sector s using (jurisdiction_id, sector_id)
join territory.sector_version v using (jurisdiction_id, sector_version_id)
join territory.sector_set st on st.jurisdiction_id = v.jurisdiction_id and st.sector_set_id = v.sector_set_id
where sh.jurisdiction_id = access.current_jurisdiction()
  and v.version = (
      select max(latest.version)
      from territory.sector_version latest
      where latest.jurisdiction_id = v.jurisdiction_id and latest.sector_set_id = v.sector_set_id and latest.holds_from <= (select access.now()));

create view map.basemap as
select jurisdiction_id, feature_id, kind, class, name, shape as geom, shape3857
from territory.basemap_feature
where jurisdiction_id = access.current_jurisdiction();

-- What the town has today: lines and ground by their shape, all else by its place.
create view map.asset as
select jurisdiction_id, asset_id, kind, code, name, coalesce(shape, location) as geom, extent3857, location3857
from territory.asset
where jurisdiction_id = access.current_jurisdiction() and retired_at is null;

create view map.address as
select jurisdiction_id, address_id, house_number, street, postcode, locality, label, folded, location as geom
from intake.address
where jurisdiction_id = access.current_jurisdiction();

create view map.street as
select jurisdiction_id, street, postcode, locality, folded, location as geom
from intake.street
where jurisdiction_id = access.current_jurisdiction();

-- Requests of public categories. Who asked, who works and what staff noted is not here.
create view map.request as
select r.jurisdiction_id, r.request_id, r.number, r.kind, r.state, c.code as category, c.name as category_name, c.glyph, d.code as domain,
    d.name as domain_name, map.published_text(r.description) as description, r.address, s.code as sector, sh.name as sector_name,
    r.channel, v.name as service, r.received_at, r.changed_at, r.resolved_at, coalesce(r.resolved_at, r.closed_at) as settled_at,
    r.next_commitment, r.next_starts_at, r.next_due_at, r.next_paused_at,
    r.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED') as is_open,
    r.location as geom, r.location3857, cells.plot(r.location3857) as plot
from request.request r
-- Every request has a category and every category a domain. Told as that, whoever asks for nothing of them does not look them up.
left join catalogue.category c using (jurisdiction_id, category_id)
left join catalogue.domain d on d.jurisdiction_id = c.jurisdiction_id and d.domain_id = c.domain_id
left join catalogue.service v on v.jurisdiction_id = r.jurisdiction_id and v.service_id = r.service_id
left join territory.sector s on s.jurisdiction_id = r.jurisdiction_id and s.sector_id = r.sector_id
left join territory.sector_shape sh on sh.jurisdiction_id = r.jurisdiction_id and sh.sector_version_id = r.sector_version_id
    and sh.sector_id = r.sector_id
where r.jurisdiction_id = access.current_jurisdiction()
  and not r.is_private and r.state not in ('REJECTED', 'DUPLICATE')
  -- The few that are private are read once, not one for each request.
  and r.category_id <> all (array(
      select h.category_id from catalogue.category h where h.jurisdiction_id = access.current_jurisdiction() and h.is_private))
  -- Always true: naming open and settled apart lets the planner look into the index of places of each.
  and (r.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')
    or r.state not in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED'));

-- The cells of the map, what is not yet in them, and what stands otherwise by the time; they hold nothing of who is not in map.request.
create view map.cells_counted as
select jurisdiction_id, counted_at
from cells.counted
where jurisdiction_id = access.current_jurisdiction();

create view map.request_cell as
select jurisdiction_id, z, x, y, category_id, month, standing, cell, state, kind, n, east, south, high_bits, low_bits
from cells.cell
where jurisdiction_id = access.current_jurisdiction();

create view map.request_change as
select jurisdiction_id, sign, request_id, east, south, category_id, state, kind, received_at, due_at, paused_at, settled_at
from cells.change
where jurisdiction_id = access.current_jurisdiction();

create view map.request_turn as
select jurisdiction_id, request_id, turns_at, east, south, category_id, state, kind, received_at, due_at, paused_at, settled_at
from cells.turn
where jurisdiction_id = access.current_jurisdiction();

-- Also those in which nothing new can be reported.
create view map.request_category as
select c.jurisdiction_id, c.category_id, c.code, d.code as domain
from catalogue.category c
join catalogue.domain d using (jurisdiction_id, domain_id)
where c.jurisdiction_id = access.current_jurisdiction() and not c.is_private;

create view map.request_promise as
select p.jurisdiction_id, p.request_id, p.commitment, p.starts_at, p.due_at, p.met_at, p.amount, p.unit, p.paused_at
from request.deadline p
where p.jurisdiction_id = access.current_jurisdiction()
  and exists (select 1 from map.request r where r.request_id = p.request_id);

create view map.request_step as
select h.jurisdiction_id, h.request_id, h.entry_id, h.happened_at, h.entry, h.to_state, map.published_text(h.public_text) as text
from request.history h
where h.jurisdiction_id = access.current_jurisdiction() and h.public_text is not null
  and exists (select 1 from map.request r where r.request_id = h.request_id);

create view map.request_photo as
select p.jurisdiction_id, p.photo_id, p.request_id, p.purpose, p.width, p.height, p.received_at
from intake.photo p
where p.jurisdiction_id = access.current_jurisdiction() and p.publishable
  and exists (select 1 from map.request r where r.request_id = p.request_id);

-- How many follow a request; who they are stays behind the owner's rights.
create function map.follower_count(wanted_request uuid) returns bigint
    language sql stable security definer
    return (select count(*) from citizen.follower f
            where f.jurisdiction_id = access.current_jurisdiction() and f.request_id = wanted_request);

do $$
declare v record;
begin
    for v in select table_name from information_schema.views where table_schema = 'map' loop
        execute format('alter view map.%I owner to map_publisher', v.table_name);
        execute format('grant select on map.%I to map_reader', v.table_name);
    end loop;
end
$$;
