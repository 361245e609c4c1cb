package org.vigie.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.vigie.demo.DemoCity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code demo make}: prints the accounts to sign in with, one a line: part, e-mail and password between tabs. */
@Under(parent = "demo")
@Command(
        name = "make",
        description = {
            "Generates the city and three years of its requests.",
            "Prints, once, the accounts to sign in with: part, e-mail and password, separated by tabs."
        },
        mixinStandardHelpOptions = true)
class DemoMakeCommand implements Callable<Integer> {

    private final DemoCity city;

    @Spec
    private CommandSpec spec;

    DemoMakeCommand(DemoCity city) {
        this.city = city;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        long begun = System.nanoTime();
        var accounts = city.make(step -> err.printf("%5.1f s  %s%n", seconds(begun), step));
        err.printf("%5.1f s  done%n", seconds(begun));
        PrintWriter out = spec.commandLine().getOut();
        accounts.forEach(account -> out.println(account.part() + "\t" + account.email() + "\t" + account.password()));
        return 0;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
