package org.vigie.download;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.ZoneId;

/** Who writes which file. */
public final class RowWriters {

    private RowWriters() {}

    /** @param format one that {@link DownloadFormat#isSentAsRead} */
    public static RowWriter asRead(DownloadFormat format, DownloadTable table, OutputStream out) throws IOException {
        return switch (format) {
            case CSV -> new CsvRows(table, out, CsvRows.Reader.SPREADSHEET);
            case GEOJSON -> new GeoJsonRows(table, out);
            case XLSX, GPKG -> throw new IllegalArgumentException(format + " is made whole");
        };
    }

    /**
     * @param file to make, alone in its directory
     * @param zone by whose clock a spreadsheet tells moments
     */
    public static RowWriter into(Path file, DownloadFormat format, DownloadTable table, ZoneId zone)
            throws IOException {
        return switch (format) {
            case XLSX -> new WorkbookRows(table, file, zone);
            case GPKG -> new GeoPackageRows(table, file);
            case CSV, GEOJSON -> throw new IllegalArgumentException(format + " is sent as it is read");
        };
    }
}
