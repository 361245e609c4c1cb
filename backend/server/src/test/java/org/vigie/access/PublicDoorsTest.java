package org.vigie.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.vigie.testing.TestCity.as;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** The doors that are open to everybody, as often as somebody may come through: defaults of the settings. */
@ServiceTest
class PublicDoorsTest {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @LocalServerPort
    int port;

    TestCity.City city;
    String address = "";

    @BeforeEach
    void comes() {
        city = cities.make();
        address = "198.51.100." + ADDRESSES.incrementAndGet();
    }

    @Test
    void theEleventhReportOfADeviceWaitsAndIsToldHowLong() throws Exception {
        Answers first = send(report());
        assertThat(first.status()).isEqualTo(201);
        Cookie device = device(first);
        assertThat(first.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Max-Age=86400");
        for (int i = 0; i < 9; i++) {
            assertThat(send(report().cookie(device)).status()).isEqualTo(201);
        }

        Answers refused = send(report().cookie(device).header("Accept-Language", "fr"));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.header("Retry-After")).isEqualTo("360");
        assertThat(refused.problem()).isEqualTo("too-many-reports");
        assertThat(refused.<String>at("$.detail")).contains("Renvoyez le vôtre dans 6 min");
        assertThat(send(report()).status()).isEqualTo(201);
    }

    @Test
    void theThirtyFirstReportOfAnAddressWaitsWithAnyCookie() throws Exception {
        for (int i = 0; i < 30; i++) {
            assertThat(send(report()).status()).isEqualTo(201);
        }

        assertThat(send(report()).status()).isEqualTo(429);
        assertThat(send(report().cookie(new Cookie("vigie-device", "made-up"))).status())
                .isEqualTo(429);
        address = "198.51.100.250";
        assertThat(send(report()).status()).isEqualTo(201);
    }

    @Test
    void aReportSentAgainCostsNothing() throws Exception {
        String key = "key-" + UUID.randomUUID();
        Cookie device = device(send(report(key)));

        for (int i = 0; i < 40; i++) {
            assertThat(send(report(key).cookie(device)).status()).isEqualTo(200);
        }

        assertThat(send(report().cookie(device)).status()).isEqualTo(201);
    }

    @Test
    void staffAreNotLimited() throws Exception {
        SignedInAccount agent = cities.account(city, Role.FRONT_OFFICE);
        SignedInAccount citizen = cities.account(city, Role.CITIZEN);
        for (int i = 0; i < 31; i++) {
            assertThat(send(report().with(as(agent))).status()).isEqualTo(201);
        }
        for (int i = 0; i < 30; i++) {
            assertThat(send(report().with(as(citizen))).status()).isEqualTo(201);
        }

        assertThat(send(report().with(as(citizen))).status()).isEqualTo(429);
        assertThat(send(report().with(as(agent))).status()).isEqualTo(201);
    }

    @Test
    void everyOtherPublicDoorIsBoundedToo() throws Exception {
        String here = "/" + city.jurisdiction().code() + "/api";
        UUID id = UUID.randomUUID();

        assertThat(firstRefused(put(here + "/photos/" + id), 181)).isEqualTo("too-many-photo-uploads");
        assertThat(firstRefused(post(here + "/track/nobody/messages").content("{\"text\":\"x\"}"), 61))
                .isEqualTo("too-many-messages");
        assertThat(firstRefused(post(here + "/requests/" + id + "/followers").content("{\"email\":\"x\"}"), 61))
                .isEqualTo("too-many-follows");
        assertThat(firstRefused(get(here + "/addresses?q=rue"), 1100)).isEqualTo("too-many-searches");
        assertThat(send(get(here + "/addresses/nearest?lon=2.02&lat=47.05")).status())
                .isEqualTo(429);
        assertThat(firstRefused(get("/" + city.jurisdiction().code() + "/ogc/conformance"), 2000))
                .isEqualTo("too-many-features");
        assertThat(send(get(here + "/requests")).status()).isEqualTo(200);
    }

    @Test
    void believesATrustedProxyAndNobodyBehindIt() throws Exception {
        for (int i = 0; i < 30; i++) {
            assertThat(overTheProxy("192.0.2." + i + ", 203.0.113.77")).isEqualTo(201);
        }

        assertThat(overTheProxy("192.0.2.99, 203.0.113.77")).isEqualTo(429);
        assertThat(overTheProxy("203.0.113.78")).isEqualTo(201);
    }

    /** Comes until the door stays shut, at most so often. */
    private String firstRefused(MockHttpServletRequestBuilder request, int most) throws Exception {
        for (int i = 0; i < most; i++) {
            Answers answer = send(request);
            if (answer.status() == 429) {
                assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
                return answer.problem();
            }
        }
        return "never";
    }

    private Answers send(MockHttpServletRequestBuilder request) throws Exception {
        return Answers.to(http, request.with(sent -> {
            sent.setRemoteAddr(address);
            return sent;
        }));
    }

    private MockHttpServletRequestBuilder report() {
        return report("key-" + UUID.randomUUID());
    }

    private MockHttpServletRequestBuilder report(String key) {
        return post("/" + city.jurisdiction().code() + "/api/requests")
                .header("Idempotency-Key", key)
                .content(REPORT);
    }

    private static final String REPORT =
            "{\"category\":\"nid-de-poule\",\"position\":{\"type\":\"Point\",\"coordinates\":[2.02,47.05]}}";

    private static Cookie device(Answers answer) {
        return new Cookie("vigie-device", answer.header("Set-Cookie").replaceAll("^vigie-device=([^;]*);.*$", "$1"));
    }

    private int overTheProxy(String forwardedFor) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + port + "/" + city.jurisdiction().code() + "/api/requests"))
                .header("Idempotency-Key", "key-" + UUID.randomUUID())
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", forwardedFor)
                .POST(HttpRequest.BodyPublishers.ofString(REPORT))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
