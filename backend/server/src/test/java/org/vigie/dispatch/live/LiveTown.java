package org.vigie.dispatch.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.dispatch.Audience;
import org.vigie.map.PublishedCity;
import org.vigie.request.Entries;
import org.vigie.request.HistoryEntry;
import org.vigie.request.RequestChanged;
import org.vigie.testing.TestJurisdictions;

/** A town whose requests change, and screens that hear of it. */
abstract class LiveTown {

    @Autowired
    TestJurisdictions jurisdictions;

    @Autowired
    PublishedCity city;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    LiveFeed feed;

    Jurisdiction town = new Jurisdiction(new UUID(0, 0), "", "", "fr", java.time.ZoneOffset.UTC);

    @BeforeEach
    void build() {
        town = jurisdictions.square();
        city.catalogue(town);
    }

    final void change(UUID request, String address, HistoryEntry.Kind kind, int millis, boolean rollBack) {
        CurrentJurisdiction.inside(
                town,
                () -> transaction.executeWithoutResult(status -> {
                    jdbc.sql("update request.request set address = :address where request_id = :id")
                            .param("address", address)
                            .param("id", request)
                            .update();
                    publisher.publishEvent(new RequestChanged(request, line(kind), new UUID(0, 1), null, null, false));
                    sleep(millis);
                    if (rollBack) {
                        status.setRollbackOnly();
                    }
                }));
    }

    static HistoryEntry line(HistoryEntry.Kind kind) {
        return Entries.of(kind).at(java.time.Clock.systemUTC().instant());
    }

    final Subscription open(LiveFeed where, OptionalLong seen) {
        return inTown(() -> where.subscribe(new Viewer(town, Audience.PUBLIC, Set.of()), seen));
    }

    final LiveMessage next(Subscription screen) throws Exception {
        LiveMessage message = inTownCall(() -> screen.next(Duration.ofSeconds(20)));
        assertThat(message).isNotNull();
        return java.util.Objects.requireNonNull(message);
    }

    final <T> T inTown(java.util.function.Supplier<T> work) {
        return CurrentJurisdiction.inside(town, work);
    }

    final <T extends @org.jspecify.annotations.Nullable Object> T inTownCall(java.util.concurrent.Callable<T> work)
            throws Exception {
        List<T> result = new ArrayList<>();
        CurrentJurisdiction.callInside(town, () -> result.add(work.call()));
        return result.get(0);
    }

    static String text(LiveMessage message) {
        return new String(message.frame(), StandardCharsets.UTF_8);
    }

    static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
