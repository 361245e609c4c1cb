package org.vigie.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.intake.address.AddressImport;
import org.vigie.territory.ImportReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import addresses}. */
@Under(parent = "import")
@Command(
        name = "addresses",
        description = "Addresses for the search and for naming places on the map.",
        mixinStandardHelpOptions = true)
class ImportAddressesCommand implements Callable<Integer> {

    /** What a file of addresses can be. */
    enum Format {
        ban
    }

    private final AddressImport addresses;
    private final OpenedJurisdiction jurisdictions;

    @Option(names = "--jurisdiction", required = true, paramLabel = "CODE")
    private String jurisdiction;

    @Option(
            names = "--format",
            required = true,
            description = "ban: CSV of the French national address base, with semicolons.")
    private Format format;

    @Parameters(paramLabel = "FILE")
    private Path file;

    @Mixin
    private final ReportOptions report = new ReportOptions();

    ImportAddressesCommand(AddressImport addresses, OpenedJurisdiction jurisdictions) {
        this.addresses = addresses;
        this.jurisdictions = jurisdictions;
    }

    @Override
    public Integer call() {
        Jurisdiction opened = jurisdictions.named(jurisdiction);
        return report.run(open -> CurrentJurisdiction.inside(opened, () -> read(open)));
    }

    private void read(ImportReport open) {
        switch (format) {
            case ban -> addresses.run(file, open);
        }
    }
}
