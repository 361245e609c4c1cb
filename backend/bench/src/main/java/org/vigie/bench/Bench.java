package org.vigie.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code ./vigie bench}: its exit code is 1 when something is below its must or could not be measured, 2 when it was called wrongly. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage());
            end(2);
            return;
        }
        Service.prepare();
        Database database = new Database();
        ForeignCpu neighbours = new ForeignCpu();
        neighbours.own(Long.parseLong(Settings.of("POSTGRES_PID")));
        String load = Machine.load();
        System.out.printf("The city of %s requests%n", options.size().name);
        City city = new CityLoader(database, options.size()).load();
        Bed bed = new Bed(city, options, neighbours);
        List<Row> rows = new ArrayList<>();
        for (Group group : options.groups()) {
            rows.addAll(run(group, bed));
        }
        Report.write(options, Machine.describe(database), load, rows);
        end(rows.stream().anyMatch(Row::isBelow) ? 1 : 0);
    }

    /** Told in a file: whoever runs us tells a page about any code but 0. */
    private static void end(int code) throws IOException {
        Files.writeString(Settings.home().resolve("status"), "" + code);
        System.exit(0);
    }

    /** A group that breaks takes no other with it. */
    private static List<Row> run(Group group, Bed bed) {
        System.out.printf("%n%s: %s%n", group, group.what);
        List<Row> rows = new ArrayList<>();
        String why = "not told";
        try {
            rows.addAll(group.measurement.run(bed));
        } catch (Exception e) {
            e.printStackTrace();
            why = e.toString();
        }
        Set<Goal> told = rows.stream().map(Row::goal).collect(Collectors.toSet());
        for (Goal goal : group.goals()) {
            if (!told.contains(goal)) {
                rows.add(Row.broken(goal, why));
            }
        }
        rows.forEach(row -> System.out.printf(
                "  %-3s %-60s %12s  %s%n", row.goal().row, row.goal().what, row.shown(), row.verdict()));
        return rows;
    }
}
