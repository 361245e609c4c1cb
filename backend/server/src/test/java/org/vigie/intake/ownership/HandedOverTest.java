package org.vigie.intake.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.access.Role;
import org.vigie.access.time.SimulatedClock;
import org.vigie.request.HistoryEntry;
import org.vigie.request.RequestHistory;
import org.vigie.testing.Resident;
import org.vigie.testing.SimulatedTimeTest;
import org.vigie.testing.TestCity;

@SimulatedTimeTest
class HandedOverTest {

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    @Autowired
    RequestHistory history;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatSomebodyWhoLeavesHandsOverIsDatedByTheCitysClock() throws Exception {
        TestCity.City city = cities.make();
        UUID leaving = cities.account(city, Role.FRONT_OFFICE).accountId();
        Instant then = clock.instant().plus(Duration.ofDays(40));
        ((SimulatedClock) clock).putOn(then);
        Resident.Case it = resident.report(city, "danger", "{}", "[]");
        cities.account(city, Role.FRONT_OFFICE);

        cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql("update access.account set active = false where account_id = :id")
                        .param("id", leaving)
                        .update());

        List<Instant> handedOver = cities.inside(city.jurisdiction(), () -> history.list(it.id())).stream()
                .filter(entry -> entry.kind() == HistoryEntry.Kind.OWNED)
                .map(HistoryEntry::at)
                .toList();
        assertThat(handedOver).isNotEmpty();
        assertThat(handedOver.getLast()).isBetween(then, then.plus(Duration.ofHours(1)));
    }
}
