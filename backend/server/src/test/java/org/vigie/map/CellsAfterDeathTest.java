package org.vigie.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.map.cells.Cells;
import org.vigie.testing.PrivatePostgis;
import org.vigie.testing.ServiceTest;

/** Whoever takes in or counts may be killed at any moment: its connection is cut before it could commit, as with kill -9. */
@ServiceTest
@Import({PublishedCity.class, CountedCity.class})
class CellsAfterDeathTest {

    @Autowired
    CountedCity cities;

    @Autowired
    Cells cells;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Value("${vigie.database.url}")
    String databaseUrl;

    private Jurisdiction town;

    @BeforeEach
    void make() {
        town = cities.make(600);
        awaitTakenIn();
    }

    @Test
    void whoDiesWhileTakingInLosesAndDoublesNothing() throws SQLException {
        for (int round = 0; round < 3; round++) {
            try (Connection dying = connection();
                    Statement sql = dying.createStatement()) {
                // What is changed from here on waits for nobody else.
                sql.execute(
                        "select from cells.counted where jurisdiction_id = access.current_jurisdiction() for update");
                cities.change(town);
                assertThat(number(sql, "select cells.fold(100)")).isPositive();
                kill(dying);
            }
            assertThat(recount().differing())
                    .as("what the dead one had taken waits again")
                    .isZero();
        }
        awaitTakenIn();
        Cells.Recount settled = recount();
        assertThat(settled.first()).isFalse();
        assertThat(settled.differing()).isZero();
    }

    @Test
    void whoDiesWhileCountingLeavesWhatThereWas() throws SQLException {
        long before = number("select count(*) from cells.cell");
        try (Connection dying = connection();
                Statement sql = dying.createStatement()) {
            sql.execute("delete from cells.counted");
            assertThat(number(sql, "select counted from cells.count_on(100)")).isPositive();
            kill(dying);
        }
        assertThat(number("select count(*) from cells.cell")).isEqualTo(before);
        assertThat(recount().differing()).isZero();
    }

    @Test
    void whoDiesHalfWayThroughACountIsFollowedByWhoeverComesNextWhileRequestsChange() throws SQLException {
        try (Connection dying = connection();
                Statement sql = dying.createStatement()) {
            // Nobody else counts while it lives.
            sql.execute(
                    "select pg_advisory_lock(hashtextextended('count of cells of ' || access.current_jurisdiction(), 0))");
            sql.execute("delete from cells.counted");
            sql.execute("update cells.cell set n = n + 1 where z in (8, 14, 16) and cell % 3 = 0");
            for (int step = 0; step < 2; step++) {
                assertThat(number(sql, "select steps_left from cells.count_on(50)"))
                        .isPositive();
                dying.commit();
                sql.execute("set local vigie.jurisdiction = '" + town.id() + "'");
                cities.change(town);
            }
            assertThat(number(sql, "select cardinality(ends) - steps_done from cells.counting"))
                    .as("portions that are still to be counted")
                    .isPositive();
            assertThat(number(sql, "select counted from cells.count_on(50)")).isPositive();
            kill(dying);
        }
        cities.awaitCounted(town);
        assertThat(recount().differing()).isZero();
        awaitTakenIn();
        assertThat(recount().differing()).isZero();
        assertThat(number("select count(*) from cells.turn")).isEqualTo(number("""
                        select count(*) from request.request r
                        join catalogue.category c using (jurisdiction_id, category_id), cells.counted d
                        where not r.is_private and not c.is_private and r.state not in ('REJECTED', 'DUPLICATE') and r.location is not null
                          and cells.turns_at(r.state, r.next_due_at, r.next_paused_at, coalesce(r.resolved_at, r.closed_at), d.counted_at) is not null
                        """));
    }

    private long number(String query) {
        return inTown(() -> jdbc.sql(query).query(Long.class).single());
    }

    /** As the service itself, in a transaction that is open. */
    private Connection connection() throws SQLException {
        Connection connection = DriverManager.getConnection(databaseUrl, "vigie_app", PrivatePostgis.PASSWORD);
        connection.setAutoCommit(false);
        try (Statement sql = connection.createStatement()) {
            sql.execute("set local vigie.jurisdiction = '" + town.id() + "'");
        }
        return connection;
    }

    private void kill(Connection dying) throws SQLException {
        try (Statement sql = dying.createStatement();
                Connection superuser =
                        DriverManager.getConnection(PrivatePostgis.instance().superuserUrl(databaseUrl));
                Statement kill = superuser.createStatement()) {
            assertThat(number(
                            kill,
                            "select pg_terminate_backend(" + number(sql, "select pg_backend_pid()") + ", 5000)::int"))
                    .isEqualTo(1);
        }
        assertThatThrownBy(dying::commit).isInstanceOf(SQLException.class);
    }

    private static long number(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void awaitTakenIn() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> inTown(() -> jdbc.sql("select count(*) from cells.change")
                                .query(Long.class)
                                .single())
                        == 0);
    }

    private Cells.Recount recount() {
        return inTown(cells::recount).orElseThrow();
    }

    private <T> T inTown(java.util.function.Supplier<T> work) {
        return CurrentJurisdiction.inside(town, () -> transaction.execute(status -> work.get()));
    }
}
