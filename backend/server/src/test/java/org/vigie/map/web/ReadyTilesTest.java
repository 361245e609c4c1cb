package org.vigie.map.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.vigie.access.Jurisdiction;
import org.vigie.map.PublishedCity;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestJurisdictions;

/** At the door a reader gets what the whole house would have answered. */
@ServiceTest
@Import(PublishedCity.class)
class ReadyTilesTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String FULL = "/tiles/requests/14/8285/5759.mvt";
    private static final String WIDE = "/tiles/requests/12/2071/1439.mvt";
    private static final String EMPTY = "/tiles/requests/14/8280/5759.mvt";

    @LocalServerPort
    int port;

    @Autowired
    TestJurisdictions jurisdictions;

    @Autowired
    PublishedCity city;

    @Autowired
    ReadyTiles door;

    @Autowired
    MeterRegistry meters;

    private Jurisdiction town = new Jurisdiction(new UUID(0, 0), "", "", "fr", java.time.ZoneOffset.UTC);

    @BeforeEach
    void build() {
        town = jurisdictions.square();
        city.catalogue(town);
        city.manyRequests(town, 300);
    }

    @Test
    void itSaysTheSameAsTheHouseWhateverIsAskedFor() throws Exception {
        String tag = send(FULL).headers().firstValue("ETag").orElseThrow();
        for (List<String> asked : List.of(
                List.<String>of(),
                List.of("Accept-Encoding", "gzip, br"),
                List.of("Accept-Encoding", "gzip;q=0"),
                List.of("Origin", "https://quartier.example.org"),
                List.of("If-None-Match", tag),
                List.of("If-None-Match", "\"x\", W/" + tag),
                List.of("If-None-Match", "\"x\""))) {
            for (String path : List.of(FULL, WIDE, EMPTY, FULL + "?late=false&state=RECEIVED,ASSIGNED")) {
                String[] headers = asked.toArray(String[]::new);
                // A second on, it has forgotten how the house answered.
                Thread.sleep(1_050);
                HttpResponse<byte[]> house = send(path, headers);
                long before = door.answered();
                HttpResponse<byte[]> atTheDoor = send(path, headers);
                assertThat(door.answered()).as(path + asked).isEqualTo(before + 1);
                assertThat(atTheDoor.statusCode()).as(path + asked).isEqualTo(house.statusCode());
                assertThat(atTheDoor.body()).as(path + asked).isEqualTo(house.body());
                assertThat(lasting(atTheDoor)).as(path + asked).isEqualTo(lasting(house));
            }
        }
    }

    @Test
    void compressedItIsTheSameTile() throws Exception {
        send(WIDE);
        HttpResponse<byte[]> compressed = send(WIDE, "Accept-Encoding", "gzip");
        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (GZIPInputStream bytes = new GZIPInputStream(new java.io.ByteArrayInputStream(compressed.body()))) {
            assertThat(bytes.readAllBytes()).isEqualTo(send(WIDE).body());
        }
    }

    @Test
    void theMetersCountThem() throws Exception {
        double before = meters.get(ReadyTiles.METER).functionCounter().count();
        send(EMPTY);
        send(EMPTY);
        send(EMPTY);
        assertThat(meters.get(ReadyTiles.METER).functionCounter().count()).isGreaterThanOrEqualTo(before + 1);
    }

    @Test
    void aChangeShowsThereAsSoonAsAnywhere() throws Exception {
        String tag = send(FULL).headers().firstValue("ETag").orElseThrow();
        city.request(town, "pothole", 2.05, 47.05);
        Awaitility.await()
                .atMost(Duration.ofSeconds(3))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> send(FULL, "If-None-Match", tag).statusCode() == 200);
    }

    @Test
    void whatSomebodyWithACookieWasAnsweredIsNotAnsweredToOthers() throws Exception {
        String path = FULL + "?domain=other";
        send(path, "Cookie", "vigie-session=none");
        long before = door.answered();
        send(path);
        assertThat(door.answered()).isEqualTo(before);
        send(path);
        assertThat(door.answered()).isEqualTo(before + 1);
    }

    @Test
    void whatTheHouseRefusesIsRefusedEachTime() throws Exception {
        long before = door.answered();
        for (int i = 0; i < 3; i++) {
            assertThat(send(FULL + "?state=OPENISH").statusCode()).isEqualTo(400);
            assertThat(send("/tiles/requests/3/8/0.mvt").statusCode()).isEqualTo(400);
        }
        assertThat(door.answered()).isEqualTo(before);
    }

    /** All but the moment of the answer. */
    private static Map<String, List<String>> lasting(HttpResponse<byte[]> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }

    private HttpResponse<byte[]> send(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + town.code() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
