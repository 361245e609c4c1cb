package org.vigie.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.features.cql2.Predicate;
import org.vigie.map.PublishedCity;
import org.vigie.testing.Answers;
import org.vigie.testing.TestCity;

/** A city with something in every published layer, and the ways to ask for it. */
@TestComponent
class FeatureCity {

    static final int REQUESTS = 240;

    private final TestCity cities;
    private final PublishedCity published;
    private final PublishedFeatures features;
    private final MockMvc http;

    FeatureCity(TestCity cities, PublishedCity published, PublishedFeatures features, MockMvc http) {
        this.cities = cities;
        this.published = published;
        this.features = features;
        this.http = http;
    }

    Jurisdiction make() {
        TestCity.City city = cities.make();
        published.write(city.jurisdiction(), requests(city));
        published.write(city.jurisdiction(), """
                insert into territory.asset (jurisdiction_id, asset_id, kind, code, name, location)
                    select access.current_jurisdiction(), gen_random_uuid(), (array['LAMP', 'BIN'])[1 + n % 2], 'A-' || n, 'Mât ' || n,
                        st_setsrid(st_makepoint(2.0 + n * 0.002, 47.05), 4326)
                    from generate_series(1, 40) n;
                insert into intake.address (jurisdiction_id, address_id, house_number, street, postcode, locality, label, folded, location,
                        import_sha256)
                    select access.current_jurisdiction(), '18033_0' || n, n::text, 'Rue de l’Église', '18000', 'Bourges', n || ' Rue de l’Église',
                        n || ' rue de l eglise', st_setsrid(st_makepoint(2.03, 47.0 + n * 0.002), 4326), ''
                    from generate_series(1, 30) n;
                insert into territory.basemap_feature (jurisdiction_id, kind, class, name, shape)
                    select access.current_jurisdiction(), 'STREET', (array['main', 'residential'])[1 + n % 2], 'Rue ' || n,
                        st_setsrid(st_makeline(st_makepoint(2.0, 47.0 + n * 0.01), st_makepoint(2.0 + n * 0.01, 47.1)), 4326)
                    from generate_series(1, 9) n;
                insert into territory.basemap_feature (jurisdiction_id, kind, name, shape)
                    select access.current_jurisdiction(), (array['WATER', 'GREEN'])[1 + n % 2], 'Parc ' || n,
                        st_makeenvelope(2.0 + n * 0.01, 47.0 + n * 0.01, 2.02 + n * 0.01, 47.02 + n * 0.01, 4326)
                    from generate_series(0, 8) n;
                insert into territory.basemap_feature (jurisdiction_id, kind, name, shape)
                    select access.current_jurisdiction(), 'GREEN', 'Anneau',
                        st_geomfromtext('MULTIPOLYGON(((2.03 47.03,2.07 47.03,2.07 47.07,2.03 47.07,2.03 47.03),
                            (2.04 47.04,2.06 47.04,2.06 47.06,2.04 47.06,2.04 47.04)))', 4326);
                insert into territory.basemap_feature (jurisdiction_id, kind, name, shape)
                    select access.current_jurisdiction(), 'PLACE', 'Place ' || n, st_setsrid(st_makepoint(2.0 + n * 0.01, 47.05), 4326)
                    from generate_series(0, 9) n;
                """);
        return city.jurisdiction();
    }

    /** On a grid of a hundredth of a degree, so that things touch; with words that languages and filters stumble over. */
    private static String requests(TestCity.City city) {
        return """
                insert into request.request (jurisdiction_id, request_id, number, kind, state, category_id, description, channel, location,
                        location_source, address, placement_rule, service_id, team_id, assignment_rule, next_commitment, next_starts_at,
                        next_due_at, received_at, changed_at, resolved_at)
                    select c.jurisdiction_id, gen_random_uuid(), '2026-' || lpad(n::text, 6, '0'), 'INCIDENT',
                        (array['RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'RESOLVED', 'CLOSED'])[1 + n %% 5], c.category_id,
                        (array['Trou devant l''école', 'Straße 12: 100 %% kaputt', 'LAMPADAIRE éteint', 'a_b\\c', 'ΟΔΟΣ Αθηνών', 'été 🙂 Œuvre',
                            'strasse', 'lampadaire ÉTEINT'])[1 + n %% 8], 'WEB',
                        st_setsrid(st_makepoint(2.0 + (n %% 11) * 0.01, 47.0 + (n / 11 %% 11) * 0.01), 4326), 'PIN', n || ' rue des Lilas',
                        'NO_SECTORS', c.service_id, '%s', 'LAST_RESORT',
                        case when n %% 5 < 3 then 'RESOLVE' end, case when n %% 5 < 3 then timestamptz '2026-01-01Z' + n * interval '7 hours' end,
                        case when n %% 5 < 3 then timestamptz '2026-01-03Z' + n * interval '11 hours' end,
                        timestamptz '2026-01-01 00:00 Europe/Paris' + n * interval '6 hours', now(),
                        case when n %% 5 >= 3 then timestamptz '2026-02-01Z' + n * interval '5 hours' end
                    from generate_series(1, %d) n
                    join catalogue.category c on c.jurisdiction_id = access.current_jurisdiction()
                        and c.code = (array['nid-de-poule', 'lampadaire'])[1 + n %% 2];
                """.formatted(city.west().id(), REQUESTS);
    }

    /** All features of a layer that a condition finds. */
    List<FeatureRow> find(Jurisdiction where, String layer, Predicate condition) {
        List<FeatureRow> rows = new ArrayList<>();
        CurrentJurisdiction.inside(where, () -> {
            features.page(
                    new ItemsQuery(
                            PublishedLayers.find(layer).orElseThrow(),
                            condition,
                            ItemsQuery.MAX_LIMIT,
                            Optional.empty(),
                            null),
                    rows::add);
        });
        return rows;
    }

    Answers ask(Jurisdiction where, String below, String... headers) throws Exception {
        return at("http://localhost/" + where.code() + "/ogc" + below, headers);
    }

    Answers at(String address, String... headers) throws Exception {
        var request = get(URI.create(address));
        for (int i = 0; i < headers.length; i += 2) {
            request = request.header(headers[i], headers[i + 1]);
        }
        return Answers.to(http, request);
    }

    /** How many features of a layer a query finds; one of them is enough to know. */
    int matched(Jurisdiction where, String layer, String query) throws Exception {
        Answers answer = ask(where, "/collections/" + layer + "/items?limit=1&" + query);
        assertThat(answer.status()).as(query + answer.text()).isEqualTo(200);
        return Objects.requireNonNull(answer.<Integer>at("$.numberMatched"));
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
