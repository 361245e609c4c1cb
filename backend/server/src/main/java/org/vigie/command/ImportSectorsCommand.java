package org.vigie.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.territory.SectorImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import sectors}. */
@Under(parent = "import")
@Command(
        name = "sectors",
        description = "A sector set; a changed file becomes the set's next version.",
        mixinStandardHelpOptions = true)
class ImportSectorsCommand implements Callable<Integer> {

    private final SectorImport sectors;
    private final OpenedJurisdiction jurisdictions;

    @Option(names = "--jurisdiction", required = true, paramLabel = "CODE")
    private String jurisdiction;

    @Option(names = "--set", required = true, description = "Code of the sector set.")
    private String set;

    @Option(names = "--code-field", required = true, paramLabel = "FIELD", description = "Holds a sector's code.")
    private String codeField;

    @Option(names = "--name-field", required = true, paramLabel = "FIELD", description = "Holds a sector's name.")
    private String nameField;

    @Option(names = "--serves", description = "Requests are assigned by this set; the first set is, anyway.")
    private boolean serves;

    @Parameters(paramLabel = "FILE", description = "GeoJSON polygons.")
    private Path file;

    @Mixin
    private final ReportOptions report = new ReportOptions();

    ImportSectorsCommand(SectorImport sectors, OpenedJurisdiction jurisdictions) {
        this.sectors = sectors;
        this.jurisdictions = jurisdictions;
    }

    @Override
    public Integer call() {
        Jurisdiction opened = jurisdictions.named(jurisdiction);
        var order = new SectorImport.Order(set, codeField, nameField, serves);
        return report.run(open -> CurrentJurisdiction.inside(opened, () -> sectors.run(order, file, open)));
    }
}
