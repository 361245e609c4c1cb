package org.vigie.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.access.Refusal;
import org.vigie.access.database.DirectConnections;
import org.vigie.geo.Wgs84Point;
import org.vigie.territory.Placement.Rule;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestJurisdictions;

/** Two nodes on one database: the service under test and a second lookup that listens by itself. */
@ServiceTest
class PublicationTest {

    private static final SectorImport.Order ORDER = SectorImport.Order.partition("s", "code", "name");

    @Autowired
    TerritoryFixtures territory;

    @Autowired
    TestJurisdictions squares;

    @Autowired
    SectorLocator here;

    @Autowired
    SectorVersions versions;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DirectConnections connections;

    @Autowired
    TerritorySettings settings;

    @TempDir
    Path folder;

    private SectorLocator there;
    private SectorNews news;
    private Jurisdiction square;

    @BeforeEach
    void startTheOtherNode() {
        square = squares.square();
        there = new SectorLocator(versions, transaction, Clock.systemUTC(), settings);
        news = new SectorNews(there, connections);
        news.start();
    }

    @AfterEach
    void stopTheOtherNode() {
        news.stop();
    }

    @Test
    void aPublicationIsSeenOnBothNodesWithinASecondAndNoLookupFailsMeanwhile() throws Exception {
        territory.sectors(square, ORDER, halves(2.05), folder);
        Wgs84Point place = new Wgs84Point(2.06, 47.05);
        awaitCode(place, "east");
        AtomicBoolean done = new AtomicBoolean();
        Queue<Object> failures = new ConcurrentLinkedQueue<>();
        AtomicLong lookups = new AtomicLong();
        List<Thread> screens = new ArrayList<>();
        for (SectorLocator node : List.of(here, there, here, there)) {
            screens.add(Thread.ofPlatform().start(() -> look(node, place, done, failures, lookups)));
        }

        try {
            for (int i = 0; i < 5; i++) {
                territory.sectors(square, ORDER, halves(i % 2 == 0 ? 2.07 : 2.04), folder);
                long published = System.nanoTime();
                awaitCode(place, i % 2 == 0 ? "west" : "east");
                assertThat(Duration.ofNanos(System.nanoTime() - published)).isLessThan(Duration.ofSeconds(1));
            }
        } finally {
            done.set(true);
        }
        for (Thread screen : screens) {
            screen.join();
        }
        assertThat(failures).isEmpty();
        assertThat(lookups.get()).isGreaterThan(1_000);
    }

    @Test
    void whatIsPublishedForLaterHoldsFromItsInstantOn() throws Exception {
        territory.sectors(square, ORDER, halves(2.05), folder);
        Wgs84Point place = new Wgs84Point(2.06, 47.05);
        awaitCode(place, "east");
        Instant from = Instant.now().plusSeconds(3);

        territory.sectors(square, ORDER.from(from), halves(2.07), folder);

        assertThat(code(here, place)).isEqualTo("east");
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(6))
                .until(() -> code(there, place).equals("west"));
        assertThat(Duration.between(from, Instant.now())).isBetween(Duration.ZERO, Duration.ofSeconds(1));
        awaitCode(place, "west");
    }

    @Test
    void nothingIsPublishedIntoThePast() throws Exception {
        Instant past = Instant.now().minusSeconds(60);
        assertThatThrownBy(() -> territory.sectors(square, ORDER.from(past), halves(2.05), folder))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo("holds-from-past"));
    }

    @Test
    void whatIsPublishedCannotBeEdited() throws Exception {
        territory.sectors(square, ORDER, halves(2.05), folder);
        for (String edit : List.of(
                "update territory.sector_shape set name = 'x'",
                "delete from territory.sector_shape",
                "update territory.sector_version set holds_from = now()",
                "delete from territory.sector_version")) {
            assertThatThrownBy(() -> CurrentJurisdiction.inside(
                            square,
                            () -> transaction.executeWithoutResult(
                                    status -> jdbc.sql(edit).update())))
                    .as(edit)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private void look(
            SectorLocator node, Wgs84Point place, AtomicBoolean done, Queue<Object> failures, AtomicLong lookups) {
        CurrentJurisdiction.inside(square, () -> {
            while (!done.get()) {
                try {
                    Placement placement = node.locate(place);
                    if (placement.rule() != Rule.INSIDE) {
                        failures.add(placement);
                    }
                    lookups.incrementAndGet();
                } catch (RuntimeException failure) {
                    failures.add(failure);
                }
                Thread.onSpinWait();
            }
        });
    }

    private void awaitCode(Wgs84Point place, String code) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .until(() ->
                        code(here, place).equals(code) && code(there, place).equals(code));
    }

    private String code(SectorLocator node, Wgs84Point place) {
        return CurrentJurisdiction.inside(square, () -> node.locate(place))
                .sector()
                .map(LocatedSector::code)
                .orElse("");
    }

    /** The square of {@link TestJurisdictions}, cut along a meridian. */
    private Path halves(double meridian) throws Exception {
        return java.nio.file.Files.writeString(
                folder.resolve("halves-" + meridian + ".geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[%s,%s]}"
                        .formatted(half("west", 2.0, meridian), half("east", meridian, 2.1)));
    }

    private static String half(String code, double west, double east) {
        return """
                {"type":"Feature","properties":{"code":"%1$s","name":"%1$s"},"geometry":{"type":"Polygon","coordinates":
                [[[%2$s,47.0],[%3$s,47.0],[%3$s,47.1],[%2$s,47.1],[%2$s,47.0]]]}}""".formatted(code, west, east);
    }
}
