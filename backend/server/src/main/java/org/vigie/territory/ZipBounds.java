package org.vigie.territory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.vigie.access.Refusal;

/** Keeps archives away that are made to fill a disk or a memory: it reads the directory of a .zip, not its content. */
final class ZipBounds {

    private static final int MOST_ENTRIES = 1_000;
    private static final long MOST_TIMES = 200;
    private static final long FREE_OF_RATIO_BYTES = 10 << 20;

    private ZipBounds() {}

    /**
     * GDAL unpacks no more of an entry than its directory declares, so what is declared is what counts.
     *
     * @throws Refusal {@code file-swells} or {@code file-unreadable}
     */
    static void refuseSwelling(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".zip") && !name.endsWith(".kmz")) {
            return;
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            long unpacked = 0;
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                unpacked += Math.max(0, entry.getSize());
                boolean swells = entry.getSize() > FREE_OF_RATIO_BYTES
                        && entry.getSize() > entry.getCompressedSize() * MOST_TIMES;
                if (swells || unpacked > Bounded.MOST_BYTES || zip.size() > MOST_ENTRIES) {
                    throw Refusal.invalid("file-swells", path.getFileName(), Bounded.MOST_BYTES >> 30);
                }
            }
        } catch (IOException e) {
            throw Refusal.invalid("file-unreadable", path.getFileName(), String.valueOf(e.getMessage()));
        }
    }
}
