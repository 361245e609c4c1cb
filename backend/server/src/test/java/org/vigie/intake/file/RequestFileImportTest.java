package org.vigie.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.territory.ImportCounts;
import org.vigie.territory.ImportReport;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

@ServiceTest
class RequestFileImportTest {

    private static final String MAPPING = """
            source: elsewhere
            delimiter: ";"
            externalId: [id]
            category: [kind]
            location: {column: [place], order: LATLON}
            receivedAt: {column: [day], format: yyyy-MM-dd, zone: Europe/Paris}
            team: [who]
            """;
    private static final String FILE = """
            id;kind;place;day;who
            A1;Trottoir;47.05, 2.02;2026-01-05;DVD
            A2;Trottoir;;2026-01-05;DVD
            A3;Trottoir;47.05, 2.5;2026-01-06;DVD
            A4;Trottoir;47.05, 2.02;5 January;DVD
            A5;Trottoir;47.05
            A1;Trottoir;47.05, 2.02;2026-01-05;DVD
            A6;Trottoir;NaN, 2.02;2026-01-05;DVD
            """;

    @Autowired
    RequestFileImport requests;

    @Autowired
    TestCity cities;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path directory;

    TestCity.City city;

    @BeforeEach
    void makeCity() {
        city = cities.make();
    }

    @Test
    void keepsWhatItCanAndNamesEveryRowThatIsNotPlainlyIn() throws IOException {
        ImportCounts counts = run(MAPPING, FILE);

        assertThat(counts).isEqualTo(new ImportCounts(7, 3, 0, 0, 1, 1, 4));
        assertThat(stored()).isEqualTo(3);
        assertThat(Files.readString(directory.resolve("report.jsonl")))
                .contains(
                        "kept, to be located",
                        "kept, outside",
                        "5 January",
                        "has 3 fields",
                        "repeats",
                        "impossible position");
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() throws IOException {
        run(MAPPING, FILE);
        assertThat(run(MAPPING, FILE)).isEqualTo(new ImportCounts(7, 0, 0, 3, 1, 1, 4));
        assertThat(stored()).isEqualTo(3);
    }

    @Test
    void updatesTheRowThatChanged() throws IOException {
        run(MAPPING, FILE);
        ImportCounts counts = run(MAPPING, FILE.replace("A3;Trottoir;47.05, 2.5", "A3;Trottoir;47.05, 2.06"));
        assertThat(counts.updated()).isEqualTo(1);
        assertThat(counts.unchanged()).isEqualTo(2);
    }

    @Test
    void refusesAFileWithoutAColumnThatEveryRowNeeds() {
        assertThatThrownBy(() -> run(MAPPING, "number;kind\n1;Trottoir\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("column-missing");
        assertThat(stored()).isZero();
    }

    @Test
    void refusesAMappingThatSaysNothingOfThePlace() {
        assertThatThrownBy(() -> run(MAPPING.replace("{column: [place], order: LATLON}", "{column: [place]}"), FILE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("mapping-not-understood");
    }

    private ImportCounts run(String mapping, String file) throws IOException {
        Path mappingFile = Files.writeString(directory.resolve("map.yaml"), mapping);
        Path csv = Files.writeString(directory.resolve("file.csv"), file);
        try (ImportReport report =
                new ImportReport(directory.resolve("report.jsonl"), new PrintWriter(Writer.nullWriter()))) {
            CurrentJurisdiction.inside(city.jurisdiction(), () -> requests.run(mappingFile, csv, report));
            return report.counts();
        }
    }

    private int stored() {
        return cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql("select count(*) as n from request.request")
                        .query((row, n) -> row.getInt("n"))
                        .single());
    }
}
