package org.vigie.opendata;

import com.jayway.jsonpath.JsonPath;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads a column of a downloaded list as another program would. */
final class DownloadedFile {

    private DownloadedFile() {}

    static List<String> column(String type, byte[] file, String name) throws Exception {
        return switch (type) {
            case "csv" -> csv(new String(file, StandardCharsets.UTF_8), name);
            case "geojson" ->
                JsonPath.<List<Object>>read(
                                new String(file, StandardCharsets.UTF_8),
                                name.equals("request_id") ? "$.features[*].id" : "$.features[*].properties." + name)
                        .stream()
                        .map(String::valueOf)
                        .toList();
            case "xlsx" -> workbook(file, name);
            case "gpkg" -> geoPackage(file, name);
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static List<String> csv(String text, String name) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            return csv.stream().map(row -> row.getField(name)).toList();
        }
    }

    private static List<String> workbook(byte[] file, String name) throws IOException {
        List<String> found = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (Sheet sheet : book.getSheets().toList()) {
                List<Row> rows = sheet.read();
                List<String> heads =
                        rows.getFirst().stream().map(cell -> cell.getText()).toList();
                for (Row row : rows.subList(1, rows.size())) {
                    found.add(row.getCellText(heads.indexOf(name)));
                }
            }
        }
        return found;
    }

    private static List<String> geoPackage(byte[] file, String name) throws Exception {
        Path path = Files.createTempFile("downloaded", ".gpkg");
        try {
            Files.write(path, file);
            return csv(run("ogr2ogr", "-f", "CSV", "/vsistdout/", path.toString(), "-select", name), name);
        } finally {
            Files.delete(path);
        }
    }

    static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Stream.of(command).toList() + ": " + said);
        }
        return said;
    }
}
