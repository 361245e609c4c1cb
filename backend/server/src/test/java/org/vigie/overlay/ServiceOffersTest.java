package org.vigie.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** What services say that they have, as they write it, and what of it can be shown. */
@ServiceTest
@TestPropertySource(properties = {"vigie.outside.allow-http=true", "vigie.outside.allow-inner-addresses=true"})
class ServiceOffersTest {

    private static final String WMS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms" xmlns:xlink="http://www.w3.org/1999/xlink">
              <Service><Title>Géo de la ville</Title></Service>
              <Capability><Request>
                <GetMap><Format>image/jpeg</Format><Format>image/png</Format></GetMap>
                <GetFeatureInfo><Format>text/html</Format><Format>text/plain</Format><Format>application/json</Format></GetFeatureInfo>
              </Request>
              <Layer><CRS>EPSG:3857</CRS><Attribution><Title>Ville</Title></Attribution>
                <Style><Name>usual</Name><Title>Usuel</Title></Style>
                <Layer queryable="1"><Name>ville:arbres</Name><Title>Arbres &amp; haies</Title>
                  <Style><Name>age</Name><Title>Par âge</Title>
                    <LegendURL><OnlineResource xlink:href="https://geo.example.org/legend?layer=arbres"/></LegendURL></Style>
                </Layer>
                <Layer><Name>ville:bancs</Name><Title>Bancs</Title></Layer>
              </Layer>
              <Layer><CRS>EPSG:2154</CRS><Name>lambert</Name><Title>En Lambert</Title></Layer>
              </Capability>
            </WMS_Capabilities>
            """;

    private static final String WMTS = """
            <Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1" version="1.0.0">
              <ows:ServiceIdentification><ows:Title>Fonds</ows:Title></ows:ServiceIdentification>
              <Contents>
                <Layer><ows:Title>Photo</ows:Title><ows:Identifier>ortho</ows:Identifier>
                  <Style isDefault="true"><ows:Identifier>normal</ows:Identifier></Style><Format>image/jpeg</Format>
                  <TileMatrixSetLink><TileMatrixSet>PM</TileMatrixSet></TileMatrixSetLink>
                  <ResourceURL format="image/jpeg" resourceType="tile"
                    template="https://geo.example.org/wmts/ortho/{Style}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.jpg"/>
                </Layer>
                <Layer><ows:Title>Plan</ows:Title><ows:Identifier>plan</ows:Identifier>
                  <Style><ows:Identifier>normal</ows:Identifier></Style><Format>image/png</Format>
                  <TileMatrixSetLink><TileMatrixSet>named</TileMatrixSet></TileMatrixSetLink>
                </Layer>
                <Layer><ows:Title>Lambert</ows:Title><ows:Identifier>lambert</ows:Identifier>
                  <Style><ows:Identifier>normal</ows:Identifier></Style><Format>image/png</Format>
                  <TileMatrixSetLink><TileMatrixSet>L93</TileMatrixSet></TileMatrixSetLink>
                </Layer>
                %s
              </Contents>
            </Capabilities>
            """.formatted(
            matrices("PM", "3857", "") + matrices("named", "900913", "EPSG:900913:") + matrices("L93", "2154", ""));

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @TempDir
    Path directory;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private OverlayDesk desk;
    private HttpServer server;
    private volatile String answer = "";
    private volatile int status = 200;

    private static String matrices(String set, String epsg, String prefix) {
        StringBuilder text = new StringBuilder("<TileMatrixSet><ows:Identifier>" + set
                + "</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG::" + epsg + "</ows:SupportedCRS>");
        for (int zoom = 2; zoom <= 5; zoom++) {
            text.append("<TileMatrix><ows:Identifier>" + prefix + zoom + "</ows:Identifier><ScaleDenominator>"
                    + 559082264.0287178 / (1 << zoom) + "</ScaleDenominator><TopLeftCorner>-20037508.3428 20037508.3428"
                    + "</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight></TileMatrix>");
        }
        return text.append("</TileMatrixSet>").toString();
    }

    @BeforeEach
    void serve() throws IOException {
        desk = OverlayDesk.of(http, cities);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String service(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private Answers ask(String kind, String path, String served) throws Exception {
        answer = served;
        return desk.ask(kind, service(path));
    }

    @Test
    void theLayersOfAWmsComeWithWhatTheLayersAroundThemSaid() throws Exception {
        Answers offer = ask("WMS", "/ows?map=/a.map&REQUEST=GetCapabilities&service=WMS", WMS);

        assertThat(asked).containsExactly("/ows?map=/a.map&SERVICE=WMS&REQUEST=GetCapabilities");
        assertThat(offer.<String>at("$.title")).isEqualTo("Géo de la ville");
        assertThat(offer.<List<String>>at("$.layers[*].name"))
                .containsExactly("ville:arbres", "ville:bancs", "lambert");
        assertThat(offer.<String>at("$.layers[0].title")).isEqualTo("Arbres & haies");
        assertThat(offer.<String>at("$.layers[0].address")).isEqualTo(service("/ows?map=/a.map"));
        assertThat(offer.<String>at("$.layers[0].infoFormat")).isEqualTo("application/json");
        assertThat(offer.<String>at("$.layers[0].format")).isEqualTo("image/png");
        assertThat(offer.<String>at("$.layers[0].attribution")).isEqualTo("Ville");
        assertThat(offer.<String>at("$.layers[0].legendAddress"))
                .isEqualTo("https://geo.example.org/legend?layer=arbres");
        assertThat(offer.<List<String>>at("$.layers[0].styles[*].name")).containsExactly("age", "usual");
        assertThat(offer.<String>at("$.layers[1].infoFormat")).isEmpty();
        assertThat(offer.<String>at("$.layers[2].fault")).isEqualTo("NO_WEB_MERCATOR");
        assertThat(offer.text()).doesNotContain("\"fault\":null");
    }

    @Test
    void aWmtsIsKeptAsTheAddressOfItsTilesAndOneWithoutWebMercatorIsNamedAsSuch() throws Exception {
        Answers offer = ask("WMTS", "/wmts", WMTS);

        assertThat(offer.<String>at("$.layers[0].address"))
                .isEqualTo("https://geo.example.org/wmts/ortho/normal/PM/{z}/{y}/{x}.jpg");
        assertThat(offer.<Integer>at("$.layers[0].minZoom")).isEqualTo(2);
        assertThat(offer.<Integer>at("$.layers[0].maxZoom")).isEqualTo(5);
        assertThat(offer.<String>at("$.layers[1].address"))
                .isEqualTo(service(
                        "/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=plan&STYLE=normal&FORMAT=image%2Fpng"
                                + "&TILEMATRIXSET=named&TILEMATRIX=EPSG%3A900913%3A{z}&TILEROW={y}&TILECOL={x}"));
        assertThat(offer.<String>at("$.layers[2].fault")).isEqualTo("NO_WEB_MERCATOR");
    }

    @Test
    void featuresAreOfferedWhereTheyAreGivenAsGeoJson() throws Exception {
        String wfs = """
                <wfs:WFS_Capabilities version="2.0.0" xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:ows="http://www.opengis.net/ows/1.1">
                  <ows:OperationsMetadata><ows:Operation name="GetFeature"><ows:Parameter name="outputFormat"><ows:AllowedValues>
                    <ows:Value>text/xml</ows:Value>%s</ows:AllowedValues></ows:Parameter></ows:Operation></ows:OperationsMetadata>
                  <wfs:FeatureTypeList><wfs:FeatureType><wfs:Name>ville:bancs</wfs:Name><wfs:Title>Bancs</wfs:Title></wfs:FeatureType>
                  </wfs:FeatureTypeList></wfs:WFS_Capabilities>
                """;
        Answers with = ask("WFS", "/wfs", wfs.formatted("<ows:Value>application/json</ows:Value>"));
        assertThat(with.<String>at("$.layers[0].format")).isEqualTo("application/json");
        assertThat(with.<String>at("$.layers[0].version")).isEqualTo("2.0.0");
        assertThat(ask("WFS", "/wfs", wfs.formatted("")).<String>at("$.layers[0].fault"))
                .isEqualTo("NO_GEO_JSON");

        Answers features = ask("FEATURES", "/ogc/", "{\"collections\":[{\"id\":\"a b\",\"title\":\"Arbres\"}]}");
        assertThat(asked).contains("/ogc/collections");
        assertThat(features.<String>at("$.layers[0].address")).isEqualTo(service("/ogc/collections/a%20b/items"));
    }

    @Test
    void aDocumentThatDeclaresWhatShouldBeReadOrGrowIsNeitherFollowedNorAFailureOfOurs() throws Exception {
        Path secret = Files.writeString(directory.resolve("secret"), "do-not-tell");
        String stealing = "<!DOCTYPE a [<!ENTITY x SYSTEM \"%s\"><!ENTITY y SYSTEM \"%s\">]>"
                        .formatted(secret.toUri(), service("/stolen"))
                + WMS.substring(WMS.indexOf("<WMS")).replace("Bancs", "Bancs &x; &y;");
        Answers offer = ask("WMS", "/wms", stealing);
        assertThat(offer.text()).doesNotContain("do-not-tell");
        assertThat(offer.status()).isIn(200, 422);
        assertThat(asked).noneMatch(path -> path.startsWith("/stolen"));

        String growing =
                "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><WMS_Capabilities>&b;</WMS_Capabilities>";
        assertThat(ask("WMS", "/wms", growing).text()).doesNotContain("haha");
        Answers older = ask(
                "WMS",
                "/wms",
                "<!DOCTYPE WMT_MS_Capabilities SYSTEM \"http://127.0.0.1:9/x.dtd\">"
                        + WMS.substring(WMS.indexOf("<WMS"))
                                .replace("WMS_Capabilities", "WMT_MS_Capabilities")
                                .replace("CRS>", "SRS>"));
        assertThat(older.<List<String>>at("$.layers[*].name")).hasSize(3);
        assertThat(older.<List<String>>at("$.layers[?(@.fault)].name")).containsExactly("lambert");
    }

    @Test
    void whatIsTooLongCountsAsFarAsItWasRead() throws Exception {
        String many = "<Layer><Name>l</Name><Title>%s</Title></Layer>"
                .formatted("x".repeat(10_000))
                .repeat(250);
        Answers offer = ask("WMS", "/wms", WMS.replace("<Layer><Name>ville:bancs", many + "<Layer><Name>ville:bancs"));
        assertThat(offer.<Boolean>at("$.whole")).isFalse();
        assertThat(offer.<List<String>>at("$.layers[*].name"))
                .contains("ville:arbres", "l")
                .doesNotContain("lambert");
    }

    @Test
    void whatIsNoListIsSaidAndNoRedirectionIsFollowed() throws Exception {
        assertThat(ask("WMS", "/wms", "<html>hello").problem()).isEqualTo("overlay-capabilities-malformed");
        assertThat(ask("WMS", "/wms", "<a/>").problem()).isEqualTo("overlay-capabilities-malformed");
        assertThat(ask("WMTS", "/wms", WMS).problem()).isEqualTo("overlay-capabilities-malformed");
        assertThat(ask("FEATURES", "/ogc", "[").problem()).isEqualTo("overlay-capabilities-malformed");
        assertThat(ask("FEATURES", "/ogc", "null").problem()).isEqualTo("overlay-capabilities-malformed");
        status = 302;
        assertThat(ask("WMS", "/wms", WMS).problem()).isEqualTo("overlay-service-refuses");
        assertThat(asked).noneMatch(path -> path.startsWith("/elsewhere"));
        String nobody = service("/wms");
        server.stop(0);
        assertThat(desk.ask("WMS", nobody).problem()).isEqualTo("overlay-service-silent");
    }
}
