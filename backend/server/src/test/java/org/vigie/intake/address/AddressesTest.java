package org.vigie.intake.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.vigie.geo.Wgs84Point;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestJurisdictions;

@ServiceTest
class AddressesTest {

    private static final String HEADER = "id;numero;rep;nom_voie;code_postal;nom_commune;lon;lat\n";

    @TempDir
    Path directory = Path.of("");

    @Autowired
    TestJurisdictions jurisdictions;

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
        Counted report = importFile("""
                a;12;;Rue Gallieni;93140;Bondy;2.01;47.01
                b;14;bis;Rue Gallieni;93140;Bondy;;
                c;16;;Rue Gallieni;93140;Bondy;3.5;47.01
                d;18;;;93140;Bondy;2.01;47.01
                e;20;;Rue Gallieni;93140;Bondy;north;47.01
                f;22;;Rue Gallieni
                a;24;;Rue Gallieni;93140;Bondy;2.01;47.01
                g;26;;Rue Gallieni;93140;Bondy;47.01;200
                """);
        assertThat(report).hasToString("read 8 created 2 updated 0 unchanged 0 withoutLocation 1 outside 1 rejected 6");
        assertThat(report.notes)
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
        assertThat(importWhole(rows))
                .hasToString("read 2 created 2 updated 0 unchanged 0 withoutLocation 0 outside 0 rejected 0");
        assertThat(importWhole(rows))
                .hasToString("read 2 created 0 updated 0 unchanged 2 withoutLocation 0 outside 0 rejected 0");
        assertThat(importWhole(rows.replace("Rue Basse", "Rue Haute")))
                .hasToString("read 2 created 0 updated 1 unchanged 1 withoutLocation 0 outside 0 rejected 0");
        assertThat(labels("rue ha")).containsExactly("Rue Haute, 93140 Bondy");
        assertThat(labels("rue basse")).doesNotContain("Rue Basse, 93140 Bondy");
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
    void bondyIsSearchedInATenthOfASecond() throws IOException {
        Path file = Path.of(System.getProperty("vigie.shared-data", "missing"), "bondy", "ban_93010.csv");
        Assumptions.assumeTrue(Files.isRegularFile(file), "1 test of 8,413 real addresses needs the shared data");
        here = jurisdictions.over(new Envelope(2.4, 2.6, 48.8, 49.0));
        Counted report = new Counted();
        CurrentJurisdiction.inside(here, () -> addressImport.run(file, report));
        assertThat(report)
                .hasToString("read 8413 created 8413 updated 0 unchanged 0 withoutLocation 0 outside 0 rejected 0");
        assertThat(labels("12 rue ga").subList(0, 2))
                .containsExactlyInAnyOrder("12 Rue Gaston Defferre, 93140 Bondy", "12 Rue Gatine, 93140 Bondy");
        assertThat(median("12 rue ga", "place de la div lecl", "avenue", "12", "rue gatinne", "r"))
                .isLessThan(Duration.ofMillis(100));
    }

    @Test
    void twoHundredThousandAddressesAreSearchedInATenthOfASecond() {
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
        System.out.println("address search, ms, by query: " + String.join(", ", typed) + " -> "
                + nanos.stream()
                        .map(n -> String.format(Locale.ROOT, "%.1f", n / 1e6))
                        .toList());
        return Duration.ofNanos(nanos.stream().sorted().toList().get(nanos.size() / 2));
    }

    private Counted importFile(String rows) throws IOException {
        return importWhole(HEADER + rows);
    }

    private Counted importWhole(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("addresses.csv"), content);
        Counted report = new Counted();
        CurrentJurisdiction.inside(here, () -> addressImport.run(file, report));
        return report;
    }

    private List<String> labels(String typed) {
        return inside(() -> search.search(typed, 8, Optional.empty())).stream()
                .map(Address::label)
                .toList();
    }

    private <T> T inside(Supplier<T> work) {
        return Objects.requireNonNull(CurrentJurisdiction.inside(here, work));
    }

    private static final class Counted implements AddressImport.Report {
        private final long[] counts = new long[7];
        private final List<String> notes = new ArrayList<>();

        @Override
        public void read(long rows) {
            counts[0] += rows;
        }

        @Override
        public void created(long rows) {
            counts[1] += rows;
        }

        @Override
        public void updated(long rows) {
            counts[2] += rows;
        }

        @Override
        public void unchanged(long rows) {
            counts[3] += rows;
        }

        @Override
        public void withoutLocation(long rows) {
            counts[4] += rows;
        }

        @Override
        public void outside(long rows) {
            counts[5] += rows;
        }

        @Override
        public void rejected(long rows) {
            counts[6] += rows;
        }

        @Override
        public void note(long row, String reason) {
            notes.add(row + " " + reason);
        }

        @Override
        public String toString() {
            return "read %d created %d updated %d unchanged %d withoutLocation %d outside %d rejected %d"
                    .formatted(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6]);
        }
    }
}
