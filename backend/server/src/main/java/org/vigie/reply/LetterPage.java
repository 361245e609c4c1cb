package org.vigie.reply;

import static org.vigie.paper.TaggedPdf.escaped;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Sets a letter as XHTML. Every word that somebody wrote is escaped: a letter has no markup of its own. */
final class LetterPage {

    private static final String STYLE = """
            @page { size: A4; margin: 22mm 22mm 24mm 25mm;
              @bottom-center { content: counter(page) " / " counter(pages); font: 8pt 'Vigie Sans'; color: #444; } }
            body { font-family: 'Vigie Sans'; font-size: 10pt; line-height: 1.45; color: #111; margin: 0; }
            p { margin: 0 0 3mm 0; white-space: pre-wrap; }
            .draft { border: 0.4mm solid #a33; color: #a33; font-weight: bold; text-align: center; padding: 1.5mm; margin-bottom: 5mm; }
            .head { border-bottom: 0.5mm solid #1b4f8f; padding-bottom: 4mm; margin-bottom: 8mm; }
            .head img { height: 22mm; float: left; }
            .head .beside { margin-left: 26mm; }
            .head .town { font-size: 17pt; font-weight: bold; color: #1b4f8f; margin: 0 0 1mm 0; }
            .head p { margin: 0; font-size: 8.5pt; color: #333; }
            .clear { clear: both; }
            .to { margin: 0 0 8mm 85mm; min-height: 18mm; }
            .to p, .ref p { margin: 0; }
            .day { margin: 0 0 8mm 85mm; }
            .ref { margin-bottom: 8mm; font-size: 9pt; }
            h1 { font-size: 10.5pt; margin: 0 0 6mm 0; }
            .sign { margin: 12mm 0 0 85mm; page-break-inside: avoid; }
            .sign p { margin: 0; }
            """;

    private LetterPage() {}

    static String of(Letter letter) {
        return """
                <html lang="%s"><head><title>%s</title><meta name="author" content="%s"/><meta name="subject" content="%s"/>
                <meta name="description" content="%s"/><style>%s</style></head><body>%s%s%s%s%s%s%s</body></html>
                """.formatted(
                letter.locale().toLanguageTag(),
                escaped(letter.text().subject()),
                escaped(letter.town()),
                escaped(letter.reference()),
                escaped(letter.reference()),
                STYLE,
                letter.draftMark()
                        .map(mark -> "<p class=\"draft\">" + escaped(mark) + "</p>")
                        .orElse(""),
                head(letter),
                block(
                        "to",
                        letter.recipient().name() + "\n" + letter.recipient().address()),
                "<p class=\"day\">" + escaped(letter.dateLine()) + "</p>",
                block("ref", letter.reference()),
                "<h1>" + escaped(letter.text().subject()) + "</h1>"
                        + paragraphs(letter.text().body()),
                block("sign", String.join("\n", letter.signature())));
    }

    private static String head(Letter letter) {
        String logo = letter.letterhead()
                .logo()
                .map(image -> "<img alt=\"%s\" src=\"data:%s;base64,%s\"/>"
                        .formatted(escaped(letter.town()), image.mediaType(), image.base64()))
                .orElse("");
        String beside = logo.isEmpty() ? "words" : "beside";
        return "<div class=\"head\">" + logo + "<div class=\"" + beside + "\"><p class=\"town\">"
                + escaped(letter.town()) + "</p>"
                + lines(letter.service()) + lines(letter.letterhead().address())
                + lines(letter.letterhead().contact()) + "</div><div class=\"clear\"></div></div>";
    }

    private static String block(String name, String text) {
        return "<div class=\"" + name + "\">" + lines(text) + "</div>";
    }

    private static String lines(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> "<p>" + escaped(line) + "</p>")
                .collect(Collectors.joining());
    }

    private static String paragraphs(String text) {
        return Arrays.stream(text.split("\n\\s*\n"))
                .filter(paragraph -> !paragraph.isBlank())
                .map(paragraph -> "<p>" + escaped(paragraph.strip()) + "</p>")
                .collect(Collectors.joining());
    }
}
