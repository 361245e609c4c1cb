package org.vigie.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.access.Refusal;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestJurisdictions;

/** How many people live in a sector is told by its file, or by nobody. */
@ServiceTest
class InhabitantsTest {

    private static final SectorImport.Order PLAIN = SectorImport.Order.partition("s", "code", "name");

    @Autowired
    TerritoryFixtures territory;

    @Autowired
    TestJurisdictions squares;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    @Test
    void theyMayBeToldLaterWithoutAnotherVersion() throws IOException {
        Jurisdiction square = squares.square();
        Path file = file("\"pop\":\"1234.6\"", "\"pop\":\"\"");
        territory.sectors(square, PLAIN, file, folder);
        assertThat(known(square)).isEmpty();

        assertThat(territory
                        .sectors(square, withPeople(), file, folder)
                        .counts()
                        .unchanged())
                .isEqualTo(2);

        assertThat(known(square)).containsExactly("a 1 1235");
    }

    @Test
    void whatIsNoNumberOfPeopleIsRefused() throws IOException {
        Jurisdiction square = squares.square();
        for (String written : List.of("many", "-1", "1e99")) {
            Path file = file("\"pop\":\"" + written + "\"", "\"pop\":\"7\"");
            assertThatThrownBy(() -> territory.sectors(square, withPeople(), file, folder))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo("sectors-faulty"));
        }
    }

    private static SectorImport.Order withPeople() {
        return new SectorImport.Order(
                "s",
                new SectorReading.Fields("code", "name", Optional.empty(), Optional.of("pop")),
                false,
                SectorImport.Kind.PARTITION,
                Optional.empty(),
                Optional.empty());
    }

    private List<String> known(Jurisdiction square) {
        return CurrentJurisdiction.inside(
                square,
                () -> Objects.requireNonNull(transaction.execute(
                        status -> jdbc.sql("""
                        select s.code || ' ' || v.version || ' ' || i.inhabitants from territory.sector_inhabitants i
                        join territory.sector s using (jurisdiction_id, sector_id)
                        join territory.sector_version v using (jurisdiction_id, sector_version_id)
                        """).query(String.class).list())));
    }

    private Path file(String west, String east) throws IOException {
        String feature = """
                {"type":"Feature","properties":{"code":"%s","name":"%1$s",%s},"geometry":{"type":"Polygon","coordinates":
                [[[%s,47.0],[%s,47.0],[%4$s,47.1],[%3$s,47.1],[%3$s,47.0]]]}}""";
        String text = "{\"type\":\"FeatureCollection\",\"features\":[" + feature.formatted("a", west, "2.0", "2.05")
                + "," + feature.formatted("b", east, "2.05", "2.1") + "]}";
        return Files.writeString(folder.resolve("sectors-" + west.hashCode() + ".geojson"), text);
    }
}
