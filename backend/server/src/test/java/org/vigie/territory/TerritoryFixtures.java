package org.vigie.territory;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.access.Jurisdiction;

/** Runs the imports as the command line does, each into a jurisdiction of the test's own. */
@Component
class TerritoryFixtures {

    private final JurisdictionImport jurisdictions;
    private final SectorImport sectors;
    private final BasemapImport basemap;

    TerritoryFixtures(JurisdictionImport jurisdictions, SectorImport sectors, BasemapImport basemap) {
        this.jurisdictions = jurisdictions;
        this.sectors = sectors;
        this.basemap = basemap;
    }

    /** What an import said. */
    record Told(ImportCounts counts, List<String> lines) {
        long linesWith(String text) {
            return lines.stream().filter(line -> line.contains(text)).count();
        }
    }

    static String newCode() {
        return "t-" + Ids.next().toString().replace("-", "").substring(12);
    }

    Jurisdiction jurisdictionFrom(Path boundary, Path reports) {
        return jurisdictionFrom(boundary, ZoneId.of("Europe/Paris"), reports);
    }

    Jurisdiction jurisdictionFrom(Path boundary, ZoneId zone, Path reports) {
        Jurisdiction[] made = new Jurisdiction[1];
        var order = new JurisdictionImport.Order(newCode(), "Test", "fr", zone);
        told(reports, report -> made[0] = jurisdictions.run(order, new SourceFile(boundary), report));
        return made[0];
    }

    static JurisdictionImport.Order order(String code) {
        return new JurisdictionImport.Order(code, "Test", "fr", ZoneId.of("Europe/Paris"));
    }

    Told jurisdiction(JurisdictionImport.Order order, Path boundary, Path reports) {
        return told(reports, report -> jurisdictions.run(order, new SourceFile(boundary), report));
    }

    Told sectors(Jurisdiction jurisdiction, SectorImport.Order order, Path file, Path reports) {
        return sectors(jurisdiction, order, new SourceFile(file), reports);
    }

    Told sectors(Jurisdiction jurisdiction, SectorImport.Order order, SourceFile file, Path reports) {
        return told(
                reports, report -> CurrentJurisdiction.inside(jurisdiction, () -> sectors.run(order, file, report)));
    }

    Told basemap(Jurisdiction jurisdiction, Path file, Path reports) {
        return told(reports, report -> CurrentJurisdiction.inside(jurisdiction, () -> basemap.run(file, report)));
    }

    private static Told told(Path reports, java.util.function.Consumer<ImportReport> work) {
        Path file = reports.resolve(Ids.next() + ".jsonl");
        ImportCounts counts;
        try (ImportReport report = new ImportReport(file, new PrintWriter(new StringWriter()))) {
            work.accept(report);
            counts = report.counts();
        }
        try {
            return new Told(counts, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
