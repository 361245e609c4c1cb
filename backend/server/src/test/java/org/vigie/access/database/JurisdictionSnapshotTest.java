package org.vigie.access.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.access.module.ModuleName;
import org.vigie.access.module.Modules;
import org.vigie.testing.PrivatePostgis;
import org.vigie.testing.SentStatements;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** What is kept in memory, by the example of the modules that are switched off: plain SQL, past those who know of the memory. */
@ServiceTest
class JurisdictionSnapshotTest {

    private static final String SWITCH_OFF =
            "insert into access.module_off (jurisdiction_id, module) values (access.current_jurisdiction(), 'REVIEW')";

    @Value("${vigie.database.url}")
    String url;

    @Autowired
    TestCity cities;

    @Autowired
    Modules modules;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Jurisdiction town;

    @BeforeEach
    void town() {
        town = cities.make().jurisdiction();
        assertThat(isOn()).isTrue();
    }

    @Test
    void whoeverWritesSeesItAndNobodyElseDoesBeforeItIsCommitted() {
        inOneTransaction(() -> {
            assertThat(modules.isOn(ModuleName.REVIEW)).isTrue();
            jdbc.sql(SWITCH_OFF).update();
            assertThat(modules.isOn(ModuleName.REVIEW)).isFalse();
            assertThat(elsewhere(this::isOn)).isTrue();
            assertThat(elsewhere(() -> inOneTransaction(() -> modules.isOn(ModuleName.REVIEW))))
                    .isTrue();
            return true;
        });
        assertThat(isOn()).isFalse();
    }

    @Test
    void whatIsTakenBackIsSeenByNobody() {
        CurrentJurisdiction.inside(
                town,
                () -> transaction.executeWithoutResult(status -> {
                    jdbc.sql(SWITCH_OFF).update();
                    assertThat(modules.isOn(ModuleName.REVIEW)).isFalse();
                    status.setRollbackOnly();
                }));
        assertThat(isOn()).isTrue();
        assertThat(inOneTransaction(() -> modules.isOn(ModuleName.REVIEW))).isTrue();
    }

    @Test
    void theNextTransactionThatWritesUsesWhatAnotherProcessHasPublished() throws Exception {
        try (Connection other = DriverManager.getConnection(url, "vigie_app", PrivatePostgis.PASSWORD);
                Statement statement = other.createStatement()) {
            statement.execute("set vigie.jurisdiction = '" + town.id() + "'");
            statement.execute(SWITCH_OFF);
        }
        assertThat(inOneTransaction(() -> modules.isOn(ModuleName.REVIEW))).isFalse();
        assertThat(isOn()).as("whoever only reads has been told by that").isFalse();
    }

    @Test
    void aTransactionThatWritesAsksAgainOnlyAfterATouchOfItsOwn() throws Exception {
        List<String> sent = SentStatements.during(() -> inOneTransaction(() -> {
            modules.isOn(ModuleName.REVIEW);
            modules.isOn(ModuleName.REVIEW);
            jdbc.sql(SWITCH_OFF).update();
            modules.isOn(ModuleName.REVIEW);
            return modules.isOn(ModuleName.REVIEW);
        }));
        assertThat(sent.stream().filter(sql -> sql.contains("from access.revision")))
                .hasSize(2);
    }

    private boolean isOn() {
        return CurrentJurisdiction.inside(town, () -> modules.isOn(ModuleName.REVIEW));
    }

    private boolean inOneTransaction(Supplier<Boolean> work) {
        return CurrentJurisdiction.inside(town, () -> Boolean.TRUE.equals(transaction.execute(status -> work.get())));
    }

    private static boolean elsewhere(Supplier<Boolean> work) {
        return CompletableFuture.supplyAsync(work).join();
    }
}
