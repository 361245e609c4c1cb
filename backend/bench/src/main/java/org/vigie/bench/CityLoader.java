package org.vigie.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.vigie.territory.CitySectors;

/**
 * Makes the city of a size, or takes the one that is there. Town and sectors come in as a town's own do, by the service's commands; catalogue
 * and teams by SQL; requests with their jobs, promises and history by COPY, past the triggers, whose work is then done for all at once.
 */
final class CityLoader {

    private static final long SEED = 20261122;
    private static final Duration LONGEST = Duration.ofHours(2);

    private final Database database;
    private final Size size;

    CityLoader(Database database, Size size) {
        this.database = database;
        this.size = size;
    }

    City load() throws Exception {
        if (!isComplete()) {
            make();
        }
        return new City(database, size, size.database());
    }

    static boolean isThere(Database database, Size size) {
        return new CityLoader(database, size).isComplete();
    }

    private boolean isComplete() {
        return database.exists(size.database())
                && !database.text(size.database(), "select coalesce(to_regclass('bench.complete')::text, '')")
                        .isEmpty();
    }

    private void make() throws Exception {
        long begun = System.nanoTime();
        String name = size.database();
        database.execute(
                "postgres",
                "drop database if exists " + name + " with (force)",
                "create database " + name + " owner vigie_owner");
        Path sectors = Settings.home().resolve("sectors.geojson");
        CitySectors.write(sectors);
        for (List<String> command : ground(sectors)) {
            Service.command(database, name, command, LONGEST);
        }
        database.execute(name, CityCatalogue.statements());
        requests();
        tell("requests, jobs, promises and history", begun);
        database.execute(name, CityCatalogue.AFTER_REQUESTS);
        tell("what triggers would have done", begun);
        Service.command(database, name, List.of("cells", "--jurisdiction", City.CODE), LONGEST);
        database.execute(name, "vacuum analyze", "checkpoint");
        tell("the map's cells", begun);
        database.execute(name, CityCatalogue.LISTS);
        tell("complete", begun);
    }

    private void tell(String what, long begun) {
        System.out.printf("  %s requests: %s (%.0f s)%n", size.name, what, (System.nanoTime() - begun) / 1e9);
    }

    /** Commands of the service that make a town of its sectors. */
    static List<List<String>> ground(Path sectors) {
        String file = sectors.toString();
        return List.of(
                List.of("import", "jurisdiction", "--code", City.CODE, "--name", "Bench", "--boundary", file),
                List.of(
                        "import",
                        "sectors",
                        "--jurisdiction",
                        City.CODE,
                        "--set",
                        "secteurs",
                        "--code-field",
                        "code",
                        "--name-field",
                        "name",
                        "--settle",
                        "nearest",
                        file));
    }

    private void requests() throws SQLException {
        // Whole seconds: what is computed from it is the same in each of the passes.
        CityRows rows = new CityRows(
                ground(), new HotSpots(SEED), size.requests, Instant.now().truncatedTo(ChronoUnit.SECONDS));
        try (Connection connection = database.connect(size.database());
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            connection.setAutoCommit(false);
            copy(connection, CityRows.REQUEST, rows::request);
            copy(connection, CityRows.JOB, rows::job);
            copy(connection, CityRows.DEADLINE, rows::deadline);
            copy(connection, CityRows.HISTORY, rows::history);
            connection.commit();
        }
    }

    private void copy(Connection connection, String into, LongFunction<String> row) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + into + " from stdin");
        StringBuilder portion = new StringBuilder(1 << 17);
        for (long n = 0; n < size.requests; n++) {
            portion.append(row.apply(n));
            if (portion.length() > 1 << 16) {
                write(copy, portion);
            }
        }
        write(copy, portion);
        copy.endCopy();
    }

    private static void write(CopyIn copy, StringBuilder portion) throws SQLException {
        byte[] bytes = portion.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        portion.setLength(0);
    }

    private CityRows.Ground ground() {
        return new CityRows.Ground(
                UUID.fromString(database.text(size.database(), "select jurisdiction_id from territory.jurisdiction")),
                column("select category_id from catalogue.category order by position"),
                column("select service_id from catalogue.service").getFirst(),
                column("select team_id from team.team order by code"),
                column("select account_id from access.account order by email"),
                new CitySectors(sectors(database, size)));
    }

    private List<String> column(String sql) {
        return database.rows(size.database(), sql).stream().map(row -> row[0]).toList();
    }

    static List<CitySectors.Stored> sectors(Database database, Size size) {
        return database.rows(size.database(), """
                        select s.sector_id, s.code, p.name, v.sector_version_id, v.version, encode(st_asewkb(p.shape), 'hex')
                        from territory.sector s join territory.sector_shape p using (jurisdiction_id, sector_id)
                        join territory.sector_version v using (jurisdiction_id, sector_version_id)
                        """).stream()
                .map(row -> new CitySectors.Stored(
                        UUID.fromString(row[0]),
                        row[1],
                        row[2],
                        UUID.fromString(row[3]),
                        Integer.parseInt(row[4]),
                        HexFormat.of().parseHex(row[5])))
                .toList();
    }
}
