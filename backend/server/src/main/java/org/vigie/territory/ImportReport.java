package org.vigie.territory;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geo.GeoJsonModule;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts an import's rows, tells its progress, and names in a file each row that is not plainly in: one GeoJSON feature a line
 * (GeoJSONSeq), which also a desktop GIS shows on the map. For one thread.
 * The file is written whether or not the import is refused in the end.
 */
public final class ImportReport implements AutoCloseable {

    private static final long PROGRESS_EVERY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new GeoJsonModule()).build();

    private final Path file;
    private final BufferedWriter lines;
    private final PrintWriter progress;
    private long toldAt = System.nanoTime();
    private long notes;
    private long read;
    private long created;
    private long updated;
    private long unchanged;
    private long withoutLocation;
    private long outside;
    private long rejected;
    private long retired;

    /** @param file is replaced; its directory is made when missing */
    public ImportReport(Path file, PrintWriter progress) {
        this.file = file;
        this.progress = progress;
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            this.lines = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void read(long rows) {
        read += rows;
        if (System.nanoTime() - toldAt > PROGRESS_EVERY_NANOS) {
            toldAt = System.nanoTime();
            progress.println("  %,d read".formatted(read));
        }
    }

    /** Says which step of the work begins. */
    public void step(String what) {
        progress.println("  " + what);
    }

    public void created(long rows) {
        created += rows;
    }

    public void updated(long rows) {
        updated += rows;
    }

    public void unchanged(long rows) {
        unchanged += rows;
    }

    public void withoutLocation(long rows) {
        withoutLocation += rows;
    }

    public void outside(long rows) {
        outside += rows;
    }

    public void rejected(long rows) {
        rejected += rows;
    }

    public void retired(long things) {
        retired += things;
    }

    /** One line about one row. @param row line or feature number, from 1 */
    public void note(long row, String reason) {
        note(row, reason, Map.of());
    }

    /** @param figures for example {@code squareMetres}; written beside the reason */
    public void note(long row, String reason, Map<String, ?> figures) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("row", row);
        line.put("reason", reason);
        line.putAll(figures);
        write(line);
    }

    /** One line about the file as a whole. */
    public void remark(String reason, Map<String, ?> figures) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("reason", reason);
        line.putAll(figures);
        write(line);
    }

    /** One line about a place. @param row 0 when it is about no row; @param where EPSG:4326 */
    public void place(long row, String reason, Map<String, ?> figures, Optional<? extends Geometry> where) {
        Map<String, Object> line = new LinkedHashMap<>();
        if (row > 0) {
            line.put("row", row);
        }
        line.put("reason", reason);
        line.putAll(figures);
        write(line, where);
    }

    private void write(Map<String, Object> line) {
        write(line, Optional.empty());
    }

    private void write(Map<String, Object> line, Optional<? extends Geometry> where) {
        notes++;
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("properties", line);
        feature.put("geometry", where.orElse(null));
        try {
            lines.write(JSON.writeValueAsString(feature));
            lines.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path file() {
        return file;
    }

    /** How many lines the file has. */
    public long notes() {
        return notes;
    }

    public ImportCounts counts() {
        return new ImportCounts(read, created, updated, unchanged, withoutLocation, outside, rejected, retired);
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
