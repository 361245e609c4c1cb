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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.process.ProcessAdmission;
import org.vigie.catalogue.process.ProcessContent;
import org.vigie.testing.Answers;
import org.vigie.testing.AskedQuestions;
import org.vigie.testing.EventStream;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;
import org.vigie.testing.TestImages;

/**
 * Plants words that nobody outside may read (contacts, internal notes, staff, a private request with its place and photo) and looks for
 * them in every byte that an anonymous visitor gets: pages, JSON, tiles, photos, the live stream, headers, problems; and in the log.
 */
@ServiceTest
class PublicBytesTest {

    /** Where the private request lies: nothing public may name it. */
    static final String PRIVATE_LONGITUDE = "2.0137731";

    static final String PRIVATE_LATITUDE = "47.0631377";

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
            UnaryOperator<ProcessContent> asking =
                    AskedQuestions.of("[{\"code\":\"precision\",\"text\":\"Où exactement ?\"}]");
            categories.listActive().forEach(category -> admission.admit(category, asking));
            return true;
        });
        log.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(log);
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
            for (String file :
                    List.of("new.atom", "requests.csv", "requests.xlsx", "requests.geojson", "requests.gpkg")) {
                assertThat(text(answers, "/open-data/" + file)).as(file).contains(SEEN_ADDRESS);
            }
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
        Map<String, List<String>> known = new PublicAddresses(ids, photos).byPattern();
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
                answers.put(uri.toString(), opened(answer.body()));
            }
        }
        return answers;
    }

    /** What is packed into a workbook is looked into, too: by its directory, since a streaming writer tells the sizes there alone. */
    private static byte[] opened(byte[] body) throws IOException {
        if (body.length < 2 || body[0] != 'P' || body[1] != 'K') {
            return body;
        }
        Path file = Files.write(Files.createTempFile("workbook", ".zip"), body);
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                zip.getInputStream(entry).transferTo(unpacked);
            }
        } finally {
            Files.delete(file);
        }
        return unpacked.toByteArray();
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

    private String base() {
        return "http://127.0.0.1:" + port + "/" + city.jurisdiction().code();
    }

    private String path(String rest) {
        return "/" + city.jurisdiction().code() + rest;
    }
}
