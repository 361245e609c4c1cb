package org.vigie.bench;

/** What the city needs besides its requests, as SQL: a catalogue of twenty categories, ten teams, staff; and what follows the requests. */
final class CityCatalogue {

    private CityCatalogue() {}

    static String[] statements() {
        return """
                select set_config('vigie.jurisdiction', (select jurisdiction_id::text from territory.jurisdiction), false);
                create schema bench;
                insert into catalogue.organisation values (access.current_jurisdiction(), gen_random_uuid(), 'Ville');
                insert into catalogue.service (jurisdiction_id, service_id, organisation_id, code, name)
                    select jurisdiction_id, gen_random_uuid(), organisation_id, 'roads', 'Service voirie' from catalogue.organisation;
                insert into catalogue.domain
                    select access.current_jurisdiction(), gen_random_uuid(), 'd' || n, 'Domaine ' || n, 'street', n from generate_series(1, 4) n;
                insert into catalogue.category (jurisdiction_id, category_id, domain_id, service_id, code, name, glyph, kind, is_private,
                        duplicate_radius_metres, position)
                    select s.jurisdiction_id, gen_random_uuid(), d.domain_id, s.service_id, 'c' || n, 'Catégorie ' || n, 'street', 'INCIDENT', false,
                        60, n
                    from generate_series(1, 20) n join catalogue.domain d on d.position = 1 + n % 4, catalogue.service s;
                insert into catalogue.promise (jurisdiction_id, category_id, commitment, amount, unit)
                    select c.jurisdiction_id, c.category_id, p.commitment, p.amount, 'MINUTES'
                    from catalogue.category c, (values ('ACKNOWLEDGE', 30), ('RESOLVE', 7200), ('REPLY', 10080)) p (commitment, amount);
                insert into team.team (jurisdiction_id, team_id, code, name, service_id)
                    select jurisdiction_id, gen_random_uuid(), 'e' || n, 'Équipe ' || n, service_id from catalogue.service, generate_series(0, 9) n;
                insert into team.coverage (jurisdiction_id, coverage_id, team_id, sector_id)
                    select s.jurisdiction_id, gen_random_uuid(), t.team_id, s.sector_id
                    from (select *, row_number() over (order by code) as n from territory.sector) s
                    join team.team t on t.code = 'e' || s.n % 10;
                insert into access.account (jurisdiction_id, account_id, email, display_name, role)
                    select access.current_jurisdiction(), gen_random_uuid(), 'agent' || n || '@example.org', 'Agent ' || n, 'FRONT_OFFICE'
                    from generate_series(1, 20) n;
                """.split(";\n");
    }

    static final String[] AFTER_REQUESTS = """
            insert into request.searchable (jurisdiction_id, request_id, received_at, words)
                select jurisdiction_id, request_id, received_at, request.words_of(description, address, category_id) from request.request;
            select set_config('vigie.jurisdiction', jurisdiction_id::text, false), request.recount_owner_loads() from territory.jurisdiction;
            insert into request.number_sequence
                select jurisdiction_id, y, 50000000 from territory.jurisdiction, generate_series(2020, 2040) y;
            analyze
            """.split(";\n");

    /** What is asked for again and again: the fullest tiles, and places of requests. */
    static final String[] LISTS = """
            create table bench.tile as
                select z, x, y, n from (
                    select z, x, y, n, row_number() over (partition by z order by n desc, x, y) as k from (
                        select z, cells.east(location3857) >> (36 - z) as x, cells.south(location3857) >> (36 - z) as y, count(*) as n
                        from request.request, unnest(array[8, 10, 12, 14, 16, 18]) z group by 1, 2, 3) t) t
                where k <= case when z <= 10 then 4 when z = 12 then 4 when z = 14 then 20 else 100 end;
            create table bench.place as
                select row_number() over (order by md5(number)) as k, st_x(location) as longitude, st_y(location) as latitude
                from request.request where right(number, 2) = '07' and sector_id is not null order by md5(number) limit 2000;
            alter table bench.place add primary key (k);
            analyze bench.place;
            grant usage on schema bench to public;
            grant select on all tables in schema bench to public;
            create table bench.complete ()
            """.split(";\n");
}
