package org.vigie.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is made up hangs below this word. */
@Under(parent = "")
@Command(name = "demo", description = "The fictional city of Aubrelle.", mixinStandardHelpOptions = true)
class DemoCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the demo city: make.");
    }
}
