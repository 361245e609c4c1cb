package org.vigie.catalogue.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.catalogue.process.CatalogueImport.Publishing;
import org.vigie.catalogue.process.file.CatalogueFiles;
import org.vigie.territory.ImportCounts;
import org.vigie.territory.ImportReport;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;
import org.vigie.testing.TestJurisdictions;

@ServiceTest
class CatalogueImportTest {

    private static final int CHALONS = 503;
    private static final Optional<Publishing> AT_ONCE = Optional.of(new Publishing(Optional.empty()));

    @Autowired
    MockMvc http;

    @Autowired
    CatalogueImport imports;

    @Autowired
    CatalogueExport export;

    @Autowired
    TestJurisdictions jurisdictions;

    @Autowired
    TestCity cities;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private Jurisdiction town;

    @BeforeEach
    void makeTown() {
        town = jurisdictions.square();
    }

    @Test
    void fiveHundredAndThreeProcessesAreInWithinSecondsAndComeOutAsTheyWentIn() throws IOException {
        byte[] yaml = CatalogueFiles.write(SampleCatalogue.of(CHALONS, 503, List.of()), CatalogueFiles.Format.YAML);
        Path file = write("catalogue.yaml", yaml);

        long begins = System.nanoTime();
        assertThat(run(file, AT_ONCE)).isEqualTo(counts(CHALONS, CHALONS, 0, 0));
        Duration took = Duration.ofNanos(System.nanoTime() - begins);
        System.out.printf("%d processes in %,d ms (%,d bytes of YAML)%n", CHALONS, took.toMillis(), yaml.length);
        assertThat(took).isLessThan(Duration.ofSeconds(5));

        assertThat(exported(CatalogueFiles.Format.YAML)).isEqualTo(yaml);
        assertThat(run(file, AT_ONCE)).isEqualTo(counts(CHALONS, 0, 0, CHALONS));
        Path workbook = write("catalogue.xlsx", exported(CatalogueFiles.Format.XLSX));
        begins = System.nanoTime();
        assertThat(run(workbook, AT_ONCE)).isEqualTo(counts(CHALONS, 0, 0, CHALONS));
        System.out.printf("the same workbook again in %,d ms%n", (System.nanoTime() - begins) / 1_000_000);
    }

    @Test
    void whatIsNotPublishedIsADraftThatTheDeskHasAndThePublicDoesNotSee() throws Exception {
        Path file = write(
                "catalogue.yaml",
                CatalogueFiles.write(SampleCatalogue.of(3, 7, List.of()), CatalogueFiles.Format.YAML));

        run(file, Optional.empty());

        assertThat(told("select string_agg(distinct state, ',') from catalogue.process_version"))
                .isEqualTo("DRAFT");
        assertThat(publicCatalogue().<List<Object>>at("$.domains")).isEmpty();
        assertThat(Answers.to(http, get("/" + town.code() + "/api/categories/processus-0"))
                        .status())
                .isEqualTo(404);
        assertThat(run(file, Optional.empty())).isEqualTo(counts(3, 0, 0, 3));

        assertThat(run(file, AT_ONCE)).isEqualTo(counts(3, 0, 3, 0));
        assertThat(publicCatalogue().<List<Object>>at("$.domains[*].categories[*]"))
                .hasSize(3);
    }

    @Test
    void aCityThatNeverHadAFileComesOutAndInUnchanged() throws IOException {
        town = cities.make().jurisdiction();
        for (CatalogueFiles.Format format : CatalogueFiles.Format.values()) {
            Path file = write("city." + format.name().toLowerCase(Locale.ROOT), exported(format));

            assertThat(run(file, AT_ONCE)).isEqualTo(counts(5, 0, 0, 5));
        }
        assertThat(told("select count(*) from catalogue.process_version")).isEqualTo("0");
    }

    @Test
    void oneThatSaysSomethingElseBecomesTheNextVersionAndKeepsTheOneBefore() throws IOException {
        town = cities.make().jurisdiction();
        String yaml = new String(exported(CatalogueFiles.Format.YAML), UTF_8);
        Path file = write(
                "changed.yaml",
                yaml.replace("name: Lampadaire éteint", "name: Éclairage en panne")
                        .getBytes(UTF_8));

        assertThat(run(file, AT_ONCE)).isEqualTo(counts(5, 0, 1, 4));

        assertThat(told("""
                select string_agg(version_number || ' ' || (content ->> 'name'), ', ' order by version_number) from catalogue.process_version
                """)).isEqualTo("1 Lampadaire éteint, 2 Éclairage en panne");
        assertThat(
                        told(
                                "select name || '|' || replace(keywords, chr(160), '_') from catalogue.category where code = 'lampadaire'"))
                .isEqualTo("Éclairage en panne|Lampadaire éteint Lampadaire_éteint");
    }

    @Test
    void aFaultAnywhereLeavesEverythingAsItWasAndEachIsNamedWithItsLine() throws IOException {
        Path file = write("faulty.yaml", """
                domains:
                - {code: voirie, name: Voirie, glyph: street}
                organisations:
                - name: Ville
                  services:
                  - {code: voirie, name: Voirie}
                processes:
                - {code: un, domain: voirie, service: voirie, name: Un, glyph: street}
                - {code: un, domain: nulle-part, service: voirie, name: Deux, glyph: street}
                - {code: trois, domain: voirie, service: voirie, name: Trois, glyph: lune, skills: [VOLER],
                   commitments: [{commitment: REPLY, amount: 2, unit: WORKING_DAYS, calendar: jamais}]}
                - {code: quatre, domain: voirie, service: voirie, glyph: street, kind: RIEN}
                """.getBytes(UTF_8));
        Path named = folder.resolve("report.jsonl");

        try (ImportReport report = new ImportReport(named, new PrintWriter(Writer.nullWriter()))) {
            assertThatThrownBy(() -> CurrentJurisdiction.inside(town, () -> imports.run(file, AT_ONCE, report)))
                    .hasMessageContaining("catalogue-faulty");
            assertThat(report.counts().read()).isEqualTo(4);
        }

        assertThat(Files.readAllLines(named))
                .hasSize(6)
                .anySatisfy(line -> assertThat(line).contains("\"row\":12", "RIEN"))
                .anySatisfy(line -> assertThat(line).contains("\"row\":9", "taken by another process"))
                .anySatisfy(line -> assertThat(line).contains("\"row\":9", "nulle-part"))
                .anySatisfy(line -> assertThat(line).contains("\"row\":10", "glyph"))
                .anySatisfy(line -> assertThat(line).contains("\"row\":10", "VOLER"))
                .anySatisfy(line -> assertThat(line).contains("\"row\":10", "jamais"));
        assertThat(told("select count(*) from catalogue.domain")).isEqualTo("0");
        assertThat(told("select count(*) from catalogue.category")).isEqualTo("0");
    }

    private Answers publicCatalogue() throws Exception {
        return Answers.to(http, get("/" + town.code() + "/api/catalogue"));
    }

    private ImportCounts run(Path file, Optional<Publishing> publishing) {
        try (ImportReport report =
                new ImportReport(folder.resolve("report.jsonl"), new PrintWriter(Writer.nullWriter()))) {
            CurrentJurisdiction.inside(town, () -> imports.run(file, publishing, report));
            return report.counts();
        }
    }

    private byte[] exported(CatalogueFiles.Format format) {
        return CurrentJurisdiction.inside(town, () -> export.write(format));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private String told(String sql) {
        return cities.inside(town, () -> jdbc.sql(sql).query(String.class).single());
    }

    private static ImportCounts counts(long read, long created, long updated, long unchanged) {
        return new ImportCounts(read, created, updated, unchanged, 0, 0, 0);
    }
}
