package org.vigie.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.testing.Answers;
import org.vigie.testing.PrivatePostgis;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** Every table as another jurisdiction, as nobody and as map_reader, by plain SQL past the service. */
@ServiceTest
class TenancyTest {

    private static final List<String> NO_TENANTS =
            List.of("access.session", "access.session_attributes", "notification.scheduled_task");

    @Value("${vigie.database.url}")
    String url;

    @Autowired
    TestCity cities;

    @Autowired
    MockMvc http;

    @Test
    void everyTableShowsAnotherJurisdictionNothingOfOurs() throws Exception {
        TestCity.City ours = cityWithARequest();
        TestCity.City theirs = cities.make();
        try (Connection service = as("vigie_app");
                Statement statement = service.createStatement()) {
            statement.execute(
                    "set vigie.jurisdiction = '" + theirs.jurisdiction().id() + "'");
            for (String table : tables()) {
                assertThat(count(statement, table, ours.jurisdiction().id()))
                        .as(table)
                        .isZero();
            }
            statement.execute("set vigie.jurisdiction = '" + ours.jurisdiction().id() + "'");
            assertThat(count(statement, "request.request", ours.jurisdiction().id()))
                    .isOne();
        }
    }

    @Test
    void aTransactionWithoutAJurisdictionSeesNothing() throws Exception {
        cityWithARequest();
        try (Connection service = as("vigie_app");
                Statement statement = service.createStatement()) {
            for (String table : tables()) {
                try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
                    rows.next();
                    assertThat(rows.getInt(1)).as(table).isZero();
                }
            }
        }
    }

    @Test
    void aRowCannotBeWrittenIntoAnotherJurisdiction() throws Exception {
        TestCity.City ours = cities.make();
        TestCity.City theirs = cities.make();
        try (Connection service = as("vigie_app");
                Statement statement = service.createStatement()) {
            statement.execute("set vigie.jurisdiction = '" + ours.jurisdiction().id() + "'");
            String intrusion = "insert into catalogue.organisation (jurisdiction_id, organisation_id, name) values ('"
                    + theirs.jurisdiction().id() + "', '" + UUID.randomUUID() + "', 'intruder')";

            assertThatThrownBy(() -> statement.execute(intrusion)).hasMessageContaining("row-level security");
        }
    }

    @Test
    void mapReaderIsRefusedEveryTable() throws Exception {
        try (Connection reader = as("map_reader");
                Statement statement = reader.createStatement()) {
            List<String> all = new ArrayList<>(tables());
            all.addAll(NO_TENANTS);
            all.add("territory.jurisdiction");
            for (String table : all) {
                assertThatThrownBy(() -> statement.executeQuery("select * from " + table))
                        .as(table)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void theServiceCannotRewriteHistory() throws Exception {
        try (Connection service = as("vigie_app");
                Statement statement = service.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update request.history set staff_text = ''"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("delete from request.history"))
                    .hasMessageContaining("permission denied");
        }
    }

    private TestCity.City cityWithARequest() throws Exception {
        TestCity.City city = cities.make();
        Answers answer = Answers.to(
                http,
                post("/" + city.jurisdiction().code() + "/api/requests")
                        .header("Idempotency-Key", "key-" + UUID.randomUUID())
                        .content("{\"category\":\"nid-de-poule\",\"contact\":{\"email\":\"a@example.org\"},"
                                + "\"position\":{\"type\":\"Point\",\"coordinates\":[2.02,47.05]}}"));
        assertThat(answer.status()).isEqualTo(201);
        return city;
    }

    private Connection as(String role) throws SQLException {
        return DriverManager.getConnection(url, role, PrivatePostgis.PASSWORD);
    }

    /** Every tenant table there is, found in the catalogue so that a new one is tried too. */
    private List<String> tables() throws SQLException {
        String superuser = PrivatePostgis.instance().superuserUrl(url);
        try (Connection connection = DriverManager.getConnection(superuser);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'jurisdiction_id'
                        where c.relkind = 'r' and c.oid::regclass::text <> 'territory.jurisdiction' order by 1
                        """)) {
            List<String> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            assertThat(tables).hasSizeGreaterThan(20);
            return tables;
        }
    }

    private static int count(Statement statement, String table, UUID jurisdiction) throws SQLException {
        try (ResultSet rows = statement.executeQuery(
                "select count(*) from " + table + " where jurisdiction_id = '" + jurisdiction + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
