package org.vigie.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.territory.SectorImport;
import org.vigie.territory.SectorReading;
import org.vigie.territory.topology.Settlement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Option(
            names = "--priority-field",
            paramLabel = "FIELD",
            description = "Of a coverage: holds a whole number; where sectors overlap, the greater goes first.")
    @Nullable
    private String priorityField;

    @Option(
            names = "--inhabitants-field",
            paramLabel = "FIELD",
            description = "Holds how many people live in a sector, for analyses; empty where nobody knows.")
    @Nullable
    private String inhabitantsField;

    @Option(names = "--serves", description = "Requests are assigned by this set; the first set is, anyway.")
    private boolean serves;

    @Option(
            names = "--kind",
            defaultValue = "PARTITION",
            description =
                    "partition: every point in exactly one sector; coverage: sectors may overlap and leave ground out.")
    private SectorImport.Kind kind;

    @Option(
            names = "--settle",
            description =
                    "Make a partition of a file with overlaps or gaps: ground goes to the nearest (longest common edge), the larger, or the first sector.")
    private Settlement.@Nullable Rule settle;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "The day from which it holds (2027-01-01); now otherwise.")
    @Nullable
    private LocalDate from;

    @Mixin
    private final FeatureFileOptions source = new FeatureFileOptions();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    ImportSectorsCommand(SectorImport sectors, OpenedJurisdiction jurisdictions) {
        this.sectors = sectors;
        this.jurisdictions = jurisdictions;
    }

    @Override
    public Integer call() {
        Jurisdiction opened = jurisdictions.named(jurisdiction);
        Optional<Instant> holdsFrom = Optional.ofNullable(from)
                .map(day -> day.atStartOfDay(opened.zone()).toInstant());
        var fields = new SectorReading.Fields(
                codeField, nameField, Optional.ofNullable(priorityField), Optional.ofNullable(inhabitantsField));
        var order = new SectorImport.Order(set, fields, serves, kind, Optional.ofNullable(settle), holdsFrom);
        return report.run(open -> CurrentJurisdiction.inside(opened, () -> sectors.run(order, source.file(), open)));
    }
}
