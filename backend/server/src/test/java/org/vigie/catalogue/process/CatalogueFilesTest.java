package org.vigie.catalogue.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vigie.access.Refusal;
import org.vigie.catalogue.process.file.CatalogueFiles;
import org.vigie.catalogue.process.file.CatalogueReading;
import org.vigie.catalogue.process.file.WrittenCatalogue;

class CatalogueFilesTest {

    @Property(tries = 60)
    void whatIsWrittenInOneFormatAndReadInTheOtherComesBackByteForByte(
            @ForAll @IntRange(min = 0, max = 12) int size, @ForAll long seed) throws IOException {
        WrittenCatalogue catalogue = SampleCatalogue.of(size, seed, List.of("bureau"));

        byte[] yaml = CatalogueFiles.write(catalogue, CatalogueFiles.Format.YAML);
        WrittenCatalogue fromYaml = read(yaml, ".yaml").catalogue();
        byte[] workbook = CatalogueFiles.write(fromYaml, CatalogueFiles.Format.XLSX);
        WrittenCatalogue fromWorkbook = read(workbook, ".xlsx").catalogue();

        assertThat(fromYaml).isEqualTo(catalogue);
        assertThat(fromWorkbook).isEqualTo(catalogue);
        assertThat(CatalogueFiles.write(fromWorkbook, CatalogueFiles.Format.YAML))
                .isEqualTo(yaml);
    }

    /** Its two halves lay on either side of the reader's buffer. */
    @Test
    void aCharacterOfTwoHalvesMayStandAnywhereInAFile() throws IOException {
        for (int length = 900; length < 1_100; length++) {
            String yaml = "processes:\n- {code: a, documents: [" + "x".repeat(length) + "🐝🐝]}\n";
            assertThat(read(yaml.getBytes(StandardCharsets.UTF_8), ".yaml").faults())
                    .isEmpty();
        }
    }

    @Property(tries = 40)
    void theSampleIsWithoutFault(@ForAll @IntRange(min = 1, max = 12) int size, @ForAll long seed) {
        assertThat(SampleCatalogue.of(size, seed, List.of("bureau")).processes())
                .allSatisfy(content -> assertThat(ProcessFaults.of(content)).isEmpty());
    }

    @Test
    void aPersonWritesWhatIsNotAsUsualAndNothingElse() throws IOException {
        CatalogueReading reading = read("""
                processes:
                - code: lampadaire
                  domain: eclairage
                  service: voirie
                  name: Lampadaire éteint
                  glyph: lighting
                  questions:
                  - {code: combien, text: "Combien de lampadaires ?", type: NUMBER}
                """.getBytes(StandardCharsets.UTF_8), ".yaml");

        assertThat(reading.faults()).isEmpty();
        ProcessContent content = reading.processes().getFirst().content();
        assertThat(content.duplicateRadiusMetres()).isEqualTo(50);
        assertThat(content.retentionMonths()).isEqualTo(24);
        assertThat(content.questions().getFirst().required()).isFalse();
        assertThat(ProcessFaults.of(content)).isEmpty();
    }

    @Test
    void eachProcessThatIsNotUnderstoodIsNamedWithItsLineAndTheOthersAreReadOn() throws IOException {
        CatalogueReading reading = read("""
                processes:
                - code: a
                  nom: faux
                - code: b
                  questions:
                  - {code: q, type: NOMBRE}
                - code: c
                  commitments:
                  - {commitment: REPLY, amount: beaucoup, unit: DAYS}
                - code: d
                """.getBytes(StandardCharsets.UTF_8), ".yaml");

        assertThat(reading.entries()).isEqualTo(4);
        assertThat(reading.faults()).extracting(CatalogueReading.Fault::row).containsExactly(2L, 4L, 7L);
        assertThat(reading.faults().get(0).reason()).isEqualTo("process a: nom: there is no such field");
        assertThat(reading.faults().get(1).reason())
                .isEqualTo("process b: questions[0].type: “NOMBRE” is none of [TEXT, CHOICE, NUMBER, YES_NO, DATE]");
        assertThat(reading.faults().get(2).reason())
                .isEqualTo("process c: commitments[0].amount: “beaucoup” is no int");
        assertThat(reading.processes()).extracting(row -> row.content().code()).containsExactly("d");
    }

    @Test
    void whatIsNoCatalogueIsRefusedWithTheReason() {
        assertThatThrownBy(() -> read("processes: [".getBytes(StandardCharsets.UTF_8), ".yaml"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("catalogue-not-understood");
        assertThatThrownBy(() -> read("lists: []".getBytes(StandardCharsets.UTF_8), ".yaml"))
                .hasMessageContaining("there is no part “lists”");
        assertThatThrownBy(() -> read("kein Buch".getBytes(StandardCharsets.UTF_8), ".xlsx"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("catalogue-not-understood");
        assertThatThrownBy(() -> read(new byte[0], ".csv")).hasMessageContaining("catalogue-format-unknown");
    }

    private static CatalogueReading read(byte[] bytes, String ending) throws IOException {
        Path file = Files.createTempFile("catalogue", ending);
        try {
            Files.write(file, bytes);
            return CatalogueFiles.read(file);
        } finally {
            Files.delete(file);
        }
    }
}
