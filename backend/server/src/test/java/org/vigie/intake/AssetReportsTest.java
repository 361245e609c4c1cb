package org.vigie.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.vigie.testing.TestCity.as;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.vigie.access.Ids;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.catalogue.AssetKinds;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** A report may name the thing that it is about, and its history is found by that. */
@ServiceTest
class AssetReportsTest {

    /** At 47° N, a degree of longitude is 76.1 km. */
    private static final double METRE_EAST_DEGREES = 1 / 76_100.0;

    private static final String GROUND = "POLYGON((2.03 47.05,2.032 47.05,2.032 47.051,2.03 47.051,2.03 47.05))";

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    AssetKinds kinds;

    @Autowired
    JdbcClient jdbc;

    private TestCity.City city;
    private SignedInAccount dispatcher;
    private UUID lamp;

    @BeforeEach
    void furnish() {
        city = cities.make();
        dispatcher = cities.account(city, Role.DISPATCHER);
        lamp = asset(city, "lamp", "4711", "POINT(2.02 47.05)");
    }

    @Test
    void theThingsPositionIsTheReportsWhenNoneIsTold() throws Exception {
        Answers receipt = report("/requests", "\"asset\":\"Lamp:4711\"");

        assertThat(receipt.status()).isEqualTo(201);
        Answers desk = detail(receipt);
        assertThat(desk.<List<Double>>at("$.position.coordinates")).containsExactly(2.02, 47.05);
        assertThat(desk.<String>at("$.asset.code")).isEqualTo("4711");
        assertThat(desk.<String>at("$.asset.id")).isEqualTo(lamp.toString());
        assertThat(desk.<Boolean>at("$.asset.retired")).isFalse();
        assertThat(value("select location_source from request.request")).isEqualTo("ASSET");
    }

    @Test
    void aPositionThatIsToldStandsBesideTheThing() throws Exception {
        Answers receipt = report("/requests", "\"asset\":\"" + lamp + "\"," + position(2.0201));

        Answers desk = detail(receipt);
        assertThat(desk.<List<Double>>at("$.position.coordinates")).containsExactly(2.0201, 47.05);
        assertThat(desk.<String>at("$.asset.code")).isEqualTo("4711");
    }

    @Test
    void theDeskNamesItToo() throws Exception {
        Answers receipt = Answers.to(
                http, body("/desk/requests", "\"asset\":\"lamp:4711\"").with(as(dispatcher)));

        assertThat(detail(receipt).<String>at("$.asset.code")).isEqualTo("4711");
    }

    @Test
    void whatIsUnknownOrRetiredIsAProblemThatSaysWhatToDo() throws Exception {
        asset(city, "lamp", "12", "POINT(2.02 47.05)");
        retire("12");

        Answers unknown = report("/requests", "\"asset\":\"lamp:4712\"");
        Answers retired = report("/requests", "\"asset\":\"lamp:12\"");

        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.problem()).isEqualTo("asset-unknown");
        assertThat(unknown.<String>at("$.detail")).contains("lamp:4712");
        assertThat(retired.problem()).isEqualTo("asset-retired");
        for (String odd : List.of(
                "4711", ":", "lamp:", "\\u0000:\\u0000", UUID.randomUUID().toString())) {
            assertThat(report("/requests", "\"asset\":\"" + odd + "\"").problem())
                    .as(odd)
                    .isEqualTo("asset-unknown");
        }
    }

    @Test
    void anotherTownsThingIsUnknownHere() throws Exception {
        TestCity.City other = cities.make();
        UUID theirs = asset(other, "lamp", "9", "POINT(2.02 47.05)");

        assertThat(report("/requests", "\"asset\":\"" + theirs + "\"").problem())
                .isEqualTo("asset-unknown");
        assertThat(named("lamp:9").status()).isEqualTo(404);
    }

    @Test
    void aRequestGoesOnNamingWhatIsRetired() throws Exception {
        Answers receipt = report("/requests", "\"asset\":\"lamp:4711\"");
        retire("4711");

        assertThat(detail(receipt).<Boolean>at("$.asset.retired")).isTrue();
        assertThat(near("").<List<String>>at("$.items[*].code")).isEmpty();
    }

    @Test
    void thingsAroundThePinAreOfferedNearestFirstIfTheySuit() throws Exception {
        asset(city, "bin", "B-1", "POINT(%s 47.05)".formatted(2.02 + 8 * METRE_EAST_DEGREES));
        asset(city, "lamp", "far", "POINT(%s 47.05)".formatted(2.02 + 40 * METRE_EAST_DEGREES));

        assertThat(near("").<List<String>>at("$.items[*].code")).containsExactly("4711", "B-1");
        assertThat(near("").<Double>at("$.items[1].distanceMetres")).isBetween(7.9, 8.1);
        suit("lamp", "lampadaire");
        assertThat(near("&category=lampadaire").<List<String>>at("$.items[*].code"))
                .containsExactly("4711", "B-1");
        assertThat(near("&category=nid-de-poule").<List<String>>at("$.items[*].code"))
                .containsExactly("B-1");
        assertThat(near("&category=none").problem()).isEqualTo("unknown-category");
    }

    @Test
    void aReportInsideASportsGroundKeepsTheGround() throws Exception {
        UUID ground = asset(city, "ground", "S-1", GROUND);
        Answers offered = assets("/near?lon=2.031&lat=47.0505");

        assertThat(offered.<String>at("$.items[0].code")).isEqualTo("S-1");
        assertThat(offered.<Double>at("$.items[0].distanceMetres")).isZero();
        assertThat(offered.<String>at("$.items[0].shape.type")).isEqualTo("Polygon");
        Answers receipt = report("/requests", "\"asset\":\"" + ground + "\"," + position(2.0315));
        assertThat(detail(receipt).<String>at("$.asset.id")).isEqualTo(ground.toString());
        assertThat(history(ground)).containsExactly(receipt.<String>at("$.number"));
    }

    @Test
    void itsHistoryIsThatOfTheThingAndNotOfWhatStandsBesideIt() throws Exception {
        String about = report("/requests", "\"asset\":\"lamp:4711\"").at("$.number");
        report("/requests", position(2.02));

        assertThat(history(lamp)).containsExactly(about);
    }

    @Test
    void whatIsReportedOfItIsShownUnlessItIsPrivate() throws Exception {
        String open = report("/requests", "\"asset\":\"lamp:4711\"").at("$.number");
        Answers secret = Answers.to(http, body("/requests", "habitat-indigne", "\"asset\":\"lamp:4711\""));

        assertThat(secret.status()).isEqualTo(201);
        assertThat(named("LAMP:4711").<List<String>>at("$.requests[*].number")).containsExactly(open);
        assertThat(named("lamp:4711").<String>at("$.asset.kind")).isEqualTo("lamp");
    }

    @Test
    void aCodeIsFoundByItsBeginningWithOrWithoutItsKind() throws Exception {
        asset(city, "bin", "47", "POINT(2.02 47.05)");

        assertThat(assets("?q=47").<List<String>>at("$.items[*].code")).containsExactly("47", "4711");
        assertThat(assets("?q=LAMP:47").<List<String>>at("$.items[*].code")).containsExactly("4711");
        assertThat(assets("?q=").<List<String>>at("$.items")).isEmpty();
    }

    private Answers report(String door, String more) throws Exception {
        return Answers.to(http, body(door, more));
    }

    private MockHttpServletRequestBuilder body(String door, String more) {
        return body(door, "nid-de-poule", more);
    }

    private MockHttpServletRequestBuilder body(String door, String category, String more) {
        return post(path(door))
                .header("Idempotency-Key", "key-" + UUID.randomUUID())
                .content("""
                {"category":"%s","description":"Ne marche pas",%s}
                """.formatted(category, more));
    }

    private static String position(double longitude) {
        return "\"position\":{\"type\":\"Point\",\"coordinates\":[%s,47.05]}".formatted(longitude);
    }

    private Answers detail(Answers receipt) throws Exception {
        return Answers.to(
                http, get(path("/desk/requests/" + receipt.at("$.id"))).with(as(dispatcher)));
    }

    private List<String> history(UUID asset) throws Exception {
        return Answers.to(http, get(path("/desk/search?asset=" + asset)).with(as(dispatcher)))
                .at("$.items[*].number");
    }

    private Answers near(String more) throws Exception {
        return assets("/near?lon=2.02&lat=47.05" + more);
    }

    private Answers named(String reference) throws Exception {
        return assets("/named?asset=" + reference);
    }

    private Answers assets(String below) throws Exception {
        return Answers.to(http, get(path("/assets" + below)));
    }

    private String path(String below) {
        return "/" + city.jurisdiction().code() + "/api" + below;
    }

    private UUID asset(TestCity.City where, String kind, String code, String wkt) {
        return cities.inside(where.jurisdiction(), () -> {
            UUID id = Ids.next();
            jdbc.sql("""
                            insert into territory.asset (jurisdiction_id, asset_id, kind, code, location, shape)
                            select access.current_jurisdiction(), :id, :kind, :code, st_pointonsurface(g), case when st_dimension(g) > 0 then g end
                            from st_geomfromtext(:wkt, 4326) g
                            """)
                    .param("id", id)
                    .param("kind", kind)
                    .param("code", code)
                    .param("wkt", wkt)
                    .update();
            return id;
        });
    }

    private void suit(String kind, String category) {
        cities.inside(city.jurisdiction(), () -> {
            kinds.suit(kind, List.of(category));
            return true;
        });
    }

    private void retire(String code) {
        cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql("update territory.asset set retired_at = now() where code = :code")
                        .param("code", code)
                        .update());
    }

    private String value(String sql) {
        return cities.inside(
                city.jurisdiction(), () -> jdbc.sql(sql).query(String.class).single());
    }
}
