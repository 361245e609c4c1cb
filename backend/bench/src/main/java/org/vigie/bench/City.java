package org.vigie.bench;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The city that is measured: one of each size, kept in a database of its own. */
final class City {

    static final String CODE = "bench";

    record Tile(int zoom, int x, int y) {
        /** Below the base address of the city. */
        String path() {
            return "/" + CODE + "/tiles/requests/%d/%d/%d.mvt".formatted(zoom, x, y);
        }
    }

    record Place(double longitude, double latitude) {
        String query() {
            return "lon=%.6f&lat=%.6f".formatted(longitude, latitude);
        }

        String point() {
            return "st_setsrid(st_makepoint(%.6f, %.6f), 4326)".formatted(longitude, latitude);
        }

        /** Half the sides of a box that has some hundreds to some thousands of requests in the midst of the city. */
        double[] box() {
            return new double[] {longitude - 0.004, latitude - 0.003, longitude + 0.004, latitude + 0.003};
        }
    }

    private final Database database;
    private final Size size;
    private final String name;
    private final UUID jurisdictionId;

    City(Database database, Size size, String name) {
        this.database = database;
        this.size = size;
        this.name = name;
        this.jurisdictionId = UUID.fromString(
                database.text(name, "select jurisdiction_id from territory.jurisdiction where code = '" + CODE + "'"));
        Locale.setDefault(Locale.ROOT);
    }

    Database database() {
        return database;
    }

    Size size() {
        return size;
    }

    /** Of its database. */
    String name() {
        return name;
    }

    UUID jurisdictionId() {
        return jurisdictionId;
    }

    /** Those of a zoom in which most requests lie, the fullest first. */
    List<Tile> busiest(int zoom) {
        return database
                .rows(name, "select z, x, y from bench.tile where z = " + zoom + " order by n desc, x, y")
                .stream()
                .map(row -> new Tile(Integer.parseInt(row[0]), Integer.parseInt(row[1]), Integer.parseInt(row[2])))
                .toList();
    }

    /** Where requests are, in no order. */
    List<Place> places(int count) {
        return database.rows(name, "select longitude, latitude from bench.place order by k limit " + count).stream()
                .map(row -> new Place(Double.parseDouble(row[0]), Double.parseDouble(row[1])))
                .toList();
    }

    /** Of a session that may do what the service's reader of maps may. */
    String asReader() {
        return "-c role=map_reader -c vigie.jurisdiction=" + jurisdictionId;
    }

    /** The same, planned as our door has pages of places planned: see {@code PublishedFeatures}. */
    String asReaderOfPlots() {
        return asReader() + " -c plan_cache_mode=force_generic_plan -c enable_bitmapscan=off";
    }

    /** Of a session that may do what the service may. */
    String asService() {
        return "-c role=vigie_app -c vigie.jurisdiction=" + jurisdictionId;
    }

    Pgbench pgbench() {
        return new Pgbench(database, name);
    }
}
