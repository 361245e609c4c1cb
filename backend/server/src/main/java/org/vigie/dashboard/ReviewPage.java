package org.vigie.dashboard;

import static org.vigie.paper.TaggedPdf.escaped;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.dashboard.ReviewTable.Cell;
import org.vigie.dashboard.ReviewTable.Count;
import org.vigie.dashboard.ReviewTable.Mean;
import org.vigie.dashboard.ReviewTable.Measure;
import org.vigie.dashboard.ReviewTable.Share;
import org.vigie.dashboard.ReviewTable.Time;
import org.vigie.dashboard.ReviewTable.Words;
import org.vigie.paper.TaggedPdf;

/** Prints a review. Nothing of the day on which it is printed stands in it: the same period gives the same pages. */
@Component
public class ReviewPage {

    private static final String STYLE = """
            @page { size: A4; margin: 18mm 16mm 20mm 16mm;
              @bottom-center { content: counter(page) " / " counter(pages); font: 8pt 'Vigie Sans'; color: #444; } }
            body { font-family: 'Vigie Sans'; font-size: 8.5pt; line-height: 1.35; color: #111; margin: 0; }
            h1 { font-size: 16pt; margin: 0 0 1mm 0; color: #1b4f8f; }
            h2 { font-size: 11pt; margin: 7mm 0 2mm 0; }
            p { margin: 0 0 2mm 0; }
            ul { margin: 0 0 2mm 0; padding-left: 5mm; }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; }
            th, td { padding: 1mm 1.4mm; border-bottom: 0.2mm solid #bbb; text-align: right; vertical-align: top; }
            th { font-size: 7.5pt; border-bottom: 0.4mm solid #333; }
            .w { text-align: left; width: 30%; }
            tr { page-break-inside: avoid; }
            """;

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private final ReviewTables tables;
    private final MessageSource texts;

    ReviewPage(ReviewTables tables, MessageSource texts) {
        this.tables = tables;
        this.texts = texts;
    }

    /** As PDF/UA: tagged, with title and language. */
    public byte[] pdf(Review review, Locale locale) {
        return TaggedPdf.print(page(review, locale), locale);
    }

    private String page(Review review, Locale locale) {
        Jurisdiction town = CurrentJurisdiction.get();
        String title = text("title", locale, town.name(), words(review.now().period(), locale));
        String about = text(
                "about",
                locale,
                instant(review.now().asOf(), town.zone(), locale),
                words(review.before().period(), locale));
        String points = review.points().isEmpty()
                ? "<p>" + escaped(text("points.none", locale)) + "</p>"
                : "<ul>"
                        + review.points().stream()
                                .map(point -> "<li>" + escaped(sentence(point, locale)) + "</li>")
                                .collect(Collectors.joining())
                        + "</ul>";
        String body = tables.of(review, locale).stream()
                .filter(table -> !table.rows().isEmpty())
                .map(table -> table(table, locale))
                .collect(Collectors.joining());
        return """
                <html lang="%s"><head><title>%s</title><meta name="author" content="%s"/><meta name="subject" content="%s"/>
                <meta name="description" content="%s"/><style>%s</style></head><body><h1>%s</h1><p>%s</p><h2>%s</h2>%s%s<p>%s</p></body></html>
                """.formatted(
                        locale.toLanguageTag(),
                        escaped(title),
                        escaped(town.name()),
                        escaped(title),
                        escaped(title),
                        STYLE,
                        escaped(title),
                        escaped(about),
                        escaped(text("points", locale)),
                        points,
                        body,
                        escaped(text("method", locale)));
    }

    private String sentence(Review.Point point, Locale locale) {
        boolean timed = point.kind() == Review.Kind.SLOWER;
        boolean counted = point.kind() == Review.Kind.GROWING;
        return text(
                "point." + point.kind(),
                locale,
                point.name(),
                timed
                        ? duration((long) point.value(), locale)
                        : counted ? count(point.value(), locale) : percent(point.value(), locale),
                point.before() == null
                        ? ""
                        : timed
                                ? duration((long) (double) point.before(), locale)
                                : counted ? count(point.before(), locale) : percent(point.before(), locale),
                point.n());
    }

    private String table(ReviewTable table, Locale locale) {
        List<Boolean> wordy = table.rows().getFirst().stream()
                .map(cell -> cell instanceof Words)
                .toList();
        StringBuilder html = new StringBuilder("<h2>%s</h2><table><thead><tr>".formatted(escaped(table.title())));
        // A code beside a name is for files.
        int first = wordy.size() > 1 && wordy.get(1) ? 1 : 0;
        for (int i = first; i < table.headers().size(); i++) {
            html.append("<th scope=\"col\"%s>%s</th>"
                    .formatted(
                            wordy.get(i) ? " class=\"w\"" : "",
                            escaped(table.headers().get(i))));
        }
        html.append("</tr></thead><tbody>");
        for (List<Cell> row : table.rows()) {
            html.append("<tr>");
            row.subList(first, row.size())
                    .forEach(cell -> html.append("<td%s>%s</td>"
                            .formatted(cell instanceof Words ? " class=\"w\"" : "", escaped(cell(cell, locale)))));
            html.append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    private String cell(Cell cell, Locale locale) {
        return switch (cell) {
            case Words words -> words.text();
            case Count count -> count(count.value(), locale);
            case Share share -> share.value() == null ? "–" : percent(share.value(), locale);
            case Time time -> time.seconds() == null ? "–" : duration(time.seconds(), locale);
            case Mean mean -> mean.value() == null ? "–" : decimal(mean.value(), locale);
            case Measure measure -> measure.value() == null ? "–" : ReviewCsv.measure(measure.value(), locale);
        };
    }

    /** As two units at most: "3 j 4 h". */
    private String duration(@Nullable Long seconds, Locale locale) {
        long all = seconds == null ? 0 : seconds;
        if (all >= DAY) {
            return text("time.days", locale, count(all / DAY, locale), all % DAY / HOUR);
        }
        return all >= HOUR
                ? text("time.hours", locale, all / HOUR, all % HOUR / MINUTE)
                : text("time.minutes", locale, all / MINUTE);
    }

    private static String count(double value, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    private static String decimal(double value, Locale locale) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    private static String percent(double share, Locale locale) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    private String words(Period period, Locale locale) {
        return text("period", locale, day(period.first(), locale), day(period.last(), locale));
    }

    private static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }

    private static String instant(Instant at, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone));
    }

    private String text(String key, Locale locale, Object... values) {
        return texts.getMessage("review." + key, values, locale);
    }
}
