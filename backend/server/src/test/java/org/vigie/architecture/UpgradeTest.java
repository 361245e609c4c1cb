package org.vigie.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.vigie.testing.PrivatePostgis;
import org.vigie.testing.ServiceTest;

/** A database of the first release, with two cities in it, becomes one of today, and neither city loses anything. */
@ServiceTest
class UpgradeTest {

    private static final Path MIGRATIONS = Path.of("../../sql/migration");
    private static final String LAST_OF_THE_FIRST_RELEASE = "V0117";
    private static final List<String> CITIES = List.of("amont", "aval");
    private static final List<String> EXTENSIONS = List.of("pg_trgm", "unaccent", "btree_gist");

    @TempDir
    Path folder;

    /** The roles are there once a service has started. */
    @Autowired
    @SuppressWarnings("unused")
    JdbcClient service;

    @Test
    void everyCityOfAnEarlierDatabaseKeepsItsRequestsAndItsPromises() throws IOException {
        String url = PrivatePostgis.instance().newDatabase();
        JdbcClient superuser = JdbcClient.create(
                new DriverManagerDataSource(PrivatePostgis.instance().superuserUrl(url)));
        // The service sees to them before it migrates.
        EXTENSIONS.forEach(extension ->
                superuser.sql("create extension if not exists " + extension).update());
        migrate(url, file -> file.startsWith("V") && file.compareTo(LAST_OF_THE_FIRST_RELEASE + "~") < 0);
        String city =
                new ClassPathResource("upgrade/first-release-city.sql").getContentAsString(StandardCharsets.UTF_8);
        CITIES.forEach(code -> superuser.sql(city.replace("{code}", code)).update());

        migrate(url, file -> true);

        for (String code : CITIES) {
            assertThat(superuser
                            .sql(KEPT)
                            .param(code)
                            .query((row, n) -> row.getString(1))
                            .list())
                    .as(code)
                    .containsExactly(
                            "2026-000001 RECEIVED sector of the day kept",
                            "deadline RESOLVE 2880 MINUTES",
                            "promise ACKNOWLEDGE 60 MINUTES",
                            "promise REPLY 4320 MINUTES",
                            "promise RESOLVE 2880 MINUTES",
                            "hotline FRANCE 1 09:00:00-12:00:00");
        }
    }

    private void migrate(String url, Predicate<String> which) throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.filter(each -> which.test(each.getFileName().toString()))
                    .toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Flyway.configure()
                .dataSource(url, PrivatePostgis.OWNER, PrivatePostgis.PASSWORD)
                .locations("filesystem:" + folder)
                .schemas("public")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private static final String KEPT = """
            with city as (select jurisdiction_id from territory.jurisdiction where code = ?)
            select line from (
                select 1 as part, number || ' ' || state || case when day_sector_id = sector_id and day_sector_version_id = sector_version_id
                    then ' sector of the day kept' else '' end as line from request.request join city using (jurisdiction_id)
                union all select 2, 'deadline ' || commitment || ' ' || amount || ' ' || unit from request.deadline join city using (jurisdiction_id)
                union all select 3, 'promise ' || commitment || ' ' || amount || ' ' || unit from catalogue.promise join city using (jurisdiction_id)
                union all select 4, 'hotline ' || holiday_rule || ' ' || iso_weekday || ' ' || opens || '-' || closes
                    from catalogue.calendar join catalogue.calendar_hours using (jurisdiction_id, calendar_id) join city using (jurisdiction_id)
                    where answers_hotline
            ) kept order by part, line
            """;
}
