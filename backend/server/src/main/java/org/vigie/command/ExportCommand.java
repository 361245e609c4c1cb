package org.vigie.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every export hangs below. */
@Under(parent = "")
@Command(
        name = "export",
        description = "Writes what a city has as files that can be imported.",
        mixinStandardHelpOptions = true)
class ExportCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to export.");
    }
}
