package org.vigie.map;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.locationtech.jts.geom.Envelope;
import org.vigie.access.Jurisdiction;
import org.vigie.testing.TestJurisdictions;

/**
 * A year of a great city, or as many as are wanted: six of seven requests lie around sixty places, of which few have most, the others
 * anywhere; twenty categories, in each of them three kinds; six of a hundred are open, or as many as in one year. The same each time.
 */
public final class MillionPlaces {

    private static final int A_YEAR = 1_000_000;
    private static final int PORTION = 100_000;

    private final PublishedCity city;
    private final Jurisdiction town;
    private final int requests;

    public MillionPlaces(TestJurisdictions jurisdictions, PublishedCity city, int requests) {
        this.city = city;
        this.town = jurisdictions.over(new Envelope(2.22, 2.47, 48.81, 48.91));
        this.requests = requests;
    }

    public Jurisdiction fill(String superuserUrl) throws SQLException {
        city.catalogue(town);
        city.write(town, """
                insert into catalogue.category (jurisdiction_id, category_id, domain_id, service_id, code, name, glyph, kind, is_private,
                        duplicate_radius_metres, position)
                    select c.jurisdiction_id, gen_random_uuid(), c.domain_id, c.service_id, 'c' || n, 'Catégorie ' || n, c.glyph, 'INCIDENT', false, 60, n
                    from catalogue.category c, generate_series(3, 20) n where c.code = 'pothole';
                """);
        for (int first = 0; first < requests; first += PORTION) {
            city.write(town, portion(first));
        }
        try (Connection superuser = DriverManager.getConnection(superuserUrl);
                Statement statement = superuser.createStatement()) {
            statement.execute("vacuum analyze request.request");
        }
        return town;
    }

    private String portion(int first) {
        double years = Math.max(1, requests / (double) A_YEAR);
        double open = 0.06 / years;
        return """
                insert into request.request (jurisdiction_id, request_id, number, kind, state, category_id, description, channel, location,
                        location_source, address, placement_rule, service_id, team_id, assignment_rule, next_commitment, next_starts_at,
                        next_due_at, received_at, changed_at, resolved_at)
                    with hot as materialized (
                        -- drawn without chance: a seed that is set here would be set again amid the points of each portion
                        select k, 2.25 + mod(k * 0.6180340, 1) * 0.19 as lon, 48.825 + mod(k * 0.7548777, 1) * 0.07 as lat,
                            120 + mod(k * 0.5698403, 1) * mod(k * 0.8191725, 1) * 780 as sigma,
                            sum(1.0 / (k + 3)) over (order by k) / sum(1.0 / (k + 3)) over () as up_to
                        from generate_series(1, 60) k
                    ), drawn as materialized (
                        select n, random() as pick, random() < 0.15 as anywhere, random() as u, 6.2831853 * random() as v, random() as x,
                            random() as y, random() as c, random() as s, random() as age
                        from generate_series(%1$d, %1$d + %2$d - 1) n, setseed(%1$d / 1e9)
                    ), placed as (
                        select d.*, case when anywhere then 2.2201 + 0.2498 * x
                                else least(2.4699, greatest(2.2201, h.lon + h.sigma * sqrt(-2 * ln(u + 1e-9)) * cos(v) / 73000)) end as lon,
                            case when anywhere then 48.8101 + 0.0998 * y
                                else least(48.9099, greatest(48.8101, h.lat + h.sigma * sqrt(-2 * ln(u + 1e-9)) * sin(v) / 111000)) end as lat
                        from drawn d cross join lateral (select * from hot where up_to >= pick order by up_to limit 1) h
                    ), category as materialized (
                        select row_number() over (order by code) - 1 as place, c.* from catalogue.category c where not c.is_private
                    )
                    select c.jurisdiction_id, gen_random_uuid(), '2025-' || lpad(n::text, 8, '0'),
                        case when n %% 11 = 0 then 'COMPLAINT' when n %% 37 = 0 then 'QUESTION' else 'INCIDENT' end,
                        case when s < %3$f then (array['RECEIVED', 'ASSIGNED', 'IN_PROGRESS'])[1 + n %% 3] when s < %3$f + 0.05 then 'RESOLVED' else 'CLOSED' end,
                        c.category_id, 'Nid-de-poule de 20 cm devant le portail, une roue de vélo y entre.', 'WEB',
                        st_setsrid(st_makepoint(lon, lat), 4326), 'PIN', n || ' rue des Lilas', 'NO_SECTORS', c.service_id, t.team_id, 'LAST_RESORT',
                        case when s < %3$f then 'RESOLVE' end, case when s < %3$f then now() - interval '5 days' end,
                        case when s < %3$f then now() + (c * 8 - 2) * interval '1 day' end,
                        now() - age * interval '365 days' * %4$f, now(), case when s >= %3$f then now() - age * age * interval '365 days' * %4$f end
                    from placed p
                    join category c on c.place = floor(p.c * p.c * 20)
                    join team.team t using (jurisdiction_id);
                """.formatted(first, Math.min(PORTION, requests - first), open, years);
    }
}
