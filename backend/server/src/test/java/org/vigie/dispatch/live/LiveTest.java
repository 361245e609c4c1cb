package org.vigie.dispatch.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.database.DirectConnections;
import org.vigie.dispatch.Audience;
import org.vigie.map.PublishedCity;
import org.vigie.request.HistoryEntry;
import org.vigie.request.RequestChanged;
import org.vigie.testing.ServiceTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The live stream against real transactions and real connections. */
@ServiceTest
@Import(PublishedCity.class)
class LiveTest extends LiveTown {

    @LocalServerPort
    int port;

    @Autowired
    LiveEvents events;

    @Autowired
    LiveMessages messages;

    @Autowired
    ScreenPlaces places;

    @Autowired
    DirectConnections connections;

    @Autowired
    JsonMapper json;

    @Test
    void aScreenThatLosesItsConnectionAgainAndAgainMissesNoCommittedChange() throws Exception {
        List<UUID> requests = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            requests.add(city.request(town, "pothole", 2.01 + i * 0.001, 47.05));
        }
        Screen screen = new Screen(URI.create("http://127.0.0.1:" + port + "/" + town.code() + "/live"), 7);
        Thread watching = Thread.ofVirtual().start(screen);
        Awaitility.await().until(() -> screen.lastId >= 0);

        Map<UUID, Integer> committed = changeConcurrently(requests, 1_000);
        int expected = committed.values().stream().mapToInt(n -> n).sum();
        assertThat(expected).isBetween(600, 999);
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> screen.changes().size() >= expected);
        screen.done = true;
        watching.interrupt();

        List<Screen.Told> told = screen.changes();
        assertThat(told.stream().map(Screen.Told::id).toList())
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(expected);
        assertThat(screen.connections).isGreaterThan(5);
        Map<UUID, Integer> heard = new ConcurrentHashMap<>();
        Map<UUID, String> lastAddress = new ConcurrentHashMap<>();
        for (Screen.Told one : told) {
            JsonNode data = json.readTree(one.data());
            UUID id = UUID.fromString(data.get("id").asString());
            heard.merge(id, 1, Integer::sum);
            lastAddress.put(id, data.get("card").get("address").asString());
        }
        assertThat(heard).isEqualTo(committed);
        assertThat(lastAddress).isEqualTo(addresses(committed.keySet()));
    }

    private Map<UUID, Integer> changeConcurrently(List<UUID> requests, int changes) throws InterruptedException {
        Map<UUID, Integer> committed = new ConcurrentHashMap<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < changes; i++) {
                Random random = new Random(i);
                UUID request = requests.get(random.nextInt(requests.size()));
                boolean rollBack = random.nextInt(100) < 15;
                int n = i;
                workers.execute(() -> {
                    change(request, "address " + n, HistoryEntry.Kind.UPDATED, random.nextInt(6), rollBack);
                    if (!rollBack) {
                        committed.merge(request, 1, Integer::sum);
                    }
                });
            }
            workers.shutdown();
            assertThat(workers.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        }
        return committed;
    }

    @Test
    void everyProcessHearsEveryChange() throws Exception {
        UUID request = city.request(town, "pothole", 2.05, 47.05);
        LiveFeed other = new LiveFeed(events, messages, places, connections);
        other.start();
        try (Subscription here = open(feed, OptionalLong.empty());
                Subscription there = open(other, OptionalLong.empty())) {
            assertThat(text(next(here))).contains("event: hello");
            assertThat(text(next(there))).contains("event: hello");
            for (int i = 0; i < 50; i++) {
                change(request, "address " + i, HistoryEntry.Kind.UPDATED, 0, false);
            }
            assertThat(ids(here, 50)).isEqualTo(ids(there, 50)).isSorted().doesNotHaveDuplicates();
        } finally {
            other.stop();
        }
    }

    @Test
    void aScreenThatNoLongerReadsIsLetGoAndDelaysNobody() throws Exception {
        UUID request = city.request(town, "pothole", 2.05, 47.05);
        try (Subscription stalled = open(feed, OptionalLong.empty());
                Subscription lively = open(feed, OptionalLong.empty())) {
            next(lively);
            long start = System.nanoTime();
            for (int i = 0; i < 12; i++) {
                changeMany(request, 100);
                assertThat(ids(lively, 100)).hasSize(100);
            }
            Duration all = Duration.ofNanos(System.nanoTime() - start);
            assertThat(all).isLessThan(Duration.ofSeconds(30));
            Awaitility.await().until(stalled::isEnded);
            assertThat(lively.isEnded()).isFalse();
        }
    }

    @Test
    void whenMoreChangedThanAScreenShouldHearOfEverybodyReadsAnew() throws Exception {
        try (Subscription screen = open(feed, OptionalLong.empty())) {
            next(screen);
            CurrentJurisdiction.inside(
                    town,
                    () -> transaction.executeWithoutResult(
                            status -> publisher.publishEvent(new ScreensReadAnew(java.time.Instant.EPOCH))));
            assertThat(text(next(screen)))
                    .contains("event: reload", "lastEventId")
                    .doesNotContain("card");
        }
        LiveEvent all = inTown(() -> events.after(0, 10)).getFirst();
        assertThat(new Viewer(town, Audience.FIELD, Set.of()).of(all)).isEqualTo(Viewer.Told.CARD);
    }

    @Test
    void whoWasAwayTooLongReloads() throws Exception {
        UUID request = city.request(town, "pothole", 2.05, 47.05);
        change(request, "one", HistoryEntry.Kind.UPDATED, 0, false);
        change(request, "two", HistoryEntry.Kind.UPDATED, 0, false);
        change(request, "three", HistoryEntry.Kind.UPDATED, 0, false);
        Awaitility.await().until(() -> inTown(() -> events.after(0, 10)).size() == 3);
        List<LiveEvent> all = inTown(() -> events.after(0, 10));
        city.write(
                town,
                "update dispatch.live_event set happened_at = now() - interval '25 hours' where event_id < "
                        + all.get(2).id());
        assertThat(inTown(() -> events.purge())).isEqualTo(1);
        assertThat(greeting(0)).contains("event: hello", "event: reload");
        assertThat(greeting(all.get(1).id())).doesNotContain("event: reload").contains("three");
        assertThat(greeting(Long.MAX_VALUE - 1)).contains("event: reload");
    }

    @Test
    void anEndedFeedFreesItsScreensAtOnce() throws Exception {
        LiveFeed ending = new LiveFeed(events, messages, places, connections);
        ending.start();
        try (Subscription screen = open(ending, OptionalLong.empty())) {
            next(screen);
            Thread.ofVirtual().start(ending::stop);
            long start = System.nanoTime();
            assertThat(inTownCall(() -> screen.next(Duration.ofSeconds(30)))).isNull();
            assertThat(screen.isEnded()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void theDesksStreamIsForThoseSignedIn() throws Exception {
        for (String who : List.of("desk", "field")) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(
                                            "http://127.0.0.1:" + port + "/" + town.code() + "/live?for=" + who))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(who).isEqualTo(401);
        }
    }

    private String greeting(long seen) throws Exception {
        try (Subscription screen = open(feed, OptionalLong.of(seen))) {
            return text(next(screen)) + text(next(screen));
        }
    }

    private void changeMany(UUID request, int count) {
        CurrentJurisdiction.inside(
                town,
                () -> transaction.executeWithoutResult(status -> {
                    for (int i = 0; i < count; i++) {
                        publisher.publishEvent(new RequestChanged(
                                request, line(HistoryEntry.Kind.UPDATED), new UUID(0, 1), null, null, false));
                    }
                }));
    }

    private Map<UUID, String> addresses(Set<UUID> ids) {
        Map<UUID, String> addresses = new ConcurrentHashMap<>();
        CurrentJurisdiction.inside(
                town,
                () -> transaction.executeWithoutResult(status -> jdbc.sql(
                                "select request_id, address from request.request where request_id = any(:ids)")
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(row -> {
                            addresses.put(row.getObject(1, UUID.class), row.getString(2));
                        })));
        return addresses;
    }

    private List<Long> ids(Subscription screen, int count) throws Exception {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(next(screen).id());
        }
        return ids;
    }
}
