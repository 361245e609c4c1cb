package org.vigie.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.territory.BasemapImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import basemap}. */
@Under(parent = "import")
@Command(
        name = "basemap",
        description = "Streets, water, green and buildings for the map that needs no internet.",
        mixinStandardHelpOptions = true)
class ImportBasemapCommand implements Callable<Integer> {

    private final BasemapImport basemap;
    private final OpenedJurisdiction jurisdictions;

    @Option(names = "--jurisdiction", required = true, paramLabel = "CODE")
    private String jurisdiction;

    @Parameters(paramLabel = "FILE", description = "OpenStreetMap as .osm.pbf or GeoJSON.")
    private Path file;

    @Mixin
    private final ReportOptions report = new ReportOptions();

    ImportBasemapCommand(BasemapImport basemap, OpenedJurisdiction jurisdictions) {
        this.basemap = basemap;
        this.jurisdictions = jurisdictions;
    }

    @Override
    public Integer call() {
        Jurisdiction opened = jurisdictions.named(jurisdiction);
        return report.run(open -> CurrentJurisdiction.inside(opened, () -> basemap.run(file, open)));
    }
}
