package org.vigie.map;

import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.access.Jurisdiction;

/** Fills a test jurisdiction with a catalogue and requests of its team of last resort, by SQL. */
@TestComponent
public class PublishedCity {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PublishedCity(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Two domains; pothole and lighting are public, complaint is private. */
    public void catalogue(Jurisdiction jurisdiction) {
        write(jurisdiction, """
                insert into catalogue.organisation values (access.current_jurisdiction(), gen_random_uuid(), 'Ville');
                insert into catalogue.service (jurisdiction_id, service_id, organisation_id, code, name)
                    select jurisdiction_id, gen_random_uuid(), organisation_id, 'roads', 'Service voirie' from catalogue.organisation;
                insert into catalogue.domain values
                    (access.current_jurisdiction(), gen_random_uuid(), 'street', 'Voirie', 'street', 1),
                    (access.current_jurisdiction(), gen_random_uuid(), 'other', 'Autre', 'question', 2);
                insert into catalogue.category (jurisdiction_id, category_id, domain_id, service_id, code, name, glyph, kind, is_private,
                        duplicate_radius_metres, position)
                    select d.jurisdiction_id, gen_random_uuid(), d.domain_id, s.service_id, c.code, c.code, c.glyph, 'INCIDENT', c.private,
                        60, c.position
                    from catalogue.domain d join catalogue.service s using (jurisdiction_id),
                        (values ('pothole', 'street', 'street', false, 1), ('lighting', 'street', 'lighting', false, 2),
                            ('complaint', 'other', 'question', true, 1)) c (code, domain, glyph, private, position)
                    where c.domain = d.code;
                insert into catalogue.promise (jurisdiction_id, category_id, commitment, amount, unit)
                    select c.jurisdiction_id, c.category_id, p.commitment, p.amount, 'MINUTES'
                    from catalogue.category c,
                        (values ('ACKNOWLEDGE', 30), ('RESOLVE', 2880), ('REPLY', 4320)) p (commitment, amount);
                """);
    }

    /** An open request received an hour ago, due in an hour. */
    public UUID request(Jurisdiction jurisdiction, String category, double longitude, double latitude) {
        UUID id = Ids.next();
        write(jurisdiction, """
                insert into request.request (jurisdiction_id, request_id, number, kind, state, category_id, description, channel, location,
                        location_source, address, placement_rule, service_id, team_id, assignment_rule, next_commitment, next_starts_at,
                        next_due_at, received_at, changed_at)
                    select c.jurisdiction_id, '%s', '2026-' || right('%s', 6), 'INCIDENT', 'ASSIGNED', c.category_id,
                        'Trou devant le 12, appelez-moi au 06 12 34 56 78 ou jeanne@example.org', 'WEB',
                        st_setsrid(st_makepoint(%s, %s), 4326), 'PIN', '12 rue des Lilas', 'NO_SECTORS', c.service_id, t.team_id,
                        'LAST_RESORT', 'RESOLVE', now() - interval '1 hour', now() + interval '1 hour', now() - interval '1 hour', now()
                    from catalogue.category c join team.team t using (jurisdiction_id) where c.code = '%s';
                insert into request.deadline (jurisdiction_id, request_id, commitment, starts_at, due_at, amount, unit)
                    values (access.current_jurisdiction(), '%s', 'RESOLVE', now() - interval '1 hour', now() + interval '1 hour', 2, 'HOURS');
                """.formatted(id, id, longitude, latitude, category, id));
        return id;
    }

    /** Many at once, spread over the square 2.0–2.1° E, 47.0–47.1° N: a third open, the rest settled over two years. */
    public void manyRequests(Jurisdiction jurisdiction, int count) {
        write(jurisdiction, """
                insert into request.request (jurisdiction_id, request_id, number, kind, state, category_id, description, channel, location,
                        location_source, address, placement_rule, service_id, team_id, assignment_rule, next_commitment, next_starts_at,
                        next_due_at, received_at, changed_at, resolved_at)
                    select c.jurisdiction_id, gen_random_uuid(), '2025-' || lpad(n::text, greatest(6, length(n::text)), '0'), 'INCIDENT',
                        (array['RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'RESOLVED', 'CLOSED', 'CLOSED', 'CLOSED', 'CLOSED', 'CLOSED'])[1 + n %% 9],
                        c.category_id, 'Nid-de-poule de 20 cm devant le portail, une roue de vélo y entre.', 'WEB',
                        st_setsrid(st_makepoint(2.0 + 0.1 * random(), 47.0 + 0.1 * random()), 4326), 'PIN', n || ' rue des Lilas',
                        'NO_SECTORS', c.service_id, t.team_id, 'LAST_RESORT',
                        case when n %% 9 < 3 then 'RESOLVE' end, case when n %% 9 < 3 then now() - interval '1 day' end,
                        case when n %% 9 < 3 then now() + (random() * 4 - 1) * interval '1 day' end,
                        now() - random() * interval '700 days', now(), case when n %% 9 >= 3 then now() - random() * interval '600 days' end
                    from generate_series(1, %d) n
                    join catalogue.category c on c.code = (array['pothole', 'lighting'])[1 + n %% 2]
                    join team.team t using (jurisdiction_id);
                """.formatted(count));
    }

    /** A grid of streets, each 100 m, and a house on every plot: about what a town of 60,000 has. */
    public void basemap(Jurisdiction jurisdiction) {
        write(jurisdiction, """
                insert into territory.basemap_feature (jurisdiction_id, kind, class, name, shape)
                    select access.current_jurisdiction(), 'STREET', (array['main', 'secondary', 'residential', 'residential'])[1 + (i %% 4)],
                        'Rue ' || i || '/' || j, st_setsrid(st_makeline(st_makepoint(2 + i * 0.002, 47 + j * 0.002),
                            case when d = 0 then st_makepoint(2 + (i + 1) * 0.002, 47 + j * 0.002) else st_makepoint(2 + i * 0.002, 47 + (j + 1) * 0.002) end), 4326)
                    from generate_series(0, 49) i, generate_series(0, 49) j, generate_series(0, 1) d;
                insert into territory.basemap_feature (jurisdiction_id, kind, shape)
                    select access.current_jurisdiction(), 'BUILDING',
                        st_multi(st_makeenvelope(2.0003 + i * 0.0005, 47.0003 + j * 0.0005, 2.0006 + i * 0.0005, 47.0005 + j * 0.0005, 4326))
                    from generate_series(0, 198) i, generate_series(0, 198) j;
                """.replace("%%", "%"));
    }

    public void write(Jurisdiction jurisdiction, String sql) {
        CurrentJurisdiction.inside(
                jurisdiction,
                () -> transaction.executeWithoutResult(status -> {
                    for (String statement : sql.split(";\\s*\\n")) {
                        if (!statement.isBlank()) {
                            jdbc.sql(statement).update();
                        }
                    }
                }));
    }
}
