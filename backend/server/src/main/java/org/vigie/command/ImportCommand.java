package org.vigie.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every import hangs below. Each is one transaction, may be repeated, and ends with one JSON line. */
@Under(parent = "")
@Command(name = "import", description = "Brings a real city in, file by file.", mixinStandardHelpOptions = true)
class ImportCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to import.");
    }
}
