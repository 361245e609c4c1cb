package org.vigie.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.request.RequestNumbers;
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
    RequestNumbers numbers;

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
    void refusesAFileThatCannotBeReadToItsEndAndStoresNothingOfIt() {
        assertThatThrownBy(() -> run(
                        MAPPING,
                        rows(1_500) + "Z;Tr\u00e9teau;47.05, 2.02;2026-01-05;DVD\n",
                        StandardCharsets.ISO_8859_1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("file-not-csv");
        assertThat(stored()).isZero();
    }

    @Test
    void numbersGoOnWithoutAGapOverAllPortionsAndYears() throws IOException {
        ImportCounts counts = run(MAPPING, rows(2_300));
        assertThat(counts.created()).isEqualTo(2_300);
        List<String> numbers = cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql("select number from request.request order by number")
                        .query(String.class)
                        .list());
        List<String> expected = new ArrayList<>();
        for (int year : List.of(2024, 2025)) {
            for (int n = 1; n <= 1_150; n++) {
                expected.add(RequestNumbers.format(year, n));
            }
        }
        assertThat(numbers).isEqualTo(expected);
    }

    @Test
    void theDatabaseHasLookedAtTheTablesWhenManyRowsAreIn() throws IOException {
        long before = looks();
        run(MAPPING, rows(400));
        assertThat(looks()).isEqualTo(before);
        run(MAPPING, rows(2_300));
        assertThat(looks()).isGreaterThan(before);
    }

    private long looks() {
        return jdbc.sql("select sum(analyze_count) from pg_stat_user_tables where schemaname = 'request'"
                        + " and relname in ('request', 'history', 'deadline')")
                .query(Long.class)
                .single();
    }

    @Test
    void whoReportsMeanwhileWaitsForNoPortion() throws Exception {
        Path mapping = Files.writeString(directory.resolve("map.yaml"), MAPPING);
        int year = Year.now(city.jurisdiction().zone()).getValue();
        Path csv = Files.writeString(directory.resolve("file.csv"), rows(6_000).replaceAll("202[45]-", year + "-"));
        AtomicLong longest = new AtomicLong();
        AtomicInteger taken = new AtomicInteger();
        try (ImportReport report =
                        new ImportReport(directory.resolve("report.jsonl"), new PrintWriter(Writer.nullWriter()));
                ExecutorService importing = Executors.newSingleThreadExecutor()) {
            long begun = System.nanoTime();
            Future<?> whole = importing.submit(
                    () -> CurrentJurisdiction.inside(city.jurisdiction(), () -> requests.run(mapping, csv, report)));
            while (!whole.isDone()) {
                long before = System.nanoTime();
                cities.inside(city.jurisdiction(), () -> numbers.next(year));
                longest.accumulateAndGet(System.nanoTime() - before, Math::max);
                taken.incrementAndGet();
            }
            whole.get();
            assertThat(taken.get()).isGreaterThan(5);
            assertThat(longest.get()).isLessThan((System.nanoTime() - begun) * 2 / 3);
        }
        assertThat(stored()).isEqualTo(6_000);
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> "R%d;Trottoir;47.05, 2.0%d;202%d-01-05;DVD".formatted(n, n % 9, 4 + n % 2))
                .collect(Collectors.joining("\n", "id;kind;place;day;who\n", "\n"));
    }

    @Test
    void refusesAMappingThatSaysNothingOfThePlace() {
        assertThatThrownBy(() -> run(MAPPING.replace("{column: [place], order: LATLON}", "{column: [place]}"), FILE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("mapping-not-understood");
    }

    private ImportCounts run(String mapping, String file) throws IOException {
        return run(mapping, file, StandardCharsets.UTF_8);
    }

    private ImportCounts run(String mapping, String file, Charset charset) throws IOException {
        Path mappingFile = Files.writeString(directory.resolve("map.yaml"), mapping);
        Path csv = Files.writeString(directory.resolve("file.csv"), file, charset);
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
