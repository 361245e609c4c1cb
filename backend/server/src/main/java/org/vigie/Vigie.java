package org.vigie;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.vigie.access.OnlyWhenServing;
import org.vigie.command.CommandLineRun;

/** The service and its commands: {@code serve} or nothing starts the service, any other first word runs that command and ends. */
@SpringBootApplication
public class Vigie {

    private static final String SERVE = "serve";

    public static void main(String[] arguments) {
        // Options alone (--server.port=…) are settings of the service.
        if (arguments.length == 0 || arguments[0].equals(SERVE) || isSetting(arguments[0])) {
            SpringApplication.run(Vigie.class, withoutVerb(arguments));
        } else {
            System.exit(runCommand(arguments));
        }
    }

    private static boolean isSetting(String argument) {
        return argument.startsWith("--") && argument.contains("=");
    }

    private static String[] withoutVerb(String[] arguments) {
        boolean named = arguments.length > 0 && arguments[0].equals(SERVE);
        return named ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments;
    }

    /**
     * Only a command's result goes to standard output; logs, progress and whatever a library prints go to standard error, so that
     * a script can read the one from the other.
     */
    private static int runCommand(String[] arguments) {
        PrintStream result = System.out;
        System.setOut(System.err);
        PrintWriter out = new PrintWriter(result, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        try (ConfigurableApplicationContext context = startForCommand(arguments)) {
            return context.getBean(CommandLineRun.class).execute(out, err, arguments);
        } catch (RuntimeException e) {
            return CommandLineRun.couldNotStart(e, err, arguments);
        }
    }

    /** No web server and nothing in the background; beans are made as the command needs them, which starts in half the time. */
    private static ConfigurableApplicationContext startForCommand(String[] arguments) {
        boolean debug = CommandLineRun.isDebug(arguments);
        return new SpringApplicationBuilder(Vigie.class)
                .web(WebApplicationType.NONE)
                .profiles(OnlyWhenServing.COMMAND_PROFILE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .properties(
                        "logging.level.root=" + (debug ? "info" : "error"),
                        "logging.level.org.springframework.boot=" + (debug ? "info" : "off"))
                .run();
    }
}
