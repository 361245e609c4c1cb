package org.vigie.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.territory.Jurisdictions;
import org.vigie.testing.ServiceTest;

/** Makes the city once and looks at it from all sides. */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoCityTest {

    @Autowired
    DemoCity city;

    @Autowired
    Jurisdictions jurisdictions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Jurisdiction aubrelle;

    @BeforeAll
    void make() {
        long start = System.nanoTime();
        city.make(step -> System.out.printf("demo %5.1f s  %s%n", (System.nanoTime() - start) / 1e9, step));
        System.out.printf("demo city made in %.1f s%n", (System.nanoTime() - start) / 1e9);
        aubrelle = jurisdictions.find(DemoCity.CODE).orElseThrow();
    }

    @Test
    void theGroundIsLaid() {
        assertThat(count("territory.sector")).isEqualTo(28);
        assertThat(count("intake.address")).isEqualTo(10_000);
        assertThat(count("territory.basemap_feature")).isGreaterThan(5_000);
    }

    private long count(String table) {
        return number("select count(*) from " + table);
    }

    private long number(String sql) {
        return inside(sql, Long.class).getFirst();
    }

    private <T> List<T> inside(String sql, Class<T> type) {
        return CurrentJurisdiction.inside(
                aubrelle,
                () -> transaction.execute(status -> jdbc.sql(sql).query(type).list()));
    }
}
