package org.vigie.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.vigie.territory.CitySectors;

/** The lookup in memory held against PostGIS: places of the city, every corner of every sector, the middle of every edge. */
final class LookupOracle {

    private static final int MOST_PLACES = 1_000_000;
    private static final int PORTION = 5_000;

    private LookupOracle() {}

    static Row compare(City city, CitySectors sectors) throws SQLException {
        int places = Math.min(MOST_PLACES, city.size().requests);
        try (Connection connection = city.database().connect(city.name());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "create temp table probe (n bigint generated always as identity, place geometry(Point, 4326)) on commit drop");
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy probe (place) from stdin");
            for (City.Place place : LookupGroup.anywhere(places)) {
                byte[] line = (CityRows.ewkb(place) + "\n").getBytes(StandardCharsets.US_ASCII);
                copy.writeToCopy(line, 0, line.length);
            }
            copy.endCopy();
            int edges = statement.executeUpdate("""
                    insert into probe (place)
                    select (c).geom from (select st_dumppoints(shape) as c from territory.sector_shape) corners
                    union all
                    select st_lineinterpolatepoint((e).geom, 0.5) from (select st_dumpsegments(shape) as e from territory.sector_shape) edges
                    """);
            statement.execute("analyze probe");
            long different = different(statement, sectors);
            return Row.measured(
                    Goal.L3,
                    different == 0 ? 100 : Math.min(99.99, 100.0 * (places + edges - different) / (places + edges)),
                    true,
                    "%,d places and %,d corners and edges: %,d differ".formatted(places, edges, different));
        }
    }

    /** Of those that several sectors cover the smallest code counts; whoever is covered by none is compared as such. */
    private static long different(Statement statement, CitySectors sectors) throws SQLException {
        statement.setFetchSize(PORTION);
        long different = 0;
        try (ResultSet rows = statement.executeQuery("""
                select st_x(p.place), st_y(p.place), coalesce(min(s.code collate "C"), '')
                from probe p
                left join territory.sector_shape h on h.shape && p.place and territory.covers(h.shape, p.place)
                left join territory.sector s on s.sector_id = h.sector_id
                group by p.n, p.place
                """)) {
            while (rows.next()) {
                CitySectors.Placed placed = sectors.locate(rows.getDouble(1), rows.getDouble(2));
                String code = List.of("NEAREST", "OUTSIDE").contains(placed.rule()) ? "" : placed.code();
                different += code.equals(rows.getString(3)) ? 0 : 1;
            }
        }
        return different;
    }
}
