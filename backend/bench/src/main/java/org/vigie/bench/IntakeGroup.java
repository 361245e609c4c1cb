package org.vigie.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** I: reports that come in, beside a bare insert into the same table and beside one statement that does the most of it. */
final class IntakeGroup implements Group.Measurement {

    private static final String OURS = "ours, 4 clients";
    private static final String BARE = "pgbench, bare insert";
    private static final String STATEMENT = "pgbench, one statement";
    private static final int CLIENTS = 4;
    private static final int A_SECOND = 500;

    /** As many as may wait at once: with fewer, the queue would be the clients' own, and none of them would be told to come again. */
    private static final int CONNECTIONS = 2_000;

    @Override
    public List<Row> run(Bed bed) throws Exception {
        List<Row> rows = new ArrayList<>();
        Bed copy = bed.overCopy();
        try (Service ours = copy.service()) {
            Reports reports = new Reports(copy.city());
            Map<String, Measured> told = copy.rounds()
                    .run(List.of(
                            Side.of(
                                    OURS,
                                    length -> Clients.closed(
                                            CLIENTS,
                                            length,
                                            ours.base(),
                                            (connection, client, n) -> reports.send(connection))),
                            copy.city()
                                    .pgbench()
                                    .side(BARE, "-c session_replication_role=replica", IntakeSql.bare(copy.city())),
                            copy.city()
                                    .pgbench()
                                    .side(STATEMENT, copy.city().asService(), IntakeSql.wholeStatement(copy.city()))));
            rows.add(Row.ofRates(Goal.I1, told.get(OURS), told.get(BARE)));
            rows.add(Row.ofRates(Goal.I2, told.get(OURS), told.get(STATEMENT)));
            rows.add(underLoad(copy, ours, reports));
        } finally {
            bed.forgetCopy();
        }
        return rows;
    }

    /** Each report counts from the moment at which it was due. */
    private static Row underLoad(Bed bed, Service ours, Reports reports) throws Exception {
        Side tiles = Wrk.side(
                "tiles meanwhile",
                ours.base(),
                bed.city().busiest(14).stream().map(City.Tile::path).toList());
        Map<String, Measured> told = bed.rounds().run(List.of(Side.of(A_SECOND + " reports a second", length -> {
            Thread reading = Thread.ofPlatform().daemon().start(() -> read(tiles, length));
            Sample sample = Clients.open(
                    A_SECOND, CONNECTIONS, length, ours.base(), (connection, client, n) -> reports.send(connection));
            reading.join();
            return sample;
        })));
        Measured measured = told.get(A_SECOND + " reports a second");
        return Row.measured(
                Goal.I3,
                measured.p99Millis(),
                !measured.isNoisy(),
                "p50 %s ms; %d were told to come again".formatted(Row.number(measured.p50Millis()), measured.failed()));
    }

    private static void read(Side tiles, Duration length) {
        try {
            tiles.run(length);
        } catch (Exception e) {
            System.out.println("  tiles were not read: " + e.getMessage());
        }
    }
}
