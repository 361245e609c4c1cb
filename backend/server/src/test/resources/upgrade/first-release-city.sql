with city as (
    insert into territory.jurisdiction (jurisdiction_id, code, name, boundary)
    values (gen_random_uuid(), '{code}', '{code}', st_multi(st_makeenvelope(2, 47, 2.1, 47.1, 4326))) returning jurisdiction_id
), organisation as (
    insert into catalogue.organisation select jurisdiction_id, gen_random_uuid(), 'Ville' from city returning *
), service as (
    insert into catalogue.service (jurisdiction_id, service_id, organisation_id, code, name)
    select jurisdiction_id, gen_random_uuid(), organisation_id, 'voirie', 'Voirie' from organisation returning *
), domain as (
    insert into catalogue.domain (jurisdiction_id, domain_id, code, name, glyph, position)
    select jurisdiction_id, gen_random_uuid(), 'voirie', 'Voirie', 'street', 1 from city returning *
), category as (
    insert into catalogue.category (jurisdiction_id, category_id, domain_id, service_id, code, name, glyph, acknowledge_minutes,
        resolve_minutes, reply_minutes, position)
    select jurisdiction_id, gen_random_uuid(), domain_id, service_id, 'trou', 'Trou', 'street', 60, 2880, 4320, 1
    from domain join service using (jurisdiction_id) returning *
), hours as (
    insert into catalogue.opening_hours select jurisdiction_id, 1, '09:00', '12:00' from city returning *
), team as (
    insert into team.team (jurisdiction_id, team_id, code, name, is_last_resort)
    select jurisdiction_id, gen_random_uuid(), 'E1', 'Équipe 1', true from city returning *
), sector_set as (
    insert into territory.sector_set (jurisdiction_id, sector_set_id, code, name, serves)
    select jurisdiction_id, gen_random_uuid(), 'secteurs', 'Secteurs', true from city returning *
), version as (
    insert into territory.sector_version (jurisdiction_id, sector_version_id, sector_set_id, version, holds_from, published_at, source_sha256)
    select jurisdiction_id, gen_random_uuid(), sector_set_id, 1, '2026-01-01', '2026-01-01', '\x00' from sector_set returning *
), sector as (
    insert into territory.sector (jurisdiction_id, sector_id, sector_set_id, code)
    select jurisdiction_id, gen_random_uuid(), sector_set_id, 'S1' from sector_set returning *
), request as (
    insert into request.request (jurisdiction_id, request_id, number, kind, state, category_id, channel, location, location_source,
        sector_id, sector_version_id, placement_rule, service_id, team_id, assignment_rule, received_at, changed_at)
    select jurisdiction_id, gen_random_uuid(), '2026-000001', 'INCIDENT', 'RECEIVED', category_id, 'WEB',
        st_setsrid(st_makepoint(2.05, 47.05), 4326), 'PIN', sector_id, sector_version_id, 'INSIDE', category.service_id, team_id,
        'LAST_RESORT', '2026-06-01', '2026-06-01'
    from category join team using (jurisdiction_id) join sector using (jurisdiction_id) join version using (jurisdiction_id) returning *
)
insert into request.deadline (jurisdiction_id, request_id, commitment, starts_at, due_at)
select jurisdiction_id, request_id, 'RESOLVE', received_at, received_at + interval '2880 minutes' from request
