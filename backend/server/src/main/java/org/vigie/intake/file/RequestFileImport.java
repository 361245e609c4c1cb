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
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.Refusal;
import org.vigie.access.database.FilledTables;
import org.vigie.territory.ImportReport;

/**
 * Brings requests of another system in from a CSV file, idempotent by the other system's ids. The whole file is read before the first row
 * is stored; then each portion is a transaction of its own, so that whoever reports meanwhile waits for none but the one at hand. What
 * breaks off is gone on with by the same command: each request is in or not, none is there twice.
 */
@Component
public class RequestFileImport {

    private static final int PORTION = 1_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final List<String> FILLED = List.of("request.request", "request.history", "request.deadline");

    private final FileRowWriter writer;
    private final TransactionTemplate transactions;
    private final FilledTables filled;

    RequestFileImport(FileRowWriter writer, TransactionTemplate transactions, FilledTables filled) {
        this.writer = writer;
        this.transactions = transactions;
        this.filled = filled;
    }

    /** @throws Refusal when mapping or file cannot be read as a whole; then nothing has changed */
    public void run(Path mappingFile, Path file, ImportReport report) {
        RequestMapping mapping = RequestMapping.read(mappingFile);
        if (!Files.isRegularFile(file)) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "file-not-found", file);
        }
        reading(mapping, file, RequestFileImport::readThrough);
        FileRowWriter.Run run = Objects.requireNonNull(transactions.execute(status -> writer.begin(mapping, report)));
        reading(mapping, file, (reader, records) -> new Portions(run, report).readAll(reader, records));
        if (report.counts().created() >= PORTION) {
            transactions.executeWithoutResult(status -> filled.lookAt(FILLED));
        }
    }

    private interface Reading {
        void read(RowReader reader, Iterator<CsvRecord> records);
    }

    private static void reading(RequestMapping mapping, Path file, Reading how) {
        try (CsvReader<CsvRecord> csv = open(mapping, file)) {
            Iterator<CsvRecord> records = csv.iterator();
            if (!records.hasNext()) {
                throw Refusal.invalid("file-not-csv", "", "it is empty");
            }
            how.read(new RowReader(mapping, withoutMark(records.next().getFields())), records);
        } catch (CsvParseException | UncheckedIOException e) {
            throw Refusal.invalid("file-not-csv", file.getFileName(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readThrough(RowReader reader, Iterator<CsvRecord> records) {
        records.forEachRemaining(record -> {});
    }

    /** The rows of a file on their way in. */
    private final class Portions {

        private final FileRowWriter.Run run;
        private final ImportReport report;
        private final Set<String> seen = new HashSet<>();
        private final List<FileRow> portion = new ArrayList<>(PORTION);

        Portions(FileRowWriter.Run run, ImportReport report) {
            this.run = run;
            this.report = report;
        }

        void readAll(RowReader reader, Iterator<CsvRecord> records) {
            while (records.hasNext()) {
                CsvRecord csv = records.next();
                report.read(1);
                try {
                    portion.add(notSeen(reader.read(csv.getStartingLineNumber(), csv.getFields())));
                } catch (RowReader.RowRejected e) {
                    report.rejected(1);
                    report.note(csv.getStartingLineNumber(), "rejected: " + e.getMessage());
                }
                if (portion.size() == PORTION) {
                    write();
                }
            }
            write();
        }

        private FileRow notSeen(FileRow row) throws RowReader.RowRejected {
            if (!seen.add(row.externalId())) {
                throw new RowReader.RowRejected("repeats the external id " + row.externalId());
            }
            return row;
        }

        private void write() {
            try {
                transactions.executeWithoutResult(status -> run.write(portion));
            } catch (RuntimeException e) {
                report.step("broken off; what was stored before stays, and the same command again goes on from there");
                throw e;
            }
            portion.clear();
        }
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
