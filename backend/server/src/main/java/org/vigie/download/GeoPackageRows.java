package org.vigie.download;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.access.Refusal;

/**
 * GDAL's ogr2ogr makes the GeoPackage, with its spatial index, from a table that is written beside it first: a process of its own, whose
 * memory is not ours.
 */
final class GeoPackageRows implements RowWriter {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final DownloadTable table;
    private final Path file;
    private final OutputStream out;
    private final CsvRows rows;

    /** @param file that is made; what it is made from lies in the same directory */
    GeoPackageRows(DownloadTable table, Path file) throws IOException {
        this.table = table;
        this.file = file;
        Files.writeString(beside("rows.csvt"), types());
        this.out = Files.newOutputStream(beside("rows.csv"));
        this.rows = new CsvRows(table, out, CsvRows.Reader.GDAL);
    }

    private Path beside(String name) {
        return file.resolveSibling(name);
    }

    private String types() {
        return Stream.concat(
                        table.columns().stream().map(column -> switch (column.kind()) {
                            case TEXT -> "String";
                            case MOMENT -> "DateTime";
                            case YES_OR_NO -> "Integer(Boolean)";
                        }),
                        CsvRows.PLACE.stream().map(degrees -> "Real"))
                .collect(Collectors.joining(","));
    }

    @Override
    public void row(DownloadTable.Row row) throws IOException {
        rows.row(row);
    }

    @Override
    public void end() throws IOException {
        rows.end();
        out.close();
        Path said = beside("said");
        Process process = start(said);
        if (!ended(process) || process.exitValue() != 0) {
            throw new IOException(
                    "ogr2ogr made no GeoPackage: " + Files.readString(said).strip());
        }
    }

    private Process start(Path said) {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        "ogr2ogr",
                        "-f",
                        "GPKG",
                        file.toString(),
                        beside("rows.csv").toString(),
                        "-nln",
                        table.name(),
                        "-nlt",
                        "POINT",
                        "-a_srs",
                        "EPSG:4326",
                        "-oo",
                        "X_POSSIBLE_NAMES=longitude",
                        "-oo",
                        "Y_POSSIBLE_NAMES=latitude",
                        "-oo",
                        "KEEP_GEOM_COLUMNS=NO",
                        "-oo",
                        "EMPTY_STRING_AS_NULL=YES",
                        "-lco",
                        "GEOMETRY_NAME=geom",
                        "-lco",
                        "FID=fid",
                        "-gt",
                        "65536"))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("CPL_TMPDIR", file.resolveSibling("").toString());
        try {
            return builder.start();
        } catch (IOException e) {
            throw Refusal.invalid("ogr2ogr-missing", file.getFileName());
        }
    }

    private static boolean ended(Process process) throws IOException {
        try {
            return process.waitFor(LONGEST.toMinutes(), TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a GeoPackage was made", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
