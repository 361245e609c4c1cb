package org.vigie.catalogue.process.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.vigie.access.Refusal;

/** Reads and writes catalogues in the format that a file's name says. */
public final class CatalogueFiles {

    /** Named as file names end. */
    public enum Format {
        YAML,
        XLSX;

        /** @throws Refusal catalogue-format-unknown */
        public static Format of(String fileName) {
            String name = fileName.toLowerCase(Locale.ROOT);
            if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                return YAML;
            }
            if (name.endsWith(".xlsx")) {
                return XLSX;
            }
            throw Refusal.invalid("catalogue-format-unknown", fileName);
        }
    }

    private CatalogueFiles() {}

    /** @throws Refusal file-not-found, catalogue-format-unknown, catalogue-not-understood */
    public static CatalogueReading read(Path file) {
        Format format = Format.of(String.valueOf(file.getFileName()));
        if (!Files.isRegularFile(file)) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "file-not-found", file);
        }
        return format == Format.YAML ? YamlCatalogue.read(file) : WorkbookReading.read(file);
    }

    public static byte[] write(WrittenCatalogue catalogue, Format format) {
        return format == Format.YAML
                ? YamlCatalogue.write(catalogue).getBytes(StandardCharsets.UTF_8)
                : WorkbookWriting.write(catalogue);
    }
}
