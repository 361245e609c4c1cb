package org.vigie.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.vigie.access.Jurisdiction;
import org.vigie.map.PublishedCity;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;

/** The abstract tests of OGC 17-069r4 for the classes core, geojson, html and oas30, each under its name. */
@ServiceTest
@Import({PublishedCity.class, FeatureCity.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoreConformanceTest {

    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    private static final List<String> LAYERS = List.of("request", "sector", "basemap", "asset", "address");

    @Autowired
    FeatureCity city;

    private Jurisdiction town = new Jurisdiction(new java.util.UUID(0, 0), "", "", "fr", java.time.ZoneOffset.UTC);

    @BeforeAll
    void build() {
        town = city.make();
    }

    private Answers ask(String below, String... headers) throws Exception {
        return city.ask(town, below, headers);
    }

    private static List<String> links(Answers answer, String relation) {
        return answer.at("$.links[?(@.rel=='" + relation + "')].href");
    }

    @Test
    @DisplayName("/conf/core/root-op and root-success: the landing page links to itself, the API, conformance and data")
    void theLandingPageLinksToEverything() throws Exception {
        Answers landing = ask("");

        assertThat(landing.status()).isEqualTo(200);
        assertThat(landing.header("Content-Type")).isEqualTo("application/json");
        for (String relation : List.of("self", "alternate", "service-desc", "service-doc", "conformance", "data")) {
            assertThat(links(landing, relation)).as(relation).hasSize(1);
            assertThat(city.at(links(landing, relation).getFirst()).status())
                    .as(relation)
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName(
            "/conf/core/api-definition-op and -success, /conf/oas30/oas-definition-1 and -2: the definition is OpenAPI 3.0")
    void theApiDefinitionIsWhereTheLandingPageSays() throws Exception {
        Answers api = city.at(links(ask(""), "service-desc").getFirst());

        assertThat(api.header("Content-Type")).isEqualTo("application/vnd.oai.openapi+json;version=3.0");
        assertThat(api.<String>at("$.openapi")).startsWith("3.0.");
        assertThat(api.<String>at("$.servers[0].url")).isEqualTo("http://localhost/" + town.code() + "/ogc");
    }

    @Test
    @DisplayName(
            "/conf/oas30/completeness, oas-impl and exceptions-codes: every path answers, with the codes and types that are said")
    void theDefinitionNamesEveryOperationAndWhatItAnswers() throws Exception {
        Answers api = ask("/api");
        Map<String, Object> paths = api.at("$.paths");
        assertThat(paths).hasSize(4 + 4 * LAYERS.size());
        for (String path : paths.keySet()) {
            String get = "$.paths['" + path + "'].get";
            assertThat(api.<Map<String, Object>>at(get + ".responses")).as(path).containsKeys("200", "400", "default");
            String type = api.<Map<String, Object>>at(get + ".responses['200'].content").keySet().stream()
                    .filter(known -> !known.equals("text/html"))
                    .findFirst()
                    .orElseThrow();
            Answers answer = ask(path.equals("/") ? "" : path.replace("{featureId}", aFeature(path)));
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.header("Content-Type")).as(path).isEqualTo(type);
            assertThat(ask((path.equals("/") ? "" : path.replace("{featureId}", aFeature(path))) + "?f=html")
                            .status())
                    .as(path)
                    .isEqualTo(200);
        }
        List<String> references = api.at("$..['$ref']");
        for (String reference : new LinkedHashSet<>(references)) {
            assertThat(api.<Object>at("$" + reference.substring(1).replaceAll("/([^/]+)", "['$1']")))
                    .isNotNull();
        }
        assertThat(api.<List<String>>at("$..operationId")).doesNotHaveDuplicates();
    }

    private String aFeature(String path) throws Exception {
        return path.contains("{featureId}")
                ? String.valueOf(
                        ask(path.replace("/{featureId}", "") + "?limit=1").<Object>at("$.features[0].id"))
                : "";
    }

    @Test
    @DisplayName(
            "/conf/core/conformance-op and -success: the classes that are kept are listed, and each has its tests here")
    void theConformanceDeclarationListsWhatIsTested() throws Exception {
        List<String> declared = ask("/conformance").at("$.conformsTo");

        assertThat(declared)
                .doesNotHaveDuplicates()
                .allMatch(uri -> ConformanceTests.BY_CLASS.containsKey(uri))
                .hasSize(ConformanceTests.BY_CLASS.size());
    }

    @Test
    @DisplayName(
            "/conf/core/fc-md-op, -success, -links, -items and -items-links: all collections are told, with links to their items")
    void theCollectionsAreListed() throws Exception {
        Answers collections = ask("/collections");

        assertThat(collections.header("Content-Type")).isEqualTo("application/json");
        assertThat(collections.<List<String>>at("$.collections[*].id")).containsExactlyElementsOf(LAYERS);
        assertThat(links(collections, "self")).hasSize(1);
        assertThat(links(collections, "alternate")).hasSize(1);
        for (int i = 0; i < LAYERS.size(); i++) {
            String one = "$.collections[" + i + "]";
            assertThat(collections.<List<String>>at(
                            one + ".links[?(@.rel=='items' && @.type=='application/geo+json')].href"))
                    .hasSize(1)
                    .allSatisfy(href -> assertThat(city.at(href).status()).isEqualTo(200));
            assertThat(collections.<String>at(one + ".itemType")).isEqualTo("feature");
        }
    }

    @Test
    @DisplayName("/conf/core/fc-md-extent: the extent holds every feature, and says since when")
    void theExtentHoldsEverything() throws Exception {
        Answers request = ask("/collections/request");

        assertThat(request.<String>at("$.extent.spatial.crs")).isEqualTo(CRS84);
        assertThat(request.<List<Double>>at("$.extent.spatial.bbox[0]")).containsExactly(2.0, 47.0, 2.1, 47.1);
        List<String> interval = request.at("$.extent.temporal.interval[0]");
        assertThat(Instant.parse(interval.getFirst())).isEqualTo(Instant.parse("2026-01-01T05:00:00Z"));
        assertThat(interval.get(1)).isNull();
        assertThat(ask("/collections/asset").<Map<String, Object>>at("$.extent"))
                .doesNotContainKey("temporal");
    }

    @Test
    @DisplayName(
            "/conf/core/sfc-md-op and -success: a collection says of itself what the list says of it; an unknown one is 404")
    void aCollectionIsToldAlone() throws Exception {
        for (int i = 0; i < LAYERS.size(); i++) {
            Answers one = ask("/collections/" + LAYERS.get(i));
            for (String member : List.of("id", "title", "description", "extent", "crs", "storageCrs", "itemType")) {
                assertThat(one.<Object>at("$." + member))
                        .isEqualTo(ask("/collections").<Object>at("$.collections[" + i + "]." + member));
            }
        }
        assertThat(ask("/collections/nothing").status()).isEqualTo(404);
        assertThat(ask("/collections/nothing").problem()).isEqualTo("collection-unknown");
        assertThat(ask("/collections/map.request/items").status()).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "/conf/core/fc-op and fc-response, /conf/geojson/definition and content: items are a GeoJSON feature collection")
    void itemsAreGeoJson() throws Exception {
        for (String layer : LAYERS) {
            Answers items = ask("/collections/" + layer + "/items?limit=3");
            assertThat(items.header("Content-Type")).isEqualTo("application/geo+json");
            assertThat(items.<String>at("$.type")).isEqualTo("FeatureCollection");
            assertThat(items.<List<String>>at("$.features[*].type")).containsOnly("Feature");
            assertThat(items.<List<Object>>at("$.features[*].id"))
                    .doesNotHaveDuplicates()
                    .isNotEmpty();
            assertThat(items.<List<Object>>at("$.features[*].geometry.coordinates"))
                    .isNotEmpty();
            assertThat(items.<Map<String, Object>>at("$.features[0].properties").keySet())
                    .containsExactlyElementsOf(PublishedLayers.find(layer).orElseThrow().properties().stream()
                            .map(PublishedLayer.Property::name)
                            .toList());
        }
        assertThat(ask("/collections/request/items?limit=1").<List<Double>>at("$.features[0].geometry.coordinates"))
                .satisfies(place -> assertThat(place.getFirst()).isBetween(2.0, 2.1));
    }

    @Test
    @DisplayName(
            "/conf/core/fc-limit-definition and -response: at most limit, ten thousand asks for the most there is, nought is an error")
    void theLimitIsKept() throws Exception {
        assertThat(ask("/collections/request/items?limit=7").<List<Object>>at("$.features"))
                .hasSize(7);
        assertThat(ask("/collections/request/items").<List<Object>>at("$.features"))
                .hasSize(ItemsQuery.DEFAULT_LIMIT);
        assertThat(ask("/collections/request/items?limit=99999999999").<List<Object>>at("$.features"))
                .hasSize(FeatureCity.REQUESTS);
        for (String wrong : List.of("0", "-1", "1.5", "x", "", "1e3", "0x10")) {
            assertThat(ask("/collections/request/items?limit=" + wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(ask("/api").<Integer>at("$.components.parameters.limit.schema.maximum"))
                .isEqualTo(ItemsQuery.MAX_LIMIT);
    }

    @Test
    @DisplayName(
            "/conf/core/fc-links, fc-timeStamp, fc-numberMatched and fc-numberReturned: pages go on without a gap or a repeat")
    void pagesGoOnByTheirNextLinks() throws Exception {
        for (String layer : LAYERS) {
            Set<Object> seen = new LinkedHashSet<>();
            List<Object> inOrder = new ArrayList<>();
            Answers page = ask("/collections/" + layer + "/items?limit=13");
            Integer matched = page.at("$.numberMatched");
            while (true) {
                List<Object> ids = page.at("$.features[*].id");
                seen.addAll(ids);
                inOrder.addAll(ids);
                assertThat(page.<Integer>at("$.numberReturned")).isEqualTo(ids.size());
                assertThat(page.<Integer>at("$.numberMatched")).isEqualTo(matched);
                assertThat(Instant.parse(page.<String>at("$.timeStamp"))).isNotNull();
                assertThat(links(page, "self")).hasSize(1);
                assertThat(links(page, "alternate")).hasSize(1);
                if (links(page, "next").isEmpty()) {
                    break;
                }
                page = city.at(links(page, "next").getFirst());
            }
            assertThat(inOrder).as(layer).hasSize(matched).hasSameSizeAs(seen);
        }
        assertThat(ask("/collections/request/items?after=oops").problem()).isEqualTo("cursor-malformed");
    }

    @Test
    @DisplayName("/rec/core/link-header: the links stand in the headers too")
    void linksAreHeadersToo() throws Exception {
        assertThat(ask("/collections/request/items?limit=1").headers("Link"))
                .hasSize(4)
                .anyMatch(link -> link.contains("; rel=\"self\"; type=\"application/geo+json\""))
                .anyMatch(link -> link.contains("; rel=\"next\""));
    }

    @Test
    @DisplayName(
            "/conf/core/fc-bbox-definition and -response: only what meets the box, also with heights and across 180°")
    void theBoxIsKept() throws Exception {
        assertThat(matched("bbox=2.0,47.0,2.0,47.0")).isPositive().isEqualTo(matched("bbox=2.0,47.0,0,2.0,47.0,10"));
        int half = matched("bbox=1.9,46.9,2.05,47.2");
        int rest = matched("bbox=2.0500001,46.9,2.2,47.2");
        assertThat(half + rest).isEqualTo(FeatureCity.REQUESTS);
        assertThat(half).isPositive();
        assertThat(matched("bbox=170,40,3,50")).isEqualTo(FeatureCity.REQUESTS);
        assertThat(matched("bbox=170,40,-170,50")).isZero();
        assertThat(matched("bbox=-180,-90,180,90")).isEqualTo(FeatureCity.REQUESTS);
        for (String wrong : List.of(
                "1,2,3",
                "1,2,3,4,5",
                "a,b,c,d",
                "0,50,1,40",
                "0,0,NaN,1",
                "0,0,Infinity,1",
                "0,-91,1,1",
                "200,0,201,1",
                "")) {
            assertThat(ask("/collections/request/items?bbox=" + wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    @DisplayName(
            "/conf/core/fc-time-definition and -response: moments, days, and intervals that are open at either end")
    void theTimeIsKept() throws Exception {
        assertThat(matched("datetime=2026-01-01T05:00:00Z")).isEqualTo(1);
        assertThat(matched("datetime=2026-01-01T06:00:00%2B01:00")).isEqualTo(1);
        assertThat(matched("datetime=2026-01-02")).isEqualTo(4);
        assertThat(matched("datetime=2026-01-02/2026-01-03")).isEqualTo(8);
        assertThat(matched("datetime=2026-01-02T00:00:00Z/2026-01-02T23:00:00Z"))
                .isEqualTo(4);
        assertThat(matched("datetime=../2026-01-01T05:00:00Z")).isEqualTo(1);
        assertThat(matched("datetime=/2026-01-01T05:00:00Z")).isEqualTo(1);
        assertThat(matched("datetime=2026-01-01T05:00:01Z/..")).isEqualTo(FeatureCity.REQUESTS - 1);
        assertThat(matched("datetime=../..")).isEqualTo(FeatureCity.REQUESTS);
        assertThat(ask("/collections/asset/items?datetime=1999-01-01").<Integer>at("$.numberMatched"))
                .isEqualTo(40);
        for (String wrong : List.of(
                "yesterday", "2026-13-01", "2026-01-01/2026-01-02/2026-01-03", "..", "2026", "2026-01-01T05:00:00")) {
            assertThat(ask("/collections/request/items?datetime=" + wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    @DisplayName("/rec/core/fc-filters: a property is asked for by its name")
    void propertiesAreAskedForByName() throws Exception {
        assertThat(matched("state=RESOLVED")).isEqualTo(48);
        assertThat(matched("state=RESOLVED&is_open=false&category=lampadaire")).isEqualTo(24);
        assertThat(matched("is_open=true")).isEqualTo(144);
        assertThat(matched("received_at=2026-01-02")).isEqualTo(4);
        assertThat(matched("description=" + FeatureCity.encoded("été 🙂 Œuvre")))
                .isEqualTo(30);
        assertThat(ask("/collections/sector/items?version=1").<Integer>at("$.numberMatched"))
                .isEqualTo(2);
        for (String wrong : List.of("is_open=perhaps", "received_at=yesterday", "is_open=")) {
            assertThat(ask("/collections/request/items?" + wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(ask("/collections/sector/items?version=one").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("/conf/core/query-param-unknown and -invalid: 400 with a sentence that names it")
    void anUnknownParameterIsRefused() throws Exception {
        for (String below : List.of(
                "",
                "/api",
                "/conformance",
                "/collections",
                "/collections/request",
                "/collections/request/queryables",
                "/collections/request/items",
                "/collections/sector/items")) {
            Answers refused = ask(below + "?colour=red");
            assertThat(refused.status()).as(below).isEqualTo(400);
            assertThat(refused.problem()).as(below).isEqualTo("query-parameter-unknown");
            assertThat(refused.<String>at("$.detail")).contains("colour");
        }
        assertThat(ask("/collections/sector/items?state=CLOSED").status()).isEqualTo(400);
        assertThat(ask("/collections/request/items?limit=1&limit=2").status()).isEqualTo(400);
        assertThat(ask("/collections/request/items?f=xml").status()).isEqualTo(400);
    }

    @Test
    @DisplayName(
            "/conf/core/f-op, f-success and f-links: a feature alone is what it is among others, with its links; 404 for what is not here")
    void aFeatureIsToldAlone() throws Exception {
        for (String layer : LAYERS) {
            Answers items = ask("/collections/" + layer + "/items?limit=1");
            String id = String.valueOf(items.<Object>at("$.features[0].id"));
            Answers one = ask("/collections/" + layer + "/items/" + id);
            assertThat(one.header("Content-Type")).isEqualTo("application/geo+json");
            for (String member : List.of("type", "id", "geometry", "properties")) {
                assertThat(one.<Object>at("$." + member)).isEqualTo(items.<Object>at("$.features[0]." + member));
            }
            assertThat(links(one, "self")).hasSize(1);
            assertThat(links(one, "alternate")).hasSize(1);
            assertThat(links(one, "collection"))
                    .containsExactly("http://localhost/" + town.code() + "/ogc/collections/" + layer);
            for (String wrong :
                    List.of("00000000-0000-0000-0000-000000000000", "0", "x", "-1", "1%20or%201=1", "%F0%9F%99%82")) {
                assertThat(ask("/collections/" + layer + "/items/" + wrong).status())
                        .as(layer + " " + wrong)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    @DisplayName(
            "/conf/core/http and crs84: what a reader prefers is what it gets; longitude comes first unless something else is asked")
    void theFormatIsNegotiated() throws Exception {
        String items = "/collections/request/items?limit=1";
        assertThat(type(items, "Accept", "*/*")).isEqualTo("application/geo+json");
        assertThat(type(items, "Accept", "application/json")).isEqualTo("application/geo+json");
        assertThat(type(items, "Accept", "application/geo+json;q=0.5, text/html;q=0.4"))
                .isEqualTo("application/geo+json");
        assertThat(type(items, "Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"))
                .startsWith("text/html");
        assertThat(type(items + "&f=json", "Accept", "text/html")).isEqualTo("application/geo+json");
        assertThat(type(items + "&f=html", "Accept", "application/json")).startsWith("text/html");
        assertThat(type(items, "Accept", "not a type")).isEqualTo("application/geo+json");
        assertThat(ask(items, "Accept", "application/gml+xml").status()).isEqualTo(406);
        assertThat(ask(items).headers("Vary")).contains("Accept", "Accept-Language");
        assertThat(ask("/collections/request").<String>at("$.crs[0]")).isEqualTo(CRS84);
    }

    private String type(String below, String... headers) throws Exception {
        return ask(below, headers).header("Content-Type");
    }

    private int matched(String query) throws Exception {
        return city.matched(town, "request", query);
    }
}
