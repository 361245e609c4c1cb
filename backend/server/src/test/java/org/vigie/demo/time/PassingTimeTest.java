package org.vigie.demo.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.vigie.testing.TestCity.as;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.access.time.SimulatedClock;
import org.vigie.testing.Answers;
import org.vigie.testing.Resident;
import org.vigie.testing.SimulatedTimeTest;
import org.vigie.testing.TestCity;

@SimulatedTimeTest
class PassingTimeTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("mapReader")
    JdbcClient mapReader;

    TestCity.City city;
    SignedInAccount administrator;

    @BeforeEach
    void city() {
        city = cities.make();
        administrator = cities.account(city, Role.ADMINISTRATOR);
    }

    @Test
    void processAndDatabaseShowTheSameTimeBeforeAndAfter() throws Exception {
        assertThat(shownBy(jdbc)).isEqualTo(clock.instant());
        Instant later = clock.instant().plus(Duration.ofHours(7));
        assertThat(pass(later).<String>at("$.now")).isEqualTo(later.toString());
        assertThat(clock.instant()).isEqualTo(later);
        assertThat(shownBy(jdbc)).isEqualTo(later);
        assertThat(shownBy(mapReader)).isEqualTo(later);
    }

    @Test
    void aRingLosesItsColourAsTimePassesOnEveryPublishedWay() throws Exception {
        Resident.Case it = resident.report(city, "nid-de-poule", "{}", "[]");
        assertThat(left(it)).isEqualTo(1.0);
        assertThat(late()).isZero();

        jump(clock.instant().plus(Duration.ofDays(5)));
        assertThat(left(it)).isBetween(0.49, 0.51);
        jump(clock.instant().plus(Duration.ofDays(6)));
        assertThat(left(it)).isZero();
        assertThat(late()).isEqualTo(1);
        assertThat(Answers.to(http, get(api("/requests?late=true"))).<Integer>at("$.total"))
                .isEqualTo(1);
    }

    @Test
    void timeDoesNotGoBackAndTheSameInstantAgainChangesNothing() throws Exception {
        Instant now = clock.instant();
        assertThat(pass(now).status()).isEqualTo(200);
        Answers back = pass(now.minusSeconds(1));
        assertThat(back.status()).isEqualTo(409);
        assertThat(back.problem()).isEqualTo("time-goes-forward");
        assertThat(clock.instant()).isEqualTo(now);
    }

    @Test
    void thePagesAreToldThatTimeIsSimulated() throws Exception {
        Answers told = Answers.to(http, get(api("/jurisdiction")));
        assertThat(told.<String>at("$.simulatedTime.now"))
                .isEqualTo(clock.instant().toString());
    }

    @Test
    void aJurisdictionThatExistsCannotLiveInASimulatedTime() {
        assertThatThrownBy(() -> cities.inside(
                        city.jurisdiction(),
                        () -> jdbc.sql("update territory.jurisdiction set fictional = false")
                                .update()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("not fictional");
    }

    /** Without a stop on the way. */
    private void jump(Instant to) {
        ((SimulatedClock) clock).putOn(to);
    }

    private Answers pass(Instant to) throws Exception {
        return Answers.to(http, put(api("/desk/clock")).with(as(administrator)).content("{\"now\":\"" + to + "\"}"));
    }

    /** Of the next promise, as the public list has it. */
    private double left(Resident.Case it) throws Exception {
        return Answers.to(http, get(api("/requests/" + it.number())))
                .<Number>at("$.ring.left")
                .doubleValue();
    }

    private int late() throws Exception {
        return Answers.to(http, get(api("/requests/counts"))).at("$.late");
    }

    private String api(String path) {
        return "/" + city.jurisdiction().code() + "/api" + path;
    }

    private static Instant shownBy(JdbcClient sql) {
        return sql.sql("select access.now()")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }
}
