package org.vigie.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.testing.PrivatePostgis;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestJurisdictions;

/** The feed of answers reads the newest from an index that has them in order, and not all that was ever settled. */
@ServiceTest
@Import(PublishedCity.class)
class AnsweredInOrderTest {

    /** Two thirds of them settled. */
    private static final int MANY = 6_000;

    private static final int READ_AT_MOST = 500;

    @Autowired
    LatestRequests latest;

    @Autowired
    @Qualifier("mapReader")
    JdbcClient reader;

    @Autowired
    @Qualifier("mapReader")
    TransactionTemplate reading;

    @Autowired
    PublishedCity published;

    @Autowired
    TestJurisdictions jurisdictions;

    @Value("${vigie.database.url}")
    String databaseUrl;

    @Test
    void theNewestAnswersAreReadFromTheirIndexAlone() throws Exception {
        Jurisdiction town = jurisdictions.square();
        published.catalogue(town);
        published.manyRequests(town, MANY);
        sql("analyze request.request");
        long scans = used("idx_scan");
        long before = used("idx_tup_read");

        SortedSet<String> every = new TreeSet<>();
        RequestQuery all = new RequestQuery(
                new RequestFilter(every, every, every, every, Optional.empty(), Optional.empty(), false).ofAllTimes(),
                new RequestArea(Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                RequestQuery.Sort.RECEIVED,
                50,
                Optional.empty());
        List<LatestRequests.Latest> newest = CurrentJurisdiction.inside(town, () -> listed(all));

        assertThat(newest)
                .hasSize(50)
                .isSortedAccordingTo(
                        Comparator.comparing(LatestRequests.Latest::at).reversed());
        assertThat(used("idx_scan")).isGreaterThan(scans);
        assertThat(used("idx_tup_read") - before).isLessThan(READ_AT_MOST);
    }

    /**
     * Among the hundreds of towns of other tests the database takes each for a small one that is soon sorted, which no true city is: here it
     * may not sort. Its figures are those of this reading at once, and not seconds later.
     */
    private List<LatestRequests.Latest> listed(RequestQuery query) {
        return Objects.requireNonNull(reading.execute(status -> {
            reader.sql("select pg_stat_force_next_flush(), set_config('enable_sort', 'off', true)")
                    .query(row -> {});
            return latest.list(query, LatestRequests.By.SETTLED);
        }));
    }

    private long used(String figure) throws SQLException {
        return sql("select " + figure + " from pg_stat_user_indexes where indexrelname = 'request_settled_when'");
    }

    private long sql(String text) throws SQLException {
        try (Connection superuser =
                        DriverManager.getConnection(PrivatePostgis.instance().superuserUrl(databaseUrl));
                Statement statement = superuser.createStatement()) {
            if (!statement.execute(text)) {
                return 0;
            }
            try (ResultSet row = statement.getResultSet()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
