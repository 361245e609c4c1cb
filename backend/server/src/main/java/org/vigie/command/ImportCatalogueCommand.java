package org.vigie.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.catalogue.process.CatalogueImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import catalogue}. */
@Under(parent = "import")
@Command(
        name = "catalogue",
        description = "Processes from YAML or a workbook, all or none; the same file again changes nothing.",
        mixinStandardHelpOptions = true)
class ImportCatalogueCommand implements Callable<Integer> {

    private final CatalogueImport catalogue;
    private final OpenedJurisdiction jurisdictions;
    private final Clock clock;

    @Option(names = "--jurisdiction", required = true, paramLabel = "CODE")
    private String jurisdiction;

    @Option(
            names = "--publish-from",
            paramLabel = "DATE",
            description =
                    "Publishes what comes in, from that day on: 2027-01-01, or today. Without it, drafts for referents to review.")
    @Nullable
    private LocalDate publishFrom;

    @Parameters(paramLabel = "FILE.yaml|FILE.xlsx")
    private Path file;

    @Mixin
    private final ReportOptions report = new ReportOptions();

    ImportCatalogueCommand(CatalogueImport catalogue, OpenedJurisdiction jurisdictions, Clock clock) {
        this.catalogue = catalogue;
        this.jurisdictions = jurisdictions;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Jurisdiction opened = jurisdictions.named(jurisdiction);
        Optional<CatalogueImport.Publishing> publishing =
                Optional.ofNullable(publishFrom).map(day -> new CatalogueImport.Publishing(beginning(day, opened)));
        return report.run(open -> CurrentJurisdiction.inside(opened, () -> catalogue.run(file, publishing, open)));
    }

    /** Today is at once. */
    private Optional<Instant> beginning(LocalDate day, Jurisdiction opened) {
        return day.equals(LocalDate.ofInstant(clock.instant(), opened.zone()))
                ? Optional.empty()
                : Optional.of(day.atStartOfDay(opened.zone()).toInstant());
    }
}
