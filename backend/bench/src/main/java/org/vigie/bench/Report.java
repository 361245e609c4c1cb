package org.vigie.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** One file a day; each run is appended to it. */
final class Report {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    private Report() {}

    static void write(Options options, List<String> machine, String loadBefore, List<Row> rows) throws IOException {
        Instant now = Instant.now();
        Path file = Path.of(Settings.of("RESULTS"), now.atZone(ZoneOffset.UTC).toLocalDate() + ".md");
        Files.createDirectories(file.getParent());
        String text = text(options, machine, loadBefore, rows, now);
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        System.out.printf("%n%sWritten to %s%n", summary(rows), file);
    }

    static String text(Options options, List<String> machine, String loadBefore, List<Row> rows, Instant now) {
        return """
                ## %s UTC: %s, %s requests

                %s. %s

                Commit %s; %d rounds of %d s, the first side once more; load average %s before. %s

                | row | goal | got | must | reach | verdict | figures |
                | --- | --- | --- | --- | --- | --- | --- |
                %s

                """.formatted(
                        TIME.format(now),
                        options.groups().stream().map(Group::name).collect(Collectors.joining(" ")),
                        options.size().name,
                        String.join("; ", machine),
                        peers(machine),
                        Settings.of("COMMIT"),
                        options.rounds(),
                        options.length().toSeconds(),
                        loadBefore,
                        summary(rows).strip(),
                        rows.stream().map(Report::line).collect(Collectors.joining("\n")));
    }

    private static String peers(List<String> machine) {
        return machine.stream().anyMatch(line -> line.startsWith("wrk"))
                ? "Read by wrk."
                : "wrk is not installed: read by a client in Java, which takes more of the machine.";
    }

    private static String summary(List<Row> rows) {
        return "%d rows: %d reach, %d must, %d below or failed, %d not judged.%n"
                .formatted(
                        rows.size(),
                        verdicts(rows, "reach"),
                        verdicts(rows, "must"),
                        rows.stream().filter(Row::isBelow).count(),
                        rows.stream()
                                .filter(row -> !row.judged() && !row.broken())
                                .count());
    }

    private static long verdicts(List<Row> rows, String verdict) {
        return rows.stream().filter(row -> row.verdict().equals(verdict)).count();
    }

    private static String line(Row row) {
        Goal goal = row.goal();
        return "| %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        goal.row,
                        goal.what,
                        row.shown(),
                        goal.limit(goal.must),
                        goal.limit(goal.reach),
                        row.verdict(),
                        row.note().replace('|', '/').replaceAll("\\s+", " "));
    }
}
