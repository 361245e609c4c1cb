package org.vigie.command;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** Finds the commands among the beans and runs one of them. Exit codes: 0 done, 1 refused or failed, 2 not understood. */
@Component
public final class CommandLineRun {

    private static final String DEBUG = "--debug";

    private final ApplicationContext context;
    private final FailureSentences sentences;

    CommandLineRun(ApplicationContext context, FailureSentences sentences) {
        this.context = context;
        this.sentences = sentences;
    }

    public static boolean isDebug(String... arguments) {
        return Arrays.asList(arguments).contains(DEBUG);
    }

    /** A failure before any command could run: settings or database. */
    public static int couldNotStart(RuntimeException failure, PrintWriter err, String... arguments) {
        return tell(failure, FailureSentences.plain(failure), err, isDebug(arguments));
    }

    /**
     * @param out receives the result and nothing else
     * @param err receives progress, advice and failures
     * @return the exit code
     */
    public int execute(PrintWriter out, PrintWriter err, String... arguments) {
        boolean debug = isDebug(arguments);
        CommandLine line = commands().setOut(out).setErr(err);
        line.setExecutionExceptionHandler(
                (failure, command, parsed) -> tell(failure, sentences.of(failure), err, debug));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        try {
            return line.execute(
                    Arrays.stream(arguments).filter(word -> !word.equals(DEBUG)).toArray(String[]::new));
        } catch (RuntimeException failure) {
            // Beans are made while the words are parsed: a database that cannot be reached shows here.
            return tell(failure, sentences.of(failure), err, debug);
        }
    }

    private static int tell(Throwable failure, String sentence, PrintWriter err, boolean debug) {
        if (debug) {
            failure.printStackTrace(err);
        }
        err.println(sentence);
        return CommandLine.ExitCode.SOFTWARE;
    }

    private CommandLine commands() {
        CommandLine root = new CommandLine(CommandSpec.create().name("vigie").mixinStandardHelpOptions(true));
        root.getCommandSpec().usageMessage().description("The city's incident map: service, imports, lookup.");
        CommandSpec serve = CommandSpec.create();
        serve.usageMessage().description("Starts the web service.");
        root.addSubcommand("serve", new CommandLine(serve));
        addBelow("", root);
        return root;
    }

    /** Classes are registered, not objects: a bean is made only when its command is the one that runs. */
    private void addBelow(String parentName, CommandLine parent) {
        Arrays.stream(context.getBeanNamesForAnnotation(Under.class))
                .map(name -> Objects.requireNonNull(context.getType(name)))
                .filter(type -> type.getAnnotation(Under.class).parent().equals(parentName))
                .sorted((left, right) -> nameOf(left).compareTo(nameOf(right)))
                .forEach(type -> {
                    CommandLine child = new CommandLine(type, this::bean);
                    parent.addSubcommand(nameOf(type), child);
                    addBelow(nameOf(type), child);
                });
    }

    private static String nameOf(Class<?> type) {
        return type.getAnnotation(Command.class).name();
    }

    private <T> T bean(Class<T> type) throws Exception {
        return context.getBeanNamesForType(type).length > 0
                ? context.getBean(type)
                : CommandLine.defaultFactory().create(type);
    }
}
