package org.vigie.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** The bare SQL: pgbench over four connections, prepared, by the socket. */
final class Pgbench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: (\\d+)");

    private final Database database;
    private final String name;

    Pgbench(Database database, String name) {
        this.database = database;
        this.name = name;
    }

    /** @param options of the session, as PGOPTIONS has them */
    Side side(String side, String options, String script) throws IOException {
        return side(side, options, List.of(script));
    }

    /** One of the scripts at a time, by chance; pgbench takes 128 at most. */
    Side side(String side, String options, List<String> scripts) throws IOException {
        Path program = database.program("pgbench");
        if (!Files.isExecutable(program)) {
            program =
                    Machine.program("pgbench").orElseThrow(() -> new IllegalStateException("pgbench is not installed"));
        }
        List<String> files = new ArrayList<>();
        for (String script : scripts) {
            Path file = Settings.home().resolve(side.replaceAll("\\W+", "-") + "-" + files.size() / 2 + ".pgb");
            Files.writeString(file, script);
            files.addAll(List.of("-f", file.toString()));
        }
        String pgbench = program.toString();
        return Side.of(side, length -> run(pgbench, files, options, length));
    }

    private Sample run(String pgbench, List<String> files, String options, Duration length) throws Exception {
        Path logs = Settings.home().resolve("pgbench");
        Files.createDirectories(logs);
        forget(logs);
        Map<String, String> environment = new HashMap<>(database.environment(name, options));
        List<String> command = new ArrayList<>(
                List.of(pgbench, "-n", "-M", "prepared", "-c", "4", "-j", "2", "-T", "" + length.toSeconds(), "-l"));
        command.add("--log-prefix=" + logs.resolve("l"));
        command.addAll(files);
        String told = Processes.run(
                command, environment, Settings.home().resolve("pgbench.log"), length.plus(Duration.ofSeconds(60)));
        long[] micros = latencies(logs);
        Matcher rate = RATE.matcher(told);
        if (!rate.find() || micros.length == 0) {
            throw new IllegalStateException(told);
        }
        Matcher failed = FAILED.matcher(told);
        return new Sample(
                Double.parseDouble(rate.group(1)),
                Clients.percentile(micros, 0.5) / 1e3,
                Clients.percentile(micros, 0.99) / 1e3,
                0,
                failed.find() ? Long.parseLong(failed.group(1)) : 0);
    }

    private static long[] latencies(Path logs) throws IOException {
        LongStream all = LongStream.empty();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(logs)) {
            for (Path log : files) {
                all = LongStream.concat(
                        all,
                        Arrays.stream(Files.readAllLines(log).stream()
                                .mapToLong(line -> Long.parseLong(line.split(" ")[2]))
                                .toArray()));
            }
        }
        return all.sorted().toArray();
    }

    private static void forget(Path logs) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(logs)) {
            for (Path log : files) {
                Files.delete(log);
            }
        }
    }
}
