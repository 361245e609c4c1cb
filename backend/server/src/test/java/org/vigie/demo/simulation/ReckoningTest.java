package org.vigie.demo.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.demo.time.PassingTime;
import org.vigie.testing.PrivatePostgis;
import org.vigie.testing.Resident;
import org.vigie.testing.SimulatedTimeTest;
import org.vigie.testing.TestCity;

/** The count that a simulation is judged by sees each fault that it is there to see. */
@SimulatedTimeTest
class ReckoningTest {

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    @Autowired
    Reckoning reckoning;

    @Autowired
    PassingTime time;

    @Autowired
    Clock clock;

    @Value("${vigie.database.url}")
    String databaseUrl;

    TestCity.City city;
    Instant from;
    Resident.Case it;

    /** Nobody goes: it is warned of after thirty minutes and broken after sixty. */
    @BeforeEach
    void anUrgentRequestThatNobodyGoesTo() throws Exception {
        city = cities.make();
        time.passTo(clock.instant().plusSeconds(1));
        from = clock.instant().minusMillis(1);
        it = resident.report(city, "danger", "{}", "[]");
        time.passTo(clock.instant().plus(Duration.ofMinutes(61)));
    }

    @Test
    void findsNothingWhereEveryAlarmRangWhenItWasDue() {
        assertThat(alarms()).isEqualTo(new Reckoning.Alarms(2, 2, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void findsWhatDidNotRing() throws SQLException {
        asSuperuser("delete from dispatch.alarm where kind = 'BREACH' and request_id = '" + it.id() + "'");
        assertThat(alarms().missed()).isEqualTo(1);
    }

    @Test
    void findsWhatRangTooLate() throws SQLException {
        asSuperuser(
                "update dispatch.alarm set rang_at = due_at + interval '2 seconds' where kind = 'BREACH' and request_id = '"
                        + it.id() + "'");
        assertThat(alarms().late()).isEqualTo(1);
    }

    @Test
    void findsWhatRangAfterThePromiseWasKept() throws SQLException {
        asSuperuser(
                "update request.deadline set met_at = starts_at + interval '10 minutes' where commitment = 'ON_SITE' and request_id = '"
                        + it.id() + "'");
        assertThat(alarms().unexpected()).isEqualTo(2);
    }

    @Test
    void tellsApartWhatRangForAPromiseThatWasPutOffSince() throws SQLException {
        asSuperuser(
                "update request.deadline set due_at = due_at + interval '5 hours' where commitment = 'ON_SITE' and request_id = '"
                        + it.id() + "'");
        assertThat(alarms().superseded()).isEqualTo(1);
        assertThat(alarms().missed()).isZero();
    }

    @Test
    void countsWhatHasNoSectorOrTeamAmongWhatWasReceived() {
        assertThat(CurrentJurisdiction.inside(city.jurisdiction(), () -> reckoning.orphans(from)))
                .satisfies(orphans -> {
                    assertThat(orphans.received()).isEqualTo(1);
                    assertThat(orphans.sectorless()).isZero();
                    assertThat(orphans.teamless()).isZero();
                });
    }

    private Reckoning.Alarms alarms() {
        return CurrentJurisdiction.inside(city.jurisdiction(), () -> reckoning.alarms(from, clock.instant()));
    }

    private void asSuperuser(String sql) throws SQLException {
        try (Connection superuser =
                        DriverManager.getConnection(PrivatePostgis.instance().superuserUrl(databaseUrl));
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
