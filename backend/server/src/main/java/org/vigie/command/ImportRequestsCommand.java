package org.vigie.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.intake.file.RequestFileImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import requests}. */
@Under(parent = "import")
@Command(
        name = "requests",
        description = "Requests of another system; the same file again changes nothing.",
        mixinStandardHelpOptions = true)
class ImportRequestsCommand implements Callable<Integer> {

    private final RequestFileImport requests;
    private final OpenedJurisdiction jurisdictions;

    @Option(names = "--jurisdiction", required = true, paramLabel = "CODE")
    private String jurisdiction;

    @Option(
            names = "--mapping",
            required = true,
            paramLabel = "MAP.yaml",
            description = "Which column is what; see sql/seed/mappings.")
    private Path mapping;

    @Parameters(paramLabel = "FILE.csv")
    private Path file;

    @Mixin
    private final ReportOptions report = new ReportOptions();

    ImportRequestsCommand(RequestFileImport requests, OpenedJurisdiction jurisdictions) {
        this.requests = requests;
        this.jurisdictions = jurisdictions;
    }

    @Override
    public Integer call() {
        Jurisdiction opened = jurisdictions.named(jurisdiction);
        return report.run(open -> CurrentJurisdiction.inside(opened, () -> requests.run(mapping, file, open)));
    }
}
