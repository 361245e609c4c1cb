package org.vigie.download;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Wgs84Point;

/** Commas, UTF-8, one line a row (RFC 4180); moments in UTC by ISO 8601; the place in two columns at the end, in degrees. */
final class CsvRows implements RowWriter {

    /** How a cell says what a program or a person must not misread. */
    enum Reader {
        /** What a spreadsheet would take for a formula gets an apostrophe before it. */
        SPREADSHEET,
        /** As it is; yes and no are 1 and 0. */
        GDAL
    }

    static final List<String> PLACE = List.of("longitude", "latitude");

    private static final String STARTS_A_FORMULA = "=+-@\t\r\n";

    private final Reader reader;
    private final BufferedWriter out;
    private final CsvWriter csv;

    CsvRows(DownloadTable table, OutputStream out, Reader reader) {
        this.reader = reader;
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        this.csv = CsvWriter.builder().bufferSize(0).build(this.out);
        csv.writeRecord(Stream.concat(table.columns().stream().map(DownloadTable.Column::name), PLACE.stream())
                .toList());
    }

    @Override
    public void row(DownloadTable.Row row) throws IOException {
        List<String> cells = new ArrayList<>(row.values().size() + 2);
        for (Object value : row.values()) {
            cells.add(cell(value));
        }
        cells.add(row.position()
                .map(Wgs84Point::longitudeDegrees)
                .map(String::valueOf)
                .orElse(""));
        cells.add(row.position()
                .map(Wgs84Point::latitudeDegrees)
                .map(String::valueOf)
                .orElse(""));
        try {
            csv.writeRecord(cells);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean yes -> reader == Reader.SPREADSHEET ? yes.toString() : yes ? "1" : "0";
            case String words -> reader == Reader.SPREADSHEET ? safe(words) : words;
            default -> value.toString();
        };
    }

    private static String safe(String words) {
        return !words.isEmpty() && STARTS_A_FORMULA.indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }
}
