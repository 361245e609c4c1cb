package org.vigie.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.vigie.territory.CitySectors;
import org.jspecify.annotations.Nullable;

/**
 * B: a file of requests comes in, into the city and into an empty one, beside COPY of the same rows as they stand afterwards; and what those
 * notice who report meanwhile. Of a million rows it is the more exact and takes the longer: VIGIE_BENCH_IMPORT_ROWS.
 */
final class ImportGroup implements Group.Measurement {

    private static final int FRACTION = 50;
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final String EMPTY = "bench_empty";
    private static final int A_SECOND = 50;
    private static final int CONNECTIONS = 16;

    @Override
    public List<Row> run(Bed bed) throws Exception {
        int count = Integer.parseInt(System.getenv()
                .getOrDefault("VIGIE_BENCH_IMPORT_ROWS", "" + bed.city().size().requests / FRACTION));
        Path rows = ImportFile.rows(count);
        List<Row> told = new ArrayList<>();
        try {
            live(bed, rows, count, told);
            empty(bed, rows, count, told);
        } finally {
            bed.forgetCopy();
            bed.city().database().execute("postgres", "drop database if exists " + EMPTY + " with (force)");
        }
        return told;
    }

    private record Timed(double seconds, double foreign) {
        boolean isQuiet() {
            return foreign <= Rounds.MOST_FOREIGN;
        }
    }

    private static void live(Bed bed, Path rows, int count, List<Row> told) throws Exception {
        Bed copy = bed.overCopy();
        Timed ours;
        try (Service service = copy.service()) {
            Reports reports = new Reports(copy.city());
            Sample without = reported(service, reports, bed.options().length());
            List<Sample> during = new ArrayList<>();
            AtomicBoolean over = new AtomicBoolean();
            AtomicReference<@Nullable Exception> broken = new AtomicReference<>();
            Thread reporting = Thread.ofPlatform().daemon().unstarted(() -> {
                try {
                    while (!over.get()) {
                        during.add(reported(service, reports, Duration.ofSeconds(1)));
                    }
                } catch (Exception e) {
                    broken.set(e);
                }
            });
            reporting.start();
            ours = imported(copy, rows);
            over.set(true);
            reporting.join();
            if (broken.get() instanceof Exception e) {
                throw new IllegalStateException("Reports during the import broke off.", e);
            }
            double p99 = during.stream()
                    .mapToDouble(Sample::p99Millis)
                    .sorted()
                    .skip(during.size() / 2)
                    .findFirst()
                    .orElse(Double.NaN);
            told.add(Row.measured(
                    Goal.B3,
                    p99 / without.p99Millis(),
                    ours.isQuiet(),
                    "p99 %s ms during it (median of its seconds), %s ms without, at %d a second"
                            .formatted(Row.number(p99), Row.number(without.p99Millis()), A_SECOND)));
        }
        ReadyRows ready = new ReadyRows(bed.city().database(), copy.city().name());
        Bed another = bed.overCopy();
        double theirs = ready.intoLive(bed.city().database(), another.city().name());
        told.add(row(Goal.B1, ours, theirs, count));
    }

    private static void empty(Bed bed, Path rows, int count, List<Row> told) throws Exception {
        Database database = bed.city().database();
        database.execute(
                "postgres",
                "drop database if exists " + EMPTY + " with (force)",
                "create database " + EMPTY + " owner vigie_owner");
        Path sectors = Settings.home().resolve("sectors.geojson");
        CitySectors.write(sectors);
        for (List<String> command : CityLoader.ground(sectors)) {
            Service.command(database, EMPTY, command, LONGEST);
        }
        database.execute(EMPTY, CityCatalogue.statements());
        Timed ours = imported(bed.over(new City(database, bed.city().size(), EMPTY)), rows);
        told.add(row(Goal.B2, ours, new ReadyRows(database, EMPTY).intoFresh(database, EMPTY), count));
    }

    private static Row row(Goal goal, Timed ours, double theirs, int count) {
        return Row.measured(
                goal,
                ours.seconds() / theirs,
                ours.isQuiet(),
                "%,d rows: ours %s s, of which the start of the Java machine, COPY %s s"
                        .formatted(count, Row.number(ours.seconds()), Row.number(theirs)));
    }

    private static Timed imported(Bed bed, Path rows) throws Exception {
        bed.neighbours().begin();
        long begun = System.nanoTime();
        Service.command(
                bed.city().database(),
                bed.city().name(),
                List.of(
                        "import",
                        "requests",
                        "--jurisdiction",
                        City.CODE,
                        "--mapping",
                        ImportFile.mapping().toString(),
                        rows.toString()),
                LONGEST);
        return new Timed((System.nanoTime() - begun) / 1e9, bed.neighbours().share());
    }

    private static Sample reported(Service service, Reports reports, Duration length) throws Exception {
        return Clients.open(
                A_SECOND, CONNECTIONS, length, service.base(), (connection, client, n) -> reports.send(connection));
    }
}
