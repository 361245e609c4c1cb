package org.vigie.intake.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.access.Jurisdiction;
import org.vigie.access.Refusal;
import org.vigie.command.CommandLineRun;
import org.vigie.geo.Wgs84Point;
import org.vigie.territory.ImportCounts;
import org.vigie.territory.ImportReport;
import org.vigie.territory.SectorImport;
import org.vigie.territory.SourceFile;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestJurisdictions;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class AddressesTest {

    private static final String HEADER = "id;numero;rep;nom_voie;code_postal;nom_commune;lon;lat\n";

    @TempDir
    Path directory = Path.of("");

    @Autowired
    TestJurisdictions jurisdictions;

    @Autowired
    CommandLineRun commands;

    @Autowired
    SectorImport sectorImport;

    @Autowired
    AddressImport addressImport;

    @Autowired
    AddressSearch search;

    @Autowired
    Addresses addresses;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Jurisdiction here = new Jurisdiction(Ids.next(), "none", "None", "fr", java.time.ZoneId.of("UTC"));

    @BeforeEach
    void newJurisdiction() {
        here = jurisdictions.square();
    }

    @Test
    void anImportNamesEveryRowThatIsNotPlainlyInAndKeepsTheOthers() throws IOException {
        Imported report = importFile("""
                a;12;;Rue Gallieni;93140;Bondy;2.01;47.01
                b;14;bis;Rue Gallieni;93140;Bondy;;
                c;16;;Rue Gallieni;93140;Bondy;3.5;47.01
                d;18;;;93140;Bondy;2.01;47.01
                e;20;;Rue Gallieni;93140;Bondy;north;47.01
                f;22;;Rue Gallieni
                a;24;;Rue Gallieni;93140;Bondy;2.01;47.01
                g;26;;Rue Gallieni;93140;Bondy;47.01;200
                """);
        assertThat(report.counts()).isEqualTo(new ImportCounts(8, 2, 0, 0, 1, 1, 6));
        assertThat(report.notes())
                .containsExactlyInAnyOrder(
                        "3 b has no coordinates",
                        "4 16 Rue Gallieni, 93140 Bondy: outside the boundary; kept",
                        "5 d has no street",
                        "6 e has coordinates that are no numbers: north 47.01",
                        "7 has 4 fields where the header has 8",
                        "8 a was in the file before; not kept",
                        "9 g: longitude 47.01, latitude 200.0: longitude must lie within ±180, latitude within ±90");
    }

    @Test
    void theSameFileAgainChangesNothingAndAChangedRowIsUpdated() throws IOException {
        String rows = "\uFEFF" + HEADER
                + "a;12;;Rue Gallieni;93140;Bondy;2.01;47.01\nb;2;;Rue Basse;93140;Bondy;2.02;47.01\n";
        assertThat(importWhole(rows).counts()).isEqualTo(new ImportCounts(2, 2, 0, 0, 0, 0, 0));
        assertThat(importWhole(rows).counts()).isEqualTo(new ImportCounts(2, 0, 0, 2, 0, 0, 0));
        assertThat(importWhole(rows.replace("Rue Basse", "Rue Haute")).counts())
                .isEqualTo(new ImportCounts(2, 0, 1, 1, 0, 0, 0));
        assertThat(labels("rue ha")).containsExactly("Rue Haute, 93140 Bondy");
        assertThat(labels("rue basse")).doesNotContain("Rue Basse, 93140 Bondy");
    }

    @Test
    void theCommandEndsWithOneLineOfCounts() throws IOException {
        Path file = Files.writeString(
                directory.resolve("ban.csv"),
                HEADER + "a;12;;Rue Gallieni;93140;Bondy;2.01;47.01\nb;14;;Rue Gallieni;93140;Bondy;;\n");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = commands.execute(
                new PrintWriter(out),
                new PrintWriter(err),
                "import",
                "addresses",
                "--jurisdiction",
                here.code(),
                "--format",
                "ban",
                "--report",
                directory.resolve("rows.jsonl").toString(),
                file.toString());
        assertThat(exit).as(err.toString()).isZero();
        assertThat(out.toString().strip())
                .isEqualTo(
                        "{\"read\":2,\"created\":1,\"updated\":0,\"unchanged\":0,\"withoutLocation\":1,\"outside\":0,\"rejected\":1}");
        assertThat(Files.readAllLines(directory.resolve("rows.jsonl")))
                .containsExactly(
                        "{\"type\":\"Feature\",\"properties\":{\"row\":3,\"reason\":\"b has no coordinates\"},\"geometry\":null}");
        assertThat(commands.execute(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        "import",
                        "addresses",
                        "--jurisdiction",
                        here.code(),
                        "--format",
                        "ban",
                        directory.resolve("missing.csv").toString()))
                .isEqualTo(1);
    }

    @Test
    void aFileOfAnotherKindIsRefusedAndNothingIsStored() {
        assertThatThrownBy(() -> importWhole("<html>;</html>\n1;2\n"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo("import-columns-missing"));
        assertThatThrownBy(() -> importWhole(HEADER + "a;12;;Rue Gallieni;93140;Bondy;2.01;47.01\n\"b;"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo("import-file-broken"));
        assertThat(labels("rue gallieni")).isEmpty();
    }

    @Test
    void proposesWhatSomebodyMeansWhileTyping() throws IOException {
        importFile("""
                1;12;;Rue Galliéni;93140;Bondy;2.010;47.01
                2;12;bis;Rue Galliéni;93140;Bondy;2.0101;47.01
                3;120;;Rue Galliéni;93140;Bondy;2.0102;47.01
                4;12;;Avenue du Général Leclerc;93140;Bondy;2.02;47.02
                5;12;;Rue Gatine;93140;Bondy;2.09;47.09
                6;3;;Rue du 8 Mai 1945;93140;Bondy;2.03;47.03
                7;5;;Boulevard Saint-Michel;93140;Bondy;2.04;47.04
                8;7;;Rue de la Gare;93140;Bondy;2.05;47.05
                """);
        assertThat(labels("12 rue ga"))
                .startsWith(
                        "12 Rue Galliéni, 93140 Bondy",
                        "12 Rue Gatine, 93140 Bondy",
                        "12 bis Rue Galliéni, 93140 Bondy");
        assertThat(inside(() -> search.search("12 rue ga", 8, Optional.of(new Wgs84Point(2.09, 47.09))))
                        .get(0)
                        .label())
                .isEqualTo("12 Rue Gatine, 93140 Bondy");
        assertThat(labels("12 gen lecl").get(0)).isEqualTo("12 Avenue du Général Leclerc, 93140 Bondy");
        assertThat(labels("rue gallieni 12").get(0)).isEqualTo("12 Rue Galliéni, 93140 Bondy");
        assertThat(labels("12 BIS, RUE GALLIENI").get(0)).isEqualTo("12 bis Rue Galliéni, 93140 Bondy");
        assertThat(labels("rue du 8 mai 1945").get(0)).isEqualTo("Rue du 8 Mai 1945, 93140 Bondy");
        assertThat(labels("bd st mich").get(0)).isEqualTo("Boulevard Saint-Michel, 93140 Bondy");
        assertThat(labels("12 rue galieni").get(0)).isEqualTo("12 Rue Galliéni, 93140 Bondy");
        assertThat(labels("rue ga").subList(0, 2))
                .containsExactlyInAnyOrder("Rue Galliéni, 93140 Bondy", "Rue Gatine, 93140 Bondy");
        assertThat(labels("47.0312, 2.0456")).containsExactly("47.0312, 2.0456");
        assertThat(labels("%_'\\")).isEmpty();
        assertThat(labels("xyzxyz")).isEmpty();
    }

    @Test
    void findsTheAddressOfAPlaceAndThePlaceOfAnAddress() throws IOException {
        importFile("""
                1;12;;Rue Gallieni;93140;Bondy;2.0100;47.01
                2;14;;Rue Gallieni;93140;Bondy;2.0105;47.01
                """);
        Addresses.Nearby nearby =
                inside(() -> addresses.nearest(new Wgs84Point(2.0104, 47.01))).orElseThrow();
        assertThat(nearby.label()).isEqualTo("14 Rue Gallieni, 93140 Bondy");
        assertThat(nearby.distanceMetres()).isCloseTo(7.6, within(0.1));
        assertThat(inside(() -> addresses.nearest(new Wgs84Point(2.0120, 47.01))))
                .isEmpty();
        assertThat(inside(() -> addresses.findExactly("14, rue Gallieni"))).contains(new Wgs84Point(2.0105, 47.01));
        assertThat(inside(() -> addresses.findExactly("14 Rue Gallieni, 93140 Bondy")))
                .isPresent();
        assertThat(inside(() -> addresses.findExactly("1 rue Gallieni"))).isEmpty();
        assertThat(inside(() -> addresses.findExactly("rue Gallieni"))).isEmpty();
    }

    @Test
    void anotherJurisdictionsAddressesAreNotFound() throws IOException {
        importFile("1;12;;Rue Gallieni;93140;Bondy;2.0100;47.01\n");
        here = jurisdictions.square();
        assertThat(labels("12 rue gallieni")).isEmpty();
        assertThat(inside(() -> addresses.nearest(new Wgs84Point(2.0100, 47.01))))
                .isEmpty();
    }

    @Test
    void bondysAddressesAreEachInOneSectorButThreeAndAreSearchedInATenthOfASecond() throws IOException {
        Path bondy = Path.of(System.getProperty("vigie.shared-data", "missing"), "bondy");
        Assumptions.assumeTrue(Files.isDirectory(bondy), "1 test of 8,413 real addresses needs the shared data");
        here = jurisdictions.over(new Envelope(2.4, 2.6, 48.8, 49.0));
        sectors(bondy.resolve("iris_bondy_2022.geojson"));
        Imported first = report(bondy.resolve("ban_93010.csv"));
        assertThat(first.counts()).isEqualTo(new ImportCounts(8_413, 8_413, 0, 0, 0, 3, 0));
        assertThat(first.notes())
                .hasSize(3)
                .allMatch(note -> note.contains("in no sector"))
                .anyMatch(note -> note.startsWith("8279 6 Chemin de Montreuil a Claye, 93140 Bondy"));
        assertThat(report(bondy.resolve("ban_93010.csv")).counts())
                .isEqualTo(new ImportCounts(8_413, 0, 0, 8_413, 0, 3, 0));
        assertThat(labels("12 rue ga").subList(0, 2))
                .containsExactlyInAnyOrder("12 Rue Gaston Defferre, 93140 Bondy", "12 Rue Gatine, 93140 Bondy");
        assertThat(median("12 rue ga", "place de la div lecl", "avenue", "12", "rue gatinne", "r"))
                .isLessThan(Duration.ofMillis(100));
    }

    private void sectors(Path file) throws IOException {
        try (ImportReport report =
                new ImportReport(directory.resolve("sectors.jsonl"), new PrintWriter(Writer.nullWriter()))) {
            CurrentJurisdiction.inside(
                    here,
                    () -> sectorImport.run(
                            SectorImport.Order.partition("iris", "CODE_IRIS", "NOM_IRIS")
                                    .coverage(),
                            new SourceFile(file),
                            report));
        }
    }

    @Test
    void twoHundredThousandAddressesAreSearchedWhileOneTypes() {
        CurrentJurisdiction.inside(
                here,
                () -> transaction.executeWithoutResult(
                        status -> jdbc.sql("""
                        insert into intake.address
                        select access.current_jurisdiction(), n::text, (n %% 40 + 1)::text, street, '93000', 'Ville',
                            (n %% 40 + 1) || ' ' || street || ', 93000 Ville', (n %% 40 + 1) || ' ' || lower(street) || ' 93000 ville',
                            st_setsrid(st_makepoint(2 + random() / 10, 47 + random() / 10), 4326), '\\x00'
                        from generate_series(1, 200000) n,
                            lateral (select (array['Rue', 'Avenue', 'Impasse', 'Place'])[n / 40 %% 4 + 1] || ' ' || initcap(translate(md5((n / 40)::text), '0123456789', 'ghijklmnop')) as street) s
                        """.replace("%%", "%")).update()));
        assertThat(median("12 rue a", "rue", "12", "12 rue abcd", "impasse gh", "rue abcdefghijk"))
                .isLessThan(Duration.ofMillis(300));
    }

    private Duration median(String... typed) {
        for (String query : typed) {
            labels(query);
        }
        List<Long> nanos = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            for (String query : typed) {
                long begun = System.nanoTime();
                labels(query);
                nanos.add(System.nanoTime() - begun);
            }
        }
        return Duration.ofNanos(nanos.stream().sorted().toList().get(nanos.size() / 2));
    }

    private Imported importFile(String rows) throws IOException {
        return importWhole(HEADER + rows);
    }

    private Imported importWhole(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("addresses.csv"), content);
        return report(file);
    }

    private List<String> labels(String typed) {
        return inside(() -> search.search(typed, 8, Optional.empty())).stream()
                .map(Address::label)
                .toList();
    }

    private <T> T inside(Supplier<T> work) {
        return Objects.requireNonNull(CurrentJurisdiction.inside(here, work));
    }

    private Imported report(Path file) throws IOException {
        Path lines = directory.resolve("report.jsonl");
        ImportCounts counts;
        try (ImportReport report = new ImportReport(lines, new PrintWriter(Writer.nullWriter()))) {
            CurrentJurisdiction.inside(here, () -> addressImport.run(file, report));
            counts = report.counts();
        }
        return new Imported(
                counts,
                Files.readAllLines(lines).stream()
                        .map(new JsonMapper()::readTree)
                        .map(line -> line.at("/properties/row").asLong() + " "
                                + line.at("/properties/reason").asString())
                        .toList());
    }

    private record Imported(ImportCounts counts, List<String> notes) {}
}
