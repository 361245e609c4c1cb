package org.vigie.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.demo.DemoCity;
import org.vigie.demo.simulation.Outcome;
import org.vigie.demo.simulation.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code simulate}: prints what came of it as a table; exit code 0 when everything holds that must. */
@Under(parent = "")
@Command(
        name = "simulate",
        description = {
            "Lets the demo city live for some days in simulated time: residents, agents and teams act through the HTTP interfaces.",
            "Exit code 0: no request without owner, sector or team, every alarm rang once and in time, and no error was answered."
        },
        mixinStandardHelpOptions = true)
class SimulateCommand implements Callable<Integer> {

    @Option(names = "--url", description = "Where the service is, which must run in simulated time (${DEFAULT-VALUE}).")
    private URI url = URI.create("http://127.0.0.1:8080");

    @Option(names = "--days", description = "How long (${DEFAULT-VALUE}).")
    private int days = 30;

    @Option(names = "--seed", description = "The same one brings the same reports (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--speed",
            description = "At most so many simulated seconds in one of the wall's; without it, as fast as it goes.")
    private @Nullable Integer speed;

    @Option(names = "--report", description = "File for the outcome as JSON.")
    private @Nullable Path report;

    @Spec
    private CommandSpec spec;

    private final Simulation simulation;
    private final OpenedJurisdiction jurisdictions;
    private final JsonMapper json;

    SimulateCommand(Simulation simulation, OpenedJurisdiction jurisdictions, JsonMapper json) {
        this.simulation = simulation;
        this.jurisdictions = jurisdictions;
        this.json = json;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Jurisdiction aubrelle = jurisdictions.named(DemoCity.CODE);
        Simulation.Wish wish =
                new Simulation.Wish(URI.create(url + "/" + DemoCity.CODE), days, seed, Optional.ofNullable(speed));
        Outcome outcome = CurrentJurisdiction.inside(aubrelle, () -> simulation.run(wish, err::println));
        spec.commandLine().getOut().print(outcome.asText());
        spec.commandLine().getOut().flush();
        if (report != null) {
            Files.writeString(
                    report,
                    json.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(outcome));
        }
        return outcome.holds() ? 0 : 1;
    }
}
