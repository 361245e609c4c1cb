package org.vigie.territory;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.vigie.geo.Ewkb;
import org.vigie.geo.Wgs84Point;
import org.vigie.testing.PrivatePostgis;

/**
 * The same question to the lookup in memory and to PostGIS: which of 500 sectors of about 200 corners covers this place? PostGIS has a
 * prepared statement, a spatial index, one connection and no row-level security; it is asked for the code only, we tell the metres to
 * the edge as well. Both in turns, in one run.
 */
public final class LookupAgainstPostgis {

    private static final int ROUNDS = 5;
    private static final int PLACES = 1 << 15;
    private static final long ROUND_NANOS = 5_000_000_000L;

    private LookupAgainstPostgis() {}

    public static void main(String[] arguments) throws SQLException {
        List<SectorSnapshot.Shape> shapes = BenchSectors.city(500, 200);
        Wgs84Point[] places = BenchSectors.places(shapes, PLACES, 11);
        SectorSnapshot snapshot = new SectorSnapshot(new UUID(0, 1), shapes);
        double[] ratios = new double[ROUNDS];
        PrivatePostgis cluster = PrivatePostgis.instance();
        try (Connection connection = DriverManager.getConnection(cluster.superuserUrl(cluster.newDatabase()))) {
            fill(connection, shapes);
            try (PreparedStatement covers = connection.prepareStatement(
                    "select code from sector where st_covers(shape, st_setsrid(st_makepoint(?, ?), 4326)) order by code limit 1")) {
                System.out.printf(
                        "%,d corners a sector%n",
                        shapes.stream().mapToInt(shape -> shape.shape().getNumPoints()).sum() / shapes.size());
                for (int round = -1; round < ROUNDS; round++) {
                    Figures ours = measure(places, place -> snapshot.locate(place, 25).sector().map(LocatedSector::code).orElse(""));
                    Figures theirs = measure(places, place -> ask(covers, place));
                    System.out.printf("%s in memory: %s%n  PostGIS:   %s%n", round < 0 ? "(warm-up)" : "round " + round, ours, theirs);
                    if (round >= 0) {
                        ratios[round] = ours.perSecond() / theirs.perSecond();
                    }
                }
            }
        }
        Arrays.sort(ratios);
        System.out.printf("in memory / PostGIS: median %.0f, least %.0f%n", ratios[ROUNDS / 2], ratios[0]);
        System.exit(0);
    }

    private static void fill(Connection connection, List<SectorSnapshot.Shape> shapes) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table sector (code text primary key, shape geometry(MultiPolygon, 4326) not null)");
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into sector values (?, st_geomfromewkb(?))")) {
            for (SectorSnapshot.Shape shape : shapes) {
                insert.setString(1, shape.sector().code());
                insert.setBytes(2, Ewkb.write(shape.shape()));
                insert.executeUpdate();
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("create index on sector using gist (shape)");
            statement.execute("vacuum analyze sector");
        }
    }

    private static String ask(PreparedStatement covers, Wgs84Point place) throws SQLException {
        covers.setDouble(1, place.longitudeDegrees());
        covers.setDouble(2, place.latitudeDegrees());
        try (ResultSet found = covers.executeQuery()) {
            return found.next() ? found.getString(1) : "";
        }
    }

    private static Figures measure(Wgs84Point[] places, Question question) throws SQLException {
        long[] nanos = new long[4_000_000];
        long begun = System.nanoTime();
        long before = begun;
        int asked = 0;
        int found = 0;
        while (before - begun < ROUND_NANOS && asked < nanos.length) {
            found += question.ask(places[asked & (PLACES - 1)]).isEmpty() ? 0 : 1;
            long now = System.nanoTime();
            nanos[asked++] = now - before;
            before = now;
        }
        Arrays.sort(nanos, 0, asked);
        return new Figures(
                asked * 1e9 / (before - begun), nanos[asked / 2] / 1e3, nanos[(int) (asked * 0.99)] / 1e3, (double) found / asked);
    }

    private interface Question {
        String ask(Wgs84Point place) throws SQLException;
    }

    private record Figures(double perSecond, double medianMicros, double p99Micros, double found) {
        @Override
        public String toString() {
            return "%,10.0f a second, p50 %.1f µs, p99 %.1f µs, %.1f %% in a sector"
                    .formatted(perSecond, medianMicros, p99Micros, found * 100);
        }
    }
}
