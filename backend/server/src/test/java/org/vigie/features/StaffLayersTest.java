package org.vigie.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.vigie.testing.TestCity.as;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.vigie.access.Ids;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.map.PublishedCity;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** What staff sees is there for the holder of a key, in the jurisdiction that issued it, as long as it holds; for everybody else it does not exist. */
@ServiceTest
@Import({PublishedCity.class, FeatureCity.class})
class StaffLayersTest {

    private static final String MARK = "canari-agents-5519";

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    PublishedCity published;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("mapReader")
    JdbcClient reader;

    private TestCity.City city;
    private SignedInAccount administrator;

    @BeforeEach
    void plant() {
        city = cities.make();
        administrator = cities.account(city, Role.ADMINISTRATOR);
        published.write(city.jurisdiction(), """
                insert into request.request (jurisdiction_id, request_id, number, kind, state, category_id, description, channel, location,
                        location_source, address, placement_rule, service_id, team_id, assignment_rule, received_at, changed_at, is_private)
                    select c.jurisdiction_id, gen_random_uuid(), '2026-00000' || n, 'INCIDENT', 'RECEIVED', c.category_id,
                        case n when 1 then '%1$s' else 'Trou' end, 'WEB', st_setsrid(st_makepoint(2.01 * n, 47.05), 4326), 'PIN',
                        'rue', 'NO_SECTORS', c.service_id, '%2$s', 'LAST_RESORT', now(), now(), n = 1
                    from generate_series(1, 2) n join catalogue.category c on c.code = 'nid-de-poule'
                        and c.jurisdiction_id = access.current_jurisdiction();
                insert into intervention.job (jurisdiction_id, job_id, request_id, team_id, step, offered_at)
                    select jurisdiction_id, gen_random_uuid(), request_id, team_id, 'OFFERED', now() from request.request
                    where description = '%1$s' on conflict do nothing;
                insert into team.position (jurisdiction_id, team_id, location, seen_at)
                    values (access.current_jurisdiction(), '%2$s', st_setsrid(st_makepoint(2.0377, 47.0477), 4326), now());
                """.formatted(MARK, city.west().id()));
    }

    private Answers change(MockHttpServletRequestBuilder request, int revision, String body) throws Exception {
        return Answers.to(
                http,
                request.with(as(administrator))
                        .header("If-Match", "\"" + revision + "\"")
                        .content(body));
    }

    private String path(String below) {
        return "/" + city.jurisdiction().code() + "/api/desk/data-keys" + below;
    }

    private Answers save(UUID id, int revision, String layers) throws Exception {
        return change(
                put(path("/" + id)),
                revision,
                "{\"name\":\"QGIS voirie\",\"layers\":[%s],\"reason\":\"\"}".formatted(layers));
    }

    private String key(String layers) throws Exception {
        Answers made = save(Ids.next(), 0, layers);
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        return made.at("$.key");
    }

    private static String all() {
        return "\"staff_request\",\"staff_job\",\"staff_team\"";
    }

    private Answers ask(TestCity.City where, String below, String key) throws Exception {
        MockHttpServletRequestBuilder request =
                get(URI.create("/" + where.jurisdiction().code() + "/ogc" + below));
        return Answers.sent(http, key.isEmpty() ? request : request.header("Authorization", "Bearer " + key));
    }

    @Test
    void theHolderOfAKeyReadsTheLayersThatItOpensAndNoOthers() throws Exception {
        String key = key("\"staff_request\"");
        Answers list = ask(city, "/collections", key);
        assertThat(list.<List<String>>at("$.collections[*].id"))
                .contains("request", "staff_request")
                .doesNotContain("staff_job", "staff_team");
        assertThat(list.header("Cache-Control")).contains("no-store");
        Answers items = ask(city, "/collections/staff_request/items?filter=is_private=TRUE", key);
        assertThat(items.<Integer>at("$.numberMatched")).isEqualTo(1);
        assertThat(items.text()).contains(MARK, "\"team\":\"E1\"");
        assertThat(items.header("Cache-Control")).contains("no-store");
        assertThat(ask(city, "/collections/staff_job/items", key).status()).isEqualTo(404);
        String id = items.at("$.features[0].id");
        assertThat(ask(city, "/collections/staff_request/items/" + id, key).text())
                .contains(MARK);
        assertThat(ask(city, "/collections/staff_request/items?f=html", key).text())
                .contains(MARK);
    }

    @Test
    void jobsAndTeamsComeWithTheirPlaceAndWhatThereIsOfThem() throws Exception {
        String key = key(all());
        Answers jobs = ask(city, "/collections/staff_job/items?step=OFFERED&bbox=2.005,47.0,2.015,47.1", key);
        assertThat(jobs.<List<String>>at("$.features[*].properties.team")).containsExactly("E1");
        Answers teams = ask(city, "/collections/staff_team/items", key);
        assertThat(teams.<List<List<Double>>>at("$.features[*].geometry.coordinates"))
                .containsExactly(List.of(2.0377, 47.0477));
        assertThat(teams.<Integer>at("$.numberMatched")).isGreaterThan(1);
        for (PublishedLayer layer : StaffLayers.list()) {
            for (String below : List.of("", "/queryables", "/items?limit=1")) {
                assertThat(ask(city, "/collections/" + layer.name() + below, key)
                                .status())
                        .as(layer.name() + below)
                        .isEqualTo(200);
            }
            for (PublishedLayer.Property property : layer.properties()) {
                assertThat(ask(
                                        city,
                                        "/collections/" + layer.name() + "/items?filter=" + property.name()
                                                + "%20IS%20NULL",
                                        key)
                                .status())
                        .as(property.name())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void withoutAKeyTheyNeitherListNorExist() throws Exception {
        for (String below : List.of("", "/collections", "/api", "/collections?f=html", "/api?f=html")) {
            assertThat(ask(city, below, "").text()).as(below).doesNotContain("staff_");
        }
        for (String layer : StaffLayers.names()) {
            for (String below : List.of("", "/queryables", "/items", "/items/" + Ids.next())) {
                Answers refused = ask(city, "/collections/" + layer + below, "");
                assertThat(refused.status()).isEqualTo(404);
                assertThat(refused.problem()).isEqualTo("collection-unknown");
                assertThat(refused.<String>at("$.detail")).endsWith("asset, address.");
            }
        }
        assertThat(ask(city, "/collections/request/items?limit=5000", "").text())
                .doesNotContain(MARK);
    }

    @Test
    void aKeyOfAnotherJurisdictionARevokedOneAndOneOfAnotherKindOpenNothing() throws Exception {
        UUID id = Ids.next();
        String key = save(id, 0, all()).at("$.key");
        TestCity.City neighbour = cities.make();
        UUID client = Ids.next();
        Answers open311 = Answers.to(
                http,
                put("/" + city.jurisdiction().code() + "/api/desk/open311-clients/" + client)
                        .with(as(administrator))
                        .header("If-Match", "\"0\"")
                        .content("{\"name\":\"F\",\"quotaPerHour\":10,\"reason\":\"\"}"));
        assertNothing(neighbour, key);
        assertNothing(city, open311.at("$.key"));
        assertNothing(city, "x");
        String second = change(post(path("/" + id + "/key")), 1, "{\"reason\":\"perdue\"}")
                .at("$.key");
        assertNothing(city, key);
        assertThat(ask(city, "/collections/staff_request", second).status()).isEqualTo(200);
        assertThat(change(delete(path("/" + id)), 2, "").status()).isEqualTo(204);
        assertNothing(city, second);
        assertThat(ask(city, "/collections/staff_request?api_key=" + second, "").status())
                .isIn(400, 404);
    }

    private void assertNothing(TestCity.City where, String key) throws Exception {
        for (String below : List.of("/collections", "/collections/staff_request/items", "/collections/request/items")) {
            Answers refused = ask(where, below, key);
            assertThat(refused.status()).as(below).isEqualTo(401);
            assertThat(refused.problem()).isEqualTo("data-key-invalid");
            assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(refused.text()).doesNotContain(MARK, "staff_");
        }
    }

    @Test
    void aKeyIsShownOnceKeptAsItsHashAndOpensOnlyWhatThereIs() throws Exception {
        String key = key(all());
        Answers list = Answers.to(http, get(path("")).with(as(administrator)));
        assertThat(list.text()).contains("QGIS voirie").doesNotContain(key);
        assertThat(cities.<String>inside(
                        city.jurisdiction(),
                        () -> jdbc.sql("select k::text from features.data_key k")
                                .query(String.class)
                                .single()))
                .doesNotContain(key);
        assertThat(save(Ids.next(), 0, "\"request\"").problem()).isEqualTo("data-key-layer-unknown");
        assertThat(save(Ids.next(), 0, "").status()).isEqualTo(422);
    }

    @Test
    void theReaderOfTheMapReachesNoneOfThemAndNobodyWhoAskedIsInAny() {
        for (PublishedLayer layer : StaffLayers.list()) {
            assertThatThrownBy(
                            () -> reader.sql("select 1 from " + layer.source().view())
                                    .query(Integer.class)
                                    .list())
                    .isInstanceOf(DataAccessException.class);
            List<String> columns = jdbc.sql(
                            "select attname from pg_attribute where attrelid = cast(:view as regclass) and attnum > 0")
                    .param("view", layer.source().view())
                    .query((row, n) -> row.getString("attname"))
                    .list();
            assertThat(columns)
                    .containsAll(layer.properties().stream()
                            .map(PublishedLayer.Property::column)
                            .toList())
                    .contains("geom", layer.source().id().column())
                    .noneMatch(column -> column.matches(".*(requester|email|phone|owner|account).*"));
        }
    }
}
