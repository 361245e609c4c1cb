package org.vigie.command;

import java.util.concurrent.Callable;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Brings the database to this release's schema, as every start does. */
@Under(parent = "")
@Command(
        name = "migrate",
        description = "Brings the database to the schema of this release.",
        mixinStandardHelpOptions = true)
class MigrateCommand implements Callable<Integer> {

    private final Flyway flyway;

    @Spec
    private CommandSpec spec;

    /** @param migrated having run it is what this command is for */
    MigrateCommand(Flyway flyway, @SuppressWarnings("unused") FlywayMigrationInitializer migrated) {
        this.flyway = flyway;
    }

    @Override
    public Integer call() {
        MigrationInfo current = flyway.info().current();
        spec.commandLine()
                .getOut()
                .println("{\"schema\":\"%s\"}".formatted(current == null ? "" : current.getVersion()));
        return 0;
    }
}
