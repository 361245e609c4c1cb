package org.vigie.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.access.Refusal;
import org.vigie.catalogue.process.CatalogueExport;
import org.vigie.catalogue.process.file.CatalogueFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export catalogue}. */
@Under(parent = "export")
@Command(
        name = "catalogue",
        description = "The processes in force, as YAML or as a workbook; importing the file again changes nothing.",
        mixinStandardHelpOptions = true)
class ExportCatalogueCommand implements Callable<Integer> {

    private final CatalogueExport catalogue;
    private final OpenedJurisdiction jurisdictions;

    @Option(names = "--jurisdiction", required = true, paramLabel = "CODE")
    private String jurisdiction;

    @Parameters(paramLabel = "FILE.yaml|FILE.xlsx", description = "Replaced when it is there.")
    private Path file;

    ExportCatalogueCommand(CatalogueExport catalogue, OpenedJurisdiction jurisdictions) {
        this.catalogue = catalogue;
        this.jurisdictions = jurisdictions;
    }

    @Override
    public Integer call() {
        Jurisdiction opened = jurisdictions.named(jurisdiction);
        CatalogueFiles.Format format = CatalogueFiles.Format.of(String.valueOf(file.getFileName()));
        byte[] bytes = CurrentJurisdiction.inside(opened, () -> catalogue.write(format));
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw Refusal.invalid("file-not-writable", file);
        }
        return 0;
    }
}
