package org.vigie.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.map.cells.Cells;
import org.vigie.testing.ServiceTest;

/** The cells follow the requests, whatever happens to them; the service's own worker is at it all the while. */
@ServiceTest
@Import({PublishedCity.class, CountedCity.class})
class CellsTest {

    @Autowired
    CountedCity cities;

    @Autowired
    PublishedCity city;

    @Autowired
    Cells cells;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Jurisdiction town;

    @BeforeEach
    void make() {
        town = cities.make(1_000);
    }

    @Test
    void afterRandomChangesTheyAreWhatACountFromNothingSays() {
        for (int round = 0; round < 10; round++) {
            cities.change(town);
            assertThat(recount().differing()).as("while changes may wait").isZero();
        }
        awaitTakenIn();
        Cells.Recount settled = recount();
        assertThat(settled.first()).isFalse();
        assertThat(settled.counted()).isGreaterThan(1_000);
        assertThat(settled.differing()).isZero();
    }

    @Test
    void severalWhoTakeInAtOnceCountNothingTwice() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < 3; thread++) {
                running.add(threads.submit(() -> {
                    for (int i = 0; i < 20; i++) {
                        city.request(town, "pothole", 2.01 + i * 0.002, 47.02);
                    }
                }));
                running.add(threads.submit(() -> {
                    for (int i = 0; i < 40; i++) {
                        inTown(cells::takeIn);
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        awaitTakenIn();
        assertThat(recount().differing()).isZero();
    }

    @Test
    void aCellThatIsWrongIsFoundAndPutRight() {
        awaitTakenIn();
        city.write(
                town,
                "update cells.cell set n = n + 1 where z = 14 and (cell, state) = (select cell, state from cells.cell where z = 14 limit 1)");
        assertThat(recount().held()).isFalse();
        assertThat(recount().differing()).isZero();
    }

    @Test
    void aCategoryThatBecomesPrivateTakesItsRequestsOutOfEveryCount() {
        awaitTakenIn();
        long before = published();
        city.write(town, "update catalogue.category set is_private = true where code = 'pothole'");
        assertThat(recount().differing()).isZero();
        awaitTakenIn();
        assertThat(recount().differing()).isZero();
        assertThat(counted()).isEqualTo(published()).isLessThan(before);
        city.write(town, "update catalogue.category set is_private = false where code = 'pothole'");
        awaitTakenIn();
        assertThat(recount().differing()).isZero();
        assertThat(counted()).isEqualTo(before);
    }

    @Test
    void whatBecomesLateByTheClockAloneIsCountedAsLate() {
        city.write(
                town,
                "update request.request set next_due_at = now() + interval '1 second', next_paused_at = null where state in ('ASSIGNED', 'REOPENED')");
        long due = published("and r.state in ('ASSIGNED', 'REOPENED')");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(number(
                                "select coalesce(sum(n), 0) from cells.cell where z = 0 and month = '-infinity' and standing = 'LATE' and state in ('ASSIGNED', 'REOPENED')"
                                        + " and category_id = '00000000-0000-0000-0000-000000000000'"))
                        .isEqualTo(due));
        assertThat(recount().differing()).isZero();
    }

    @Test
    void aRequestThatGoesToAnotherTeamNotesNothing() {
        long noted = inTown(() -> transaction.execute(status -> {
            jdbc.sql("update request.request set assignment_reason = 'x', changed_at = now(), revision = revision + 1")
                    .update();
            return jdbc.sql("select count(*) from cells.change where xmin = pg_current_xact_id()::xid")
                    .query(Long.class)
                    .single();
        }));
        assertThat(noted).isZero();
    }

    private Cells.Recount recount() {
        return inTown(cells::recount).orElseThrow();
    }

    private void awaitTakenIn() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> number("select count(*) from cells.change") == 0);
    }

    private long published() {
        return published("");
    }

    private long published(String and) {
        return number("""
                select count(*) from request.request r join catalogue.category c using (jurisdiction_id, category_id)
                where not r.is_private and not c.is_private and r.state not in ('REJECTED', 'DUPLICATE') and r.location is not null
                """ + and);
    }

    private long counted() {
        return number(
                "select sum(n) from cells.cell where z = 14 and month = '-infinity' and category_id = '00000000-0000-0000-0000-000000000000'");
    }

    private long number(String sql) {
        return inTown(() ->
                transaction.execute(status -> jdbc.sql(sql).query(Long.class).single()));
    }

    private <T> T inTown(java.util.function.Supplier<T> work) {
        return CurrentJurisdiction.inside(town, work);
    }
}
