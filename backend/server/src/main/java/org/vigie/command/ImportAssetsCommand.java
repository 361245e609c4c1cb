package org.vigie.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.catalogue.AssetKinds;
import org.vigie.territory.ImportReport;
import org.vigie.territory.SourceFile;
import org.vigie.territory.asset.AssetImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code import assets}. */
@Under(parent = "import")
@Command(
        name = "assets",
        description = "All things of one kind that the town has: lamps, bins, grounds. What is missing is retired.",
        mixinStandardHelpOptions = true)
class ImportAssetsCommand implements Callable<Integer> {

    private final AssetImport assets;
    private final AssetKinds kinds;
    private final OpenedJurisdiction jurisdictions;
    private final TransactionTemplate transaction;

    @Option(names = "--jurisdiction", required = true, paramLabel = "CODE")
    private String jurisdiction;

    @Option(names = "--kind", required = true, description = "What they are, in a word that stands in addresses: lamp.")
    private String kind;

    @Option(
            names = "--code-field",
            defaultValue = "code",
            paramLabel = "FIELD",
            description = "Holds what is painted on it. Default: ${DEFAULT-VALUE}.")
    private String codeField;

    @Option(
            names = "--name-field",
            defaultValue = "name",
            paramLabel = "FIELD",
            description = "Holds its name, which it need not have. Default: ${DEFAULT-VALUE}.")
    private String nameField;

    @Option(
            names = "--for",
            split = ",",
            paramLabel = "CATEGORY",
            description = "Reports of these categories are offered them; of every category, as long as none is said.")
    private List<String> categories = List.of();

    @Option(names = "--retire-most", description = "More than half of them may be missing in what comes in.")
    private boolean mayRetireMost;

    @Mixin
    private final AssetSourceOptions source = new AssetSourceOptions();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    ImportAssetsCommand(
            AssetImport assets, AssetKinds kinds, OpenedJurisdiction jurisdictions, TransactionTemplate transaction) {
        this.assets = assets;
        this.kinds = kinds;
        this.jurisdictions = jurisdictions;
        this.transaction = transaction;
    }

    @Override
    public Integer call() {
        Jurisdiction opened = jurisdictions.named(jurisdiction);
        return report.run(open ->
                source.read(open, file -> CurrentJurisdiction.inside(opened, () -> store(file, open))));
    }

    private void store(SourceFile file, ImportReport open) {
        transaction.executeWithoutResult(status -> {
            if (!categories.isEmpty()) {
                kinds.suit(kind, categories);
            }
            assets.run(
                    new AssetImport.Order(kind, new AssetImport.Fields(codeField, nameField), mayRetireMost),
                    file,
                    open);
        });
    }
}
