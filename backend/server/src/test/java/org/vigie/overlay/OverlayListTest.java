package org.vigie.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.vigie.testing.TestCity.as;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Ids;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** Which layers of others a town shows, to whom, and what its pages may load for them: with the usual settings. */
@ServiceTest
class OverlayListTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    private OverlayDesk desk;
    private SignedInAccount dispatcher;

    @BeforeEach
    void makeCity() {
        desk = OverlayDesk.of(http, cities);
        dispatcher = cities.account(desk.city(), Role.DISPATCHER);
    }

    @Test
    void everybodySeesThePublicOnesFromBelowAndStaffSeesAllInItsOwnTownOnly() throws Exception {
        desk.make("titleFr", "Dessus", "position", 2);
        desk.make("titleFr", "Dessous", "position", 1);
        desk.make("titleFr", "Réseaux enterrés", "audience", "STAFF");

        assertThat(desk.read("/api/overlays").<List<String>>at("$.items[*].titleFr"))
                .containsExactly("Dessous", "Dessus");
        assertThat(desk.read("/api/desk/overlays", dispatcher).<List<String>>at("$.items[*].overlay.titleFr"))
                .contains("Réseaux enterrés", "Dessus")
                .hasSize(3);
        assertThat(OverlayDesk.of(http, cities).read("/api/overlays").<List<Object>>at("$.items"))
                .isEmpty();
    }

    @Test
    void pagesMayLoadFromTheAddressesOfTheirOverlaysAndFromNoOthers() throws Exception {
        desk.make("infoFormat", "application/json", "legendAddress", "https://legends.example.org/a,b.png");
        desk.make("kind", "XYZ", "address", "https://tiles.example.org/ortho/{z}/{x}/{y}.png?key=k");
        desk.make(
                "kind",
                "FEATURES",
                "address",
                "https://secret.example.org/ogc/collections/networks/items",
                "audience",
                "STAFF");

        String forAll = "img-src 'self' data: blob: https://carto.example.org/geoserver/wms"
                + " https://legends.example.org/a%2Cb.png https://tiles.example.org/ortho/;"
                + " connect-src 'self' https://carto.example.org/geoserver/wms;";
        assertThat(policy("/")).contains(forAll);
        assertThat(policy("/desk")).contains(forAll);
        assertThat(policy("/embed")).contains(forAll);
        assertThat(policy("/embed", dispatcher)).doesNotContain("secret.example.org");
        assertThat(policy("/desk", dispatcher))
                .contains(
                        "connect-src 'self' https://carto.example.org/geoserver/wms https://secret.example.org/ogc/collections/networks/items;");
        for (String other : List.of("/field", "/api/overlays")) {
            assertThat(policy(other)).as(other).doesNotContain("example.org");
        }
        assertThat(policy("/field", dispatcher)).doesNotContain("example.org");
        assertThat(OverlayDesk.of(http, cities).read("/").header("Content-Security-Policy"))
                .doesNotContain("example.org");
    }

    private String policy(String page, SignedInAccount... reader) throws Exception {
        return desk.read(page, reader).header("Content-Security-Policy");
    }

    @Test
    void theSecondOfTwoChangesIsRefusedAndWhatIsTakenOffIsGoneFromThePolicyToo() throws Exception {
        UUID id = desk.make();
        assertThat(desk.save(id, 1, OverlayDesk.body("titleFr", "Parcelles")).status())
                .isEqualTo(200);
        assertThat(desk.save(id, 1, OverlayDesk.body()).status()).isEqualTo(412);
        Answers gone = Answers.to(
                http,
                delete(desk.path("/api/desk/overlays/" + id))
                        .with(as(desk.administrator()))
                        .header("If-Match", "\"2\""));
        assertThat(gone.status()).isEqualTo(204);
        assertThat(desk.read("/api/overlays").<List<Object>>at("$.items")).isEmpty();
        assertThat(policy("/")).doesNotContain("carto.example.org");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "WMS, http://carto.example.org/wms, outside-address-not-https",
                "WMS, https://user:word@carto.example.org/wms, outside-address-malformed",
                "WMS, https://carto.example.org/wms script-src *, outside-address-malformed",
                "WMS, javascript:alert(1), outside-address-malformed",
                "WMS, https://carto.example.org/{z}, outside-address-malformed",
                "XYZ, https://tiles.example.org/{z}/{x}.png, overlay-template-incomplete",
                "XYZ, https://{z}.example.org/{x}/{y}.png, outside-address-malformed",
                "XYZ, https://example.org{z}/{x}/{y}, outside-address-malformed",
                "WMTS, https://tiles.example.org/{z}/{x}/{y}/{style}, outside-address-malformed"
            })
    void whatIsNoAddressOfAServiceIsRefused(String kind, String address, String problem) throws Exception {
        Answers refused = desk.save(Ids.next(), 0, OverlayDesk.body("kind", kind, "address", address));
        assertThat(refused.problem()).isEqualTo(problem);
        assertThat(desk.read("/api/overlays").<List<Object>>at("$.items")).isEmpty();
    }

    @Test
    void aServiceInTheTownsOwnNetworkMayBeNamedButIsNeverAskedByUs() throws Exception {
        desk.make("address", "https://192.168.1.20/qgis/");
        assertThat(desk.ask("WMS", "https://192.168.1.20/qgis/").problem()).isEqualTo("outside-address-inside");
        assertThat(desk.ask("XYZ", "https://9.9.9.9/{z}/{x}/{y}.png").problem()).isEqualTo("overlay-kind-without-list");
    }

    @Test
    void valuesThatNoMapCanShowAreRefusedByName() throws Exception {
        for (List<Object> wrong : Arrays.<List<Object>>asList(
                List.of("minZoom", 18, "maxZoom", 12),
                List.of("opacityPercent", 0),
                List.of("titleEn", " "),
                List.of("kind", "SHAPEFILE"))) {
            Answers refused = desk.save(Ids.next(), 0, OverlayDesk.body(wrong.toArray()));
            assertThat(refused.status()).as(wrong.toString()).isIn(400, 422);
        }
    }
}
