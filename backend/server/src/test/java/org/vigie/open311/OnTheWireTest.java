package org.vigie.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;
import org.vigie.testing.TestImages;

/** What only a real connection shows: bytes of headers, bodies beyond what the container allows a form, forwarding. */
@ServiceTest
class OnTheWireTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

    @LocalServerPort
    int port;

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Clients clients;

    @Autowired
    JdbcClient jdbc;

    private Door door;

    @BeforeEach
    void open() {
        door = Door.of(http, cities, clients, cities.make());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private HttpResponse<String> post(String path, String type, HttpRequest.BodyPublisher body) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", type)
                        .POST(body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private long count(String table) {
        return cities.inside(
                door.city().jurisdiction(),
                () -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single());
    }

    @Test
    void theContentTypeOfXmlIsSentLetterByLetter() throws Exception {
        for (String below : new String[] {"services.xml", "requests.xml", "nothing.xml"}) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                socket.getOutputStream()
                        .write(("GET " + door.path(below) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer)
                        .containsOnlyOnce("\r\nContent-Type: text/xml; charset=utf-8\r\n")
                        .contains("<?xml version='1.0' encoding='UTF-8'?>");
            }
        }
        HttpResponse<String> json = CLIENT.send(
                HttpRequest.newBuilder(address(door.path("services.json"))).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(json.headers().firstValue("Content-Type").orElseThrow().replace(" ", ""))
                .isEqualToIgnoringCase("application/json;charset=utf-8");
    }

    @Test
    void aPhotoOfSeveralMegabytesComesInBase64() throws Exception {
        byte[] noise = new byte[3_000_000];
        new Random(1).nextBytes(noise);
        byte[] photo = TestImages.phonePhoto(400, 300, 2.01, 47.01, 1);
        ByteArrayOutputStream large = new ByteArrayOutputStream();
        large.writeBytes(photo);
        large.writeBytes(noise); // after the end of the image, as some phones write
        HttpResponse<String> answer = post(
                door.path("requests.json"),
                FORM,
                HttpRequest.BodyPublishers.ofString(Door.form(
                        "service_code",
                        "nid-de-poule",
                        "lat",
                        "47.05",
                        "long",
                        "2.02",
                        "api_key",
                        door.key(),
                        "media",
                        Base64.getEncoder().encodeToString(large.toByteArray()))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(count("intake.photo")).isEqualTo(1);
    }

    @Test
    void mediaComesInParts() throws Exception {
        byte[] photo = TestImages.phonePhoto(400, 300, 2.01, 47.01, 1);
        HttpResponse<String> answer = post(
                door.path("requests.xml"),
                "multipart/form-data; boundary=grenze",
                HttpRequest.BodyPublishers.concat(
                        field("service_code", "nid-de-poule"),
                        field("lat", "47.05"),
                        field("long", "2.02"),
                        field("description", "Éclairée"),
                        field("api_key", door.key()),
                        HttpRequest.BodyPublishers.ofString(
                                "--grenze\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a.jpg\"\r\n\r\n"),
                        HttpRequest.BodyPublishers.ofByteArray(photo),
                        HttpRequest.BodyPublishers.ofString("\r\n--grenze--\r\n")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(count("intake.photo")).isEqualTo(1);
        HttpResponse<String> broken = post(
                door.path("requests.json"),
                "multipart/form-data; boundary=grenze",
                HttpRequest.BodyPublishers.ofString("no parts"));
        assertThat(broken.statusCode()).isIn(400, 403);
    }

    private static HttpRequest.BodyPublisher field(String name, String value) {
        return HttpRequest.BodyPublishers.ofString(
                "--grenze\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
    }

    @Test
    void aFormThatIsTooLargeIs400() throws Exception {
        HttpResponse<String> answer = post(
                door.path("requests.json"), FORM, HttpRequest.BodyPublishers.ofByteArray(new byte[25 * 1024 * 1024]));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("[{\"code\":400,");
    }

    @Test
    void theTestEndpointAnswersAsTheOtherDoesAndNothingStays() throws Exception {
        String path = door.path("requests.json").replace("/open311/", "/open311/test/");
        String form = Door.form(
                "service_code",
                "nid-de-poule",
                "lat",
                "47.05",
                "long",
                "2.02",
                "api_key",
                door.key(),
                "attribute[fixmystreet_id]",
                "1");
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = post(path, FORM, HttpRequest.BodyPublishers.ofString(form));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("\"service_request_id\":\"test-");
        }
        assertThat(post(path, FORM, HttpRequest.BodyPublishers.ofString(form.replace("nid-de-poule", "licorne")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(post(path, FORM, HttpRequest.BodyPublishers.ofString("service_code=x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(count("request.request")).isZero();
        assertThat(count("open311.client_request")).isZero();
        HttpResponse<String> services = CLIENT.send(
                HttpRequest.newBuilder(address(door.path("services.xml").replace("/open311/", "/open311/test/")))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(services.body()).contains("<service_code>nid-de-poule</service_code>");
    }

    /** A reader who reads slowly or leaves costs nothing that others need. */
    @Test
    void aReaderWhoLeavesInTheMiddleOfTheTableHarmsNobody() throws Exception {
        door.report();
        for (int i = 0; i < 30; i++) {
            try (InputStream table = CLIENT.send(
                            HttpRequest.newBuilder(address(door.path("requests.csv")))
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream())
                    .body()) {
                assertThat(table.read()).isNotNegative();
            }
        }
        assertThat(door.read("requests.csv").status()).isEqualTo(200);
    }
}
