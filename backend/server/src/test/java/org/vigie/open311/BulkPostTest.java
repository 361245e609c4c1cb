package org.vigie.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/**
 * Twenty clients report at once, over real connections that are cut before, while and after the report is sent, and repeat what they
 * are not sure of, and now and then what they are. How many reports: {@code -Dvigie.open311.posts=10000}.
 */
@ServiceTest
class BulkPostTest {

    private static final int CLIENTS = 20;
    private static final int POSTS = Integer.getInteger("vigie.open311.posts", 500);
    private static final Pattern NUMBER = Pattern.compile("\"service_request_id\":\"([^\"]+)\"");
    private static final HttpClient SENDER = HttpClient.newHttpClient();

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

    private final Map<String, String> accepted = new ConcurrentHashMap<>();
    private final AtomicInteger cut = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();

    @Test
    void everyAcceptedReportExistsOnce() throws Exception {
        TestCity.City city = cities.make();
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Door door = Door.of(http, cities, clients, city);
                Random random = new Random(client);
                int from = client * POSTS / CLIENTS;
                int to = (client + 1) * POSTS / CLIENTS;
                all.add(threads.submit(() -> {
                    reportAll(door, from, to, random);
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        System.out.printf(
                "%d reports by %d clients in %.1f s, %d connections cut, %d repetitions%n",
                POSTS, CLIENTS, (System.nanoTime() - begun) / 1e9, cut.get(), repeated.get());
        cities.inside(city.jurisdiction(), () -> {
            Map<String, String> stored = new ConcurrentHashMap<>();
            jdbc.sql("""
                            select c.client_id, c.external_id, r.number
                            from request.request r left join open311.client_request c using (jurisdiction_id, request_id)
                            """).query(row -> {
                stored.put(row.getString("client_id") + " " + row.getString("external_id"), row.getString("number"));
            });
            assertThat(stored).isEqualTo(accepted).hasSize(POSTS);
            assertThat(new HashSet<>(stored.values())).hasSize(POSTS);
            assertThat(jdbc.sql("select count(*) from request.request")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(POSTS);
            return true;
        });
    }

    private void reportAll(Door door, int from, int to, Random random) throws Exception {
        for (int i = from; i < to; i++) {
            String external = "report-" + i;
            if (random.nextInt(4) == 0) {
                sendAndCut(door, external, random);
            }
            String number = send(door, external);
            String before = accepted.put(door.clientId() + " " + external, number);
            assertThat(before).isNull();
            if (random.nextInt(3) == 0) {
                String earlier = "report-" + (from + random.nextInt(i - from + 1));
                repeated.incrementAndGet();
                assertThat(send(door, earlier)).isEqualTo(accepted.get(door.clientId() + " " + earlier));
            }
        }
    }

    private String form(Door door, String external) {
        return "service_code=nid-de-poule&lat=47.05&long=2.02&description=" + external
                + "&attribute%5Bfixmystreet_id%5D=" + external + "&api_key=" + door.key();
    }

    private String send(Door door, String external) throws Exception {
        HttpResponse<String> answer = SENDER.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + door.path("requests.json")))
                        .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(form(door, external)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Matcher number = NUMBER.matcher(answer.body());
        assertThat(number.find()).as(answer.body()).isTrue();
        return Objects.requireNonNull(number.group(1));
    }

    /** Sends some or all of a report, and is gone: before the answer, or in its middle. */
    private void sendAndCut(Door door, String external, Random random) throws IOException, InterruptedException {
        byte[] body = form(door, external).getBytes(StandardCharsets.UTF_8);
        byte[] head = """
                POST %s HTTP/1.1\r
                Host: 127.0.0.1\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: %d\r
                \r
                """.formatted(door.path("requests.json"), body.length).getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        int sent = random.nextBoolean() ? whole.length : random.nextInt(whole.length);
        cut.incrementAndGet();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(whole, 0, sent);
            out.flush();
            if (random.nextBoolean()) {
                Thread.sleep(random.nextInt(30));
            }
            socket.setSoLinger(true, 0);
        }
    }
}
