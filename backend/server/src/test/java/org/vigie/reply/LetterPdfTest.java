package org.vigie.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Reads the letter back with PDFBox. */
class LetterPdfTest {

    @Test
    void readsRightInFrench() throws IOException {
        try (PDDocument pdf =
                Loader.loadPDF(LetterPdf.print(letter("Fait à « Aubrelle » : œuvre, Noël, 12 €.", "Zoé Lefèvre")))) {
            assertThat(text(pdf))
                    .contains(
                            "Aubrelle",
                            "Zoé Lefèvre",
                            "Fait à « Aubrelle » : œuvre, Noël, 12 €.",
                            "Votre demande n° 2026-004217",
                            "Adjointe au maire");
        }
    }

    @Test
    void saysItsTitleItsLanguageAndItsStructure() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(LetterPdf.print(letter("Bonjour.", "Zoé Lefèvre")))) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Votre demande n° 2026-004217");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .isNotEmpty();
            assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
            String metadata = new String(
                    pdf.getDocumentCatalog().getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(metadata).contains("pdfuaid");
        }
    }

    @Test
    void breaksNoLineAfterAnApostrophe() throws IOException {
        String words =
                "Par votre demande du 4 novembre, vous nous avez fait part de l’état de l’escalier, et de l’entrée. "
                        .repeat(9);
        try (PDDocument pdf = Loader.loadPDF(LetterPdf.print(letter(words, "Zoé Lefèvre")))) {
            assertThat(text(pdf).lines().map(String::strip)).noneMatch(line -> line.endsWith("’"));
        }
    }

    @Test
    void embedsEveryFont() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(LetterPdf.print(letter("Bonjour.", "Zoé Lefèvre")))) {
            for (PDPage page : pdf.getPages()) {
                List<PDFont> fonts = StreamSupport.stream(
                                page.getResources().getFontNames().spliterator(), false)
                        .map(name -> font(page, name))
                        .toList();
                assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded);
            }
        }
    }

    @Test
    void writesArabicNamesFromRightToLeft() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(LetterPdf.print(letter("Bonjour.", "فاطمة الزهراء")))) {
            String presented = java.text.Normalizer.normalize(text(pdf), java.text.Normalizer.Form.NFKC);
            assertThat(presented).contains("فاطمة");
        }
    }

    @Test
    void takesWhatLooksLikeMarkupAsText() throws IOException {
        String hostile = "<img src=\"file:///etc/passwd\"/> & <b>gras</b> {number}";
        try (PDDocument pdf = Loader.loadPDF(LetterPdf.print(letter(hostile, "A <i>B</i>")))) {
            assertThat(text(pdf)).contains("<b>gras</b> {number}", "A <i>B</i>");
            assertThat(images(pdf)).isZero();
        }
    }

    @Test
    void carriesTheCoatOfArms() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", png);
        Letterhead head = new Letterhead(
                "1, place de l’Hôtel de Ville\n18999 Aubrelle",
                "02 00 00 00 00",
                "Aubrelle",
                Optional.of(Letterhead.Logo.of(png.toByteArray())));
        try (PDDocument pdf = Loader.loadPDF(LetterPdf.print(letter("Bonjour.", "Zoé", head)))) {
            assertThat(images(pdf)).isEqualTo(1);
            assertThat(text(pdf)).contains("1, place de l’Hôtel de Ville");
        }
    }

    private static Letter letter(String body, String name) {
        return letter(body, name, Letterhead.PLAIN);
    }

    private static Letter letter(String body, String name, Letterhead head) {
        return new Letter(
                Locale.FRENCH,
                "Aubrelle",
                "Voirie municipale",
                head,
                "Aubrelle, le 22 novembre 2026",
                "Objet : Nid-de-poule\nVotre demande n° 2026-004217, reçue le 3 novembre 2026",
                new Recipient(name, "", Recipient.SendBy.EMAIL),
                new ReplyText("fr", "Votre demande n° 2026-004217", body),
                List.of("Adjointe au maire", "Camille Roux"),
                Optional.empty());
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf);
    }

    private static PDFont font(PDPage page, COSName name) {
        try {
            return page.getResources().getFont(name);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long images(PDDocument pdf) {
        return StreamSupport.stream(pdf.getPages().spliterator(), false)
                .flatMap(page -> StreamSupport.stream(
                                page.getResources().getXObjectNames().spliterator(), false)
                        .filter(page.getResources()::isImageXObject))
                .count();
    }
}
