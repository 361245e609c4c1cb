package org.vigie.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.vigie.testing.TestCity.as;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.process.ContentJson;
import org.vigie.catalogue.process.ProcessAdmission;
import org.vigie.catalogue.process.ProcessContent;
import org.vigie.testing.Answers;
import org.vigie.testing.EventStream;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;
import org.vigie.testing.TestImages;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plants words that nobody outside may read (contacts, internal notes, staff, a private request with its place and photo) and looks for
 * them in every byte that an anonymous visitor gets: pages, JSON, tiles, photos, the live stream, headers, problems; and in the log.
 */
@ServiceTest
class PublicBytesTest {

    /** Where the private request lies: nothing public may name it. */
    private static final String PRIVATE_LONGITUDE = "2.0137731";

    private static final String PRIVATE_LATITUDE = "47.0631377";

    private static final String SEEN = "Nid-de-poule visible de tous";

    private static final String SEEN_ADDRESS = "12 rue des Lilas";

    private static final List<String> CANARIES = List.of(
            "Zebulon Canari",
            "canari@secret.example",
            "0611229988",
            "06 11 22 99 88",
            "canari-note-interne",
            "canari-motif",
            "canari-description-privee",
            "canari-adresse-privee",
            "canari-personne",
            "canari-reponse",
            PRIVATE_LONGITUDE,
            PRIVATE_LATITUDE,
            "Personne DISPATCHER");

    private static final HttpClient VISITOR = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Categories categories;

    @Autowired
    ProcessAdmission admission;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private TestCity.City city;
    private final List<String> ids = new ArrayList<>();
    private final List<String> photos = new ArrayList<>();
    private final List<String> forbidden = new ArrayList<>(CANARIES);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void makeCity() {
        city = cities.make();
        cities.inside(city.jurisdiction(), () -> {
            categories.listActive().forEach(category -> admission.admit(category, PublicBytesTest::asking));
            return true;
        });
        log.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(log);
    }

    private static ProcessContent asking(ProcessContent content) {
        ObjectNode tree = ContentJson.MAPPER.valueToTree(content);
        tree.set("questions", ContentJson.MAPPER.readTree("[{\"code\":\"precision\",\"text\":\"Où exactement ?\"}]"));
        return ContentJson.MAPPER.treeToValue(tree, ProcessContent.class);
    }

    @Test
    void tellNothingThatIsNotPublished() throws Exception {
        try (EventStream live = EventStream.open(URI.create(base() + "/live"))) {
            live.awaitId();
            plant();
            Map<String, byte[]> answers = crawl(city.jurisdiction());
            answers.put("live", live.readFor(java.time.Duration.ofSeconds(3)));

            assertThat(text(answers, "/api/requests/" + ids.getFirst())).contains(SEEN);
            assertThat(text(answers, "/api/requests?limit=200")).contains(SEEN_ADDRESS);
            assertThat(text(answers, "live")).contains(SEEN_ADDRESS);
            answers.forEach((where, bytes) -> assertThat(new String(bytes, UTF_8))
                    .as(where)
                    .satisfies(text -> assertThat(found(text)).isEmpty()));
        }
        assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage).map(this::found))
                .allSatisfy(words -> assertThat(words).isEmpty());
    }

    @Test
    void tellAVisitorOfAnotherJurisdictionNothingAtAll() throws Exception {
        plant();
        TestCity.City other = cities.make();
        forbidden.add(SEEN);
        crawl(other.jurisdiction())
                .forEach((where, bytes) ->
                        assertThat(found(new String(bytes, UTF_8))).as(where).isEmpty());
    }

    private List<String> found(String text) {
        return forbidden.stream().filter(text::contains).toList();
    }

    private static String text(Map<String, byte[]> answers, String ending) {
        return answers.entrySet().stream()
                .filter(each -> each.getKey().endsWith(ending))
                .map(each -> new String(each.getValue(), UTF_8))
                .collect(Collectors.joining());
    }

    private void plant() throws Exception {
        SignedInAccount dispatcher = cities.account(city, Role.DISPATCHER);
        String visible =
                report("nid-de-poule", "2.0211", "47.0511", SEEN_ADDRESS, SEEN + ", appelez le 06 11 22 99 88");
        String secret = report(
                "habitat-indigne",
                PRIVATE_LONGITUDE,
                PRIVATE_LATITUDE,
                "canari-adresse-privee",
                "canari-description-privee");
        String hidden = report("nid-de-poule", "2.0311", "47.0311", "3 place du Marché", "canari-description-privee");
        for (String id : List.of(visible, secret, hidden)) {
            desk(dispatcher, id, "notes", "{\"text\":\"canari-note-interne\"}");
        }
        desk(
                dispatcher,
                visible,
                "assignment",
                "{\"teamId\":\"%s\",\"reason\":\"canari-motif\"}"
                        .formatted(city.lighting().id()));
        desk(dispatcher, hidden, "category", "{\"category\":\"habitat-indigne\",\"reason\":\"canari-motif\"}");
    }

    private String report(String category, String longitude, String latitude, String address, String description)
            throws Exception {
        String photo = Ids.next().toString();
        assertThat(http.perform(put(path("/api/photos/" + photo))
                                .content(TestImages.phonePhoto(120, 80, 2.01, 47.01, 1)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(201);
        Answers receipt = Answers.to(
                http,
                post(path("/api/requests"))
                        .header("Idempotency-Key", Ids.next().toString())
                        .content("""
                {"category": "%s", "position": {"type": "Point", "coordinates": [%s, %s]}, "address": "%s", "description": "%s",
                 "contact": {"name": "Zebulon Canari", "email": "canari@secret.example", "phone": "0611229988"}, "photos": ["%s"],
                 "answers": {"precision": "canari-reponse"}}
                """.formatted(category, longitude, latitude, address, description, photo)));
        assertThat(receipt.status()).as(receipt.text()).isEqualTo(201);
        String id = receipt.at("$.id");
        String tracking = receipt.at("$.trackingUrl");
        forbidden.add(tracking.substring(tracking.lastIndexOf('/') + 1));
        ids.add(id);
        ids.add(receipt.at("$.number"));
        photos.add(photo);
        return id;
    }

    private void desk(SignedInAccount who, String id, String act, String body) throws Exception {
        String etag = Answers.to(http, get(path("/api/desk/requests/" + id)).with(as(who)))
                .header("ETag");
        Answers answer = Answers.to(
                http,
                post(path("/api/desk/requests/" + id + "/" + act))
                        .with(as(who))
                        .header("If-Match", etag)
                        .content(body));
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    }

    /** Every address that answers GET to anybody: one that is not known here fails the test. */
    private Map<String, byte[]> crawl(Jurisdiction visited) throws Exception {
        Map<String, byte[]> answers = new LinkedHashMap<>();
        Map<String, List<String>> known = addresses();
        for (String pattern : publicPatterns()) {
            List<String> visits = pattern.contains("{") ? known.getOrDefault(pattern, List.of()) : List.of(pattern);
            assertThat(visits).as("how to visit " + pattern).isNotEmpty();
            for (String address : visits) {
                URI uri = URI.create("http://127.0.0.1:" + port + address.replace("{j}", visited.code()));
                HttpResponse<byte[]> answer =
                        VISITOR.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
                assertThat(answer.statusCode()).as(uri.toString()).isNotEqualTo(500);
                answers.put(
                        "headers of " + uri, answer.headers().map().toString().getBytes(UTF_8));
                answers.put(uri.toString(), answer.body());
            }
        }
        return answers;
    }

    private Set<String> publicPatterns() {
        Set<String> patterns = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .filter(PublicBytesTest::answersGet)
                .flatMap(info -> info.getPatternValues().stream())
                .filter(pattern -> !pattern.contains("/api/desk") && !pattern.contains("/api/field"))
                .forEach(patterns::add);
        // Read apart, while things happen.
        patterns.remove("/{jurisdiction}/live");
        return patterns;
    }

    private static boolean answersGet(RequestMappingInfo info) {
        Set<org.springframework.web.bind.annotation.RequestMethod> methods =
                info.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(org.springframework.web.bind.annotation.RequestMethod.GET);
    }

    private void open311(Map<String, List<String>> known) {
        String door = "/{jurisdiction}/open311/v2";
        String ending = ".{format:xml|json}";
        for (String each : List.of("/discovery", "/services", "/services/{code}", "/coverage", "/tokens/{token}")) {
            String visited = each.replace("{code}", "habitat-indigne").replace("{token}", "unknown");
            known.put(
                    door + each + ending,
                    List.of(
                            "/{j}/open311/v2" + visited + ".xml",
                            "/{j}/open311/v2" + visited + ".json?lat=" + PRIVATE_LATITUDE.substring(0, 5) + "&long="
                                    + PRIVATE_LONGITUDE.substring(0, 5)));
        }
        List<String> narrowed = List.of(
                "?extensions=true",
                "?service_code=habitat-indigne",
                "?bbox=2.01,47.06,2.02,47.07",
                "?lat=47.0631&long=2.0137&radius=50",
                "?service_request_id=" + String.join(",", ids));
        known.put("/{jurisdiction}/open311/test/v2/**", List.of("/{j}/open311/test/v2/requests.json?extensions=true"));
        known.put(door + "/requests.csv", List.of("/{j}/open311/v2/requests.csv"));
        known.put(
                door + "/requests" + ending,
                narrowed.stream()
                        .flatMap(query ->
                                Stream.of("xml", "json").map(format -> "/{j}/open311/v2/requests." + format + query))
                        .toList());
        known.put(
                door + "/requests/{id}" + ending,
                ids.stream()
                        .map(id -> "/{j}/open311/v2/requests/" + id + ".xml?extensions=true")
                        .toList());
        known.put(
                door + "/servicerequestupdates" + ending,
                List.of("/{j}/open311/v2/servicerequestupdates.xml", "/{j}/open311/v2/servicerequestupdates.json"));
    }

    private Map<String, List<String>> addresses() {
        Map<String, List<String>> known = new LinkedHashMap<>();
        known.put("/{jurisdiction:[a-z0-9-]+}", List.of("/{j}"));
        known.put("/{jurisdiction:[a-z0-9-]+}/", List.of("/{j}/"));
        known.put("/{jurisdiction:[a-z0-9-]+}/track/{token}", List.of("/{j}/track/unknown"));
        known.put("/{jurisdiction:[a-z0-9-]+}/watch/{token}", List.of("/{j}/watch/unknown"));
        known.put("/{jurisdiction:[a-z0-9-]+}/reopen/{token}", List.of("/{j}/reopen/unknown"));
        known.put("/{jurisdiction:[a-z0-9-]+}/desk", List.of("/{j}/desk"));
        known.put("/{jurisdiction:[a-z0-9-]+}/field", List.of("/{j}/field"));
        known.put("/{jurisdiction:[a-z0-9-]+}/field.webmanifest", List.of("/{j}/field.webmanifest"));
        known.put("/{jurisdiction}/api/{document:docs}", List.of("/{j}/api/docs"));
        known.put("/{jurisdiction}/api/session", List.of("/{j}/api/session"));
        known.put("/{jurisdiction}/api/jurisdiction", List.of("/{j}/api/jurisdiction"));
        known.put(
                "/{jurisdiction}/api/catalogue",
                List.of("/{j}/api/catalogue", "/{j}/api/catalogue?lon=2.0137&lat=47.0631"));
        known.put(
                "/{jurisdiction}/api/locate",
                List.of(
                        "/{j}/api/locate?lon=2.0137&lat=47.0631",
                        "/{j}/api/locate?lon=2.0137&lat=47.0631&category=habitat-indigne"));
        known.put(
                "/{jurisdiction}/api/addresses", List.of("/{j}/api/addresses?q=canari", "/{j}/api/addresses?q=12+rue"));
        known.put(
                "/{jurisdiction}/api/addresses/nearest",
                List.of("/{j}/api/addresses/nearest?lon=%s&lat=%s".formatted("2.0137", "47.0631")));
        known.put("/{jurisdiction}/api/figures/promises", List.of("/{j}/api/figures/promises"));
        known.put(
                "/{jurisdiction}/api/categories/{category}",
                List.of("/{j}/api/categories/nid-de-poule", "/{j}/api/categories/canari"));
        known.put("/{jurisdiction}/api/track/{token}", List.of("/{j}/api/track/unknown"));
        known.put("/{jurisdiction}/api/followed/{token}", List.of("/{j}/api/followed/unknown"));
        known.put("/{jurisdiction}/api/watched-areas/{token}", List.of("/{j}/api/watched-areas/unknown"));
        known.put(
                "/{jurisdiction}/api/requests",
                List.of(
                        "/{j}/api/requests?limit=200",
                        "/{j}/api/requests?q=canari",
                        "/{j}/api/requests?category=habitat-indigne",
                        "/{j}/api/requests?bbox=2.01,47.06,2.02,47.07"));
        known.put("/{jurisdiction}/api/requests/counts", List.of("/{j}/api/requests/counts"));
        known.put("/{jurisdiction}/api/requests/nearby", List.of("/{j}/api/requests/nearby?lon=2.0137&lat=47.0631"));
        known.put(
                "/{jurisdiction}/api/requests/{numberOrId}",
                ids.stream().map(id -> "/{j}/api/requests/" + id).toList());
        open311(known);
        known.put("/{jurisdiction}/tiles/{layer}/{z}/{x}/{y}.mvt", tiles());
        known.putAll(ogc());
        known.put(
                "/{jurisdiction}/api/track/{token}/letters/{id}.pdf",
                ids.stream()
                        .map(id -> "/{j}/api/track/unknown/letters/" + id + ".pdf")
                        .toList());
        for (String ending : List.of(".jpg", "-thumbnail.jpg")) {
            known.put(
                    "/{jurisdiction}/photos/{id:[0-9a-fA-F-]{36}}" + ending,
                    photos.stream().map(id -> "/{j}/photos/" + id + ending).toList());
            known.put(
                    "/{jurisdiction}/api/track/{token}/photos/{id:[0-9a-fA-F-]{36}}" + ending,
                    photos.stream()
                            .map(id -> "/{j}/api/track/unknown/photos/" + id + ending)
                            .toList());
        }
        return known;
    }

    /** Each layer as JSON and as a page, and whatever a filter might pull out of it. */
    private Map<String, List<String>> ogc() {
        String collections = "/{jurisdiction}/ogc/collections";
        Map<String, List<String>> known = new LinkedHashMap<>();
        known.put("/{jurisdiction}/ogc", List.of("/{j}/ogc", "/{j}/ogc?f=html"));
        List<String> layers = List.of("request", "sector", "basemap", "asset", "address");
        List<String> queries = List.of(
                "?limit=5000",
                "?limit=5000&f=html",
                "?category=habitat-indigne",
                "?requester=canari",
                "?bbox=2.0137,47.0631,2.0138,47.0632",
                "?filter=description%20LIKE%20%27%25canari%25%27",
                "?filter=requester_name%20IS%20NOT%20NULL",
                "?filter=NOT%20(is_private=FALSE)");
        known.put(collections, List.of("/{j}/ogc/collections", "/{j}/ogc/collections?f=html"));
        known.put("/{jurisdiction}/ogc/api", List.of("/{j}/ogc/api"));
        known.put("/{jurisdiction}/ogc/conformance", List.of("/{j}/ogc/conformance"));
        for (String below : List.of("", "/queryables")) {
            known.put(
                    collections + "/{collectionId}" + below,
                    layers.stream()
                            .map(layer -> "/{j}/ogc/collections/" + layer + below)
                            .toList());
        }
        known.put(
                collections + "/{collectionId}/items",
                layers.stream()
                        .flatMap(layer ->
                                queries.stream().map(query -> "/{j}/ogc/collections/" + layer + "/items" + query))
                        .toList());
        known.put(
                collections + "/{collectionId}/items/{featureId}",
                ids.stream()
                        .map(id -> "/{j}/ogc/collections/request/items/" + id)
                        .toList());
        return known;
    }

    /** Over the private request, from the whole world down to one house. */
    private static List<String> tiles() {
        List<String> addresses = new ArrayList<>();
        for (String layer : List.of("requests", "sectors", "basemap", "private", "teams")) {
            for (int z = 0; z <= 18; z++) {
                double latitude = Math.toRadians(Double.parseDouble(PRIVATE_LATITUDE));
                int x = (int) ((Double.parseDouble(PRIVATE_LONGITUDE) + 180) / 360 * (1 << z));
                int y = (int) ((1 - Math.log(Math.tan(latitude) + 1 / Math.cos(latitude)) / Math.PI) / 2 * (1 << z));
                addresses.add("/{j}/tiles/%s/%d/%d/%d.mvt".formatted(layer, z, x, y));
            }
        }
        return addresses;
    }

    private String base() {
        return "http://127.0.0.1:" + port + "/" + city.jurisdiction().code();
    }

    private String path(String rest) {
        return "/" + city.jurisdiction().code() + rest;
    }
}
