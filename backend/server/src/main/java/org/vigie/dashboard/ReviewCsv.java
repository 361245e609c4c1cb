package org.vigie.dashboard;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.dashboard.ReviewTable.Cell;
import org.vigie.dashboard.ReviewTable.Count;
import org.vigie.dashboard.ReviewTable.Mean;
import org.vigie.dashboard.ReviewTable.Measure;
import org.vigie.dashboard.ReviewTable.Share;
import org.vigie.dashboard.ReviewTable.Time;
import org.vigie.dashboard.ReviewTable.Words;

/**
 * A table as a file that a spreadsheet opens by itself: UTF-8 with its mark, semicolons, numbers as the reader's language writes them,
 * times in hours, shares in per cent. Words that a spreadsheet would take for a formula get an apostrophe before them.
 */
public final class ReviewCsv {

    private static final double SECONDS_AN_HOUR = 3600;
    private static final int DIGITS = 6;
    private static final int MOST_DECIMALS = 12;
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n";

    private ReviewCsv() {}

    public static byte[] write(ReviewTable table, Locale locale) {
        StringWriter text = new StringWriter();
        text.write("\ufeff");
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord(table.headers().stream().map(ReviewCsv::safe).toList());
            for (List<Cell> row : table.rows()) {
                csv.writeRecord(row.stream().map(cell -> cell(cell, locale)).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(Cell cell, Locale locale) {
        return switch (cell) {
            case Words words -> safe(words.text());
            case Count count -> Long.toString(count.value());
            case Share share -> decimal(share.value() == null ? null : (Double) (100 * share.value()), locale);
            case Time time ->
                decimal(time.seconds() == null ? null : (Double) (time.seconds() / SECONDS_AN_HOUR), locale);
            case Mean mean -> decimal(mean.value(), locale);
            case Measure measure -> measure(measure.value(), locale);
        };
    }

    static String safe(String words) {
        return !words.isEmpty() && STARTS_A_FORMULA.indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    }

    private static String decimal(@Nullable Double value, Locale locale) {
        return value == null ? "" : new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(locale)).format(value);
    }

    static String measure(@Nullable Double value, Locale locale) {
        if (value == null) {
            return "";
        }
        DecimalFormat format = new DecimalFormat("0", DecimalFormatSymbols.getInstance(locale));
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(new BigDecimal(value).round(new MathContext(DIGITS)));
    }
}
