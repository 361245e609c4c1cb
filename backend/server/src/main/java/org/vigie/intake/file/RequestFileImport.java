package org.vigie.intake.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.territory.ImportReport;

/** Brings requests of another system in from a CSV file: one transaction, streamed, idempotent by the other system's ids. */
@Component
public class RequestFileImport {

    private static final int BATCH = 1_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final FileRowWriter writer;

    RequestFileImport(FileRowWriter writer) {
        this.writer = writer;
    }

    /** @throws Refusal when mapping or file cannot be read as a whole; then nothing has changed */
    @Transactional
    public void run(Path mappingFile, Path file, ImportReport report) {
        RequestMapping mapping = RequestMapping.read(mappingFile);
        if (!Files.isRegularFile(file)) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "file-not-found", file);
        }
        FileRowWriter.Run run = writer.begin(mapping, report);
        try (CsvReader<CsvRecord> records = open(mapping, file)) {
            readAll(records.iterator(), mapping, run, report);
        } catch (CsvParseException | UncheckedIOException e) {
            throw Refusal.invalid("file-not-csv", file.getFileName(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readAll(
            Iterator<CsvRecord> records, RequestMapping mapping, FileRowWriter.Run run, ImportReport report) {
        if (!records.hasNext()) {
            throw Refusal.invalid("file-not-csv", "", "it is empty");
        }
        RowReader reader = new RowReader(mapping, withoutMark(records.next().getFields()));
        Set<String> seen = new HashSet<>();
        List<FileRow> batch = new ArrayList<>(BATCH);
        while (records.hasNext()) {
            CsvRecord csv = records.next();
            report.read(1);
            try {
                FileRow row = reader.read(csv.getStartingLineNumber(), csv.getFields());
                if (!seen.add(row.externalId())) {
                    throw new RowReader.RowRejected("repeats the external id " + row.externalId());
                }
                batch.add(row);
            } catch (RowReader.RowRejected e) {
                report.rejected(1);
                report.note(csv.getStartingLineNumber(), "rejected: " + e.getMessage());
            }
            if (batch.size() == BATCH) {
                run.write(batch);
                batch.clear();
            }
        }
        run.write(batch);
    }

    private static CsvReader<CsvRecord> open(RequestMapping mapping, Path file) throws IOException {
        var decoder = mapping.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return CsvReader.builder()
                .fieldSeparator(mapping.separator())
                .skipEmptyLines(true)
                // A row of another length is named and rejected by itself; it must not cost the whole file.
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder)));
    }

    private static List<String> withoutMark(List<String> header) {
        List<String> clean = new ArrayList<>(header);
        if (!clean.isEmpty() && !clean.getFirst().isEmpty() && clean.getFirst().charAt(0) == BYTE_ORDER_MARK) {
            clean.set(0, clean.getFirst().substring(1));
        }
        return clean;
    }
}
