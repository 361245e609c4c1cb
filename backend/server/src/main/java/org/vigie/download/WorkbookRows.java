package org.vigie.download;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Wgs84Point;

/**
 * A workbook whose rows leave memory as they come; a sheet that is full is followed by another. Moments are the town's wall clock, since a
 * spreadsheet knows no zones. Words are words: no cell has a formula.
 */
final class WorkbookRows implements RowWriter {

    private static final int MOST_ROWS_A_SHEET = 1_048_576;
    private static final int MOST_CHARACTERS_A_CELL = 32_767;
    private static final int KEPT_ROWS = 500;

    private final DownloadTable table;
    private final ZoneId zone;
    private final OutputStream out;
    private final Workbook book;
    private final int mostRows;
    private Worksheet sheet;
    private int sheets;
    private int next;

    WorkbookRows(DownloadTable table, Path file, ZoneId zone) throws IOException {
        this(table, file, zone, MOST_ROWS_A_SHEET);
    }

    WorkbookRows(DownloadTable table, Path file, ZoneId zone, int mostRows) throws IOException {
        this.table = table;
        this.zone = zone;
        this.mostRows = mostRows;
        this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        this.book = new Workbook(out, "Vigie", "1.0");
        book.setCompressionLevel(3);
        this.sheet = begin();
    }

    private Worksheet begin() {
        sheets++;
        Worksheet begun = book.newWorksheet(table.name() + (sheets == 1 ? "" : " " + sheets));
        int column = 0;
        for (DownloadTable.Column each : table.columns()) {
            begun.value(0, column++, each.name());
        }
        for (String each : CsvRows.PLACE) {
            begun.value(0, column++, each);
        }
        begun.range(0, 0, 0, column - 1).style().bold().set();
        begun.freezePane(0, 1);
        next = 1;
        return begun;
    }

    @Override
    public void row(DownloadTable.Row row) throws IOException {
        if (next == mostRows) {
            sheet.finish();
            sheet = begin();
        }
        for (int i = 0; i < row.values().size(); i++) {
            cell(i, row.values().get(i));
        }
        if (row.position().isPresent()) {
            Wgs84Point position = row.position().get();
            sheet.value(next, row.values().size(), position.longitudeDegrees());
            sheet.value(next, row.values().size() + 1, position.latitudeDegrees());
        }
        next++;
        if (next % KEPT_ROWS == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Boolean yes -> sheet.value(next, column, yes);
            case Instant moment -> {
                sheet.value(next, column, LocalDateTime.ofInstant(moment, zone));
                sheet.style(next, column).format("yyyy-mm-dd hh:mm").set();
            }
            // Not by the table of words that all sheets share: it would be kept in memory.
            default -> sheet.inlineString(next, column, shortened(value.toString()));
        }
    }

    private static String shortened(String words) {
        return words.length() <= MOST_CHARACTERS_A_CELL ? words : words.substring(0, MOST_CHARACTERS_A_CELL - 1) + "…";
    }

    @Override
    public void end() throws IOException {
        book.finish();
        out.close();
    }
}
