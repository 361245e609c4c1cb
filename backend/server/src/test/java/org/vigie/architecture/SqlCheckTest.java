package org.vigie.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.vigie.testing.PrivatePostgis;
import org.vigie.testing.ServiceTest;

/** Runs every query of {@code sql/check}: each must return no row. */
@ServiceTest
class SqlCheckTest {

    @Value("${vigie.database.url}")
    String databaseUrl;

    @TestFactory
    List<DynamicTest> everyCheckReturnsNoRow() throws IOException {
        Resource[] checks = new PathMatchingResourcePatternResolver().getResources("classpath:sql/check/*.sql");
        assertThat(checks).isNotEmpty();
        return Arrays.stream(checks)
                .map(check -> DynamicTest.dynamicTest(
                        String.valueOf(check.getFilename()),
                        () -> assertThat(rows(check))
                                .as(String.valueOf(check.getFilename()))
                                .isEmpty()))
                .toList();
    }

    private List<String> rows(Resource check) throws IOException, SQLException {
        String superuser = PrivatePostgis.instance().superuserUrl(databaseUrl);
        try (Connection connection = DriverManager.getConnection(superuser);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(check.getContentAsString(StandardCharsets.UTF_8))) {
            List<String> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    values.add(result.getString(column));
                }
                rows.add(String.join(" ", values));
            }
            return rows;
        }
    }
}
