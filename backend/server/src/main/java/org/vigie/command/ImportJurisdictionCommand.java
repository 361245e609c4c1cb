package org.vigie.command;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vigie.access.Refusal;
import org.vigie.territory.JurisdictionImport;
import org.vigie.territory.SourceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code import jurisdiction}. */
@Under(parent = "import")
@Command(
        name = "jurisdiction",
        description = "A commune or agglomeration; all polygons of the file are joined into its boundary.",
        mixinStandardHelpOptions = true)
class ImportJurisdictionCommand implements Callable<Integer> {

    private final JurisdictionImport jurisdictions;

    @Option(names = "--code", required = true, description = "What its addresses begin with: /CODE/.")
    private String code;

    @Option(names = "--name", required = true)
    private String name;

    @Option(names = "--boundary", required = true, paramLabel = "FILE", description = "Polygons, as for sectors.")
    private Path boundary;

    @Option(names = "--zone", defaultValue = "Europe/Paris", description = "Its time zone. Default: ${DEFAULT-VALUE}.")
    private String zone;

    @Option(names = "--locale", defaultValue = "fr", description = "Its first language. Default: ${DEFAULT-VALUE}.")
    private String locale;

    @Mixin
    private final ReportOptions report = new ReportOptions();

    ImportJurisdictionCommand(JurisdictionImport jurisdictions) {
        this.jurisdictions = jurisdictions;
    }

    @Override
    public Integer call() {
        var order = new JurisdictionImport.Order(code, name, locale(), zone());
        return report.run(open -> jurisdictions.run(order, new SourceFile(boundary), open));
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw Refusal.invalid("zone-unknown", zone);
        }
    }

    private String locale() {
        try {
            return new Locale.Builder().setLanguageTag(locale).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw Refusal.invalid("locale-malformed", locale);
        }
    }
}
