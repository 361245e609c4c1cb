package org.vigie.intake.address;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.territory.ImportReport;
import org.vigie.territory.Jurisdictions;
import org.vigie.territory.Placement;
import org.vigie.territory.SectorLocator;

/** Brings the addresses of the open jurisdiction in from a file of the national address base (BAN, CSV). */
@Component
public class AddressImport {

    /** Rows are located, then copied, in portions of this size: memory does not grow with the file. */
    private static final int PORTION = 2_000;

    private final StagedAddresses staged;
    private final SectorLocator locator;
    private final Jurisdictions jurisdictions;

    AddressImport(StagedAddresses staged, SectorLocator locator, Jurisdictions jurisdictions) {
        this.staged = staged;
        this.locator = locator;
        this.jurisdictions = jurisdictions;
    }

    /**
     * One transaction. The same file again changes nothing. Addresses of other files stay. A row without coordinates cannot be
     * kept: it counts as without location and as rejected. A row outside every sector (outside the boundary where there are no
     * sectors) is kept and counts as outside besides.
     *
     * @throws Refusal when the file is no BAN file or breaks off
     */
    @Transactional
    public void run(Path file, ImportReport report) {
        if (!Files.isRegularFile(file)) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "file-not-found", file);
        }
        staged.open();
        PreparedGeometry boundary =
                PreparedGeometryFactory.prepare(jurisdictions.profile().boundary());
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .fieldSeparator(';')
                .detectBomHeader(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowUnclosedQuote(false)
                .ofNamedCsvRecord(file)) {
            List<BanRow> portion = new ArrayList<>(PORTION);
            for (NamedCsvRecord line : csv) {
                report.read(1);
                accept(BanRow.of(line), report).ifPresent(portion::add);
                if (portion.size() == PORTION) {
                    stage(portion, boundary, report);
                }
            }
            stage(portion, boundary, report);
        } catch (CsvParseException e) {
            throw Refusal.invalid("import-file-broken", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        report.step("storing");
        staged.merge(report);
    }

    private static Optional<BanRow> accept(BanRow.Read read, ImportReport report) {
        return switch (read) {
            case BanRow.Usable usable -> Optional.of(usable.row());
            case BanRow.Faulty faulty -> {
                report.note(faulty.line(), faulty.reason());
                report.rejected(1);
                report.withoutLocation(faulty.lacksLocation() ? 1 : 0);
                yield Optional.empty();
            }
        };
    }

    private void stage(List<BanRow> portion, PreparedGeometry boundary, ImportReport report) {
        for (BanRow row : portion) {
            outside(row, boundary).ifPresent(reason -> {
                report.outside(1);
                report.note(row.line(), row.address().label() + ": " + reason);
            });
        }
        staged.add(portion);
        portion.clear();
    }

    private Optional<String> outside(BanRow row, PreparedGeometry boundary) {
        Placement placement = locator.locate(row.address().position());
        return switch (placement.rule()) {
            case NEAREST, OUTSIDE ->
                Optional.of("in no sector, %.1f m from the nearest; kept".formatted(placement.metresToEdge()));
            case NO_SECTORS ->
                boundary.covers(row.address().position().toJts())
                        ? Optional.empty()
                        : Optional.of("outside the boundary; kept");
            default -> Optional.empty();
        };
    }
}
