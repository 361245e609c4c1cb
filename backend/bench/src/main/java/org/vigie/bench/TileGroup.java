package org.vigie.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** T: the fullest tiles of the default map, made anew and from memory, beside pgbench, files and MapServer. */
final class TileGroup implements Group.Measurement {

    private static final String CACHED = "ours from memory";
    private static final String ANEW = "ours made anew";
    private static final String SQL = "pgbench, our SQL";
    private static final String ALL = "pgbench, all points";
    private static final String FILE = "nginx, file";

    @Override
    public List<Row> run(Bed bed) throws Exception {
        List<Row> rows = new ArrayList<>();
        try (Service ours = bed.service();
                Service anew = bed.serviceWithoutMemory()) {
            try (MapServer mapserver = MapServer.start(bed).orElse(null);
                    Nginx nginx = Nginx.start(bed, MapServer.location()).orElse(null)) {
                for (int zoom : new int[] {12, 14, 16}) {
                    zoom(bed, zoom, ours, anew, new Peers(Optional.ofNullable(nginx), mapserver != null), rows);
                }
                notModified(bed, ours, Optional.ofNullable(nginx), rows);
            }
            rows.add(size(bed, anew));
            rows.add(Freshness.measure(bed, ours));
        }
        return rows;
    }

    private record Peers(Optional<Nginx> nginx, boolean mapserver) {}

    private static void zoom(Bed bed, int zoom, Service ours, Service anew, Peers peers, List<Row> rows)
            throws Exception {
        List<City.Tile> tiles = bed.city().busiest(zoom);
        List<String> paths = tiles.stream().map(City.Tile::path).toList();
        System.out.println(" z" + zoom);
        List<Side> sides = new ArrayList<>();
        sides.add(Wrk.side(ANEW, anew.base(), paths));
        sides.add(bed.city().pgbench().side(ALL, "", TileSql.allPoints(tiles)));
        if (zoom > 12) {
            sides.add(bed.city().pgbench().side(SQL, bed.city().asReader(), TileSql.served(tiles)));
            sides.add(Wrk.side(CACHED, ours.base(), paths));
            if (peers.nginx().isPresent()) {
                Nginx nginx = peers.nginx().get();
                sides.add(Wrk.side(FILE, nginx.base(), files(nginx, ours, tiles)));
            }
        }
        if (zoom == 14 && peers.mapserver()) {
            sides.add(MapServer.tiles(peers.nginx().orElseThrow(), tiles));
        }
        judge(zoom, bed.rounds().run(sides), rows);
    }

    private static void judge(int zoom, Map<String, Measured> told, List<Row> rows) {
        if (zoom == 12) {
            rows.add(Row.ofRates(Goal.T5_Z12, told.get(ANEW), told.get(ALL)));
            return;
        }
        boolean wide = zoom == 14;
        rows.add(Row.ofRates(wide ? Goal.T1_Z14 : Goal.T1_Z16, told.get(ANEW), told.get(SQL)));
        rows.add(Row.ofRates(wide ? Goal.T2_Z14 : Goal.T2_Z16, told.get(CACHED), told.get(ALL)));
        Goal file = wide ? Goal.T3_Z14 : Goal.T3_Z16;
        rows.add(
                told.containsKey(FILE)
                        ? Row.ofRates(file, told.get(CACHED), told.get(FILE))
                        : Row.absent(file, "nginx is not installed"));
        if (wide) {
            rows.add(Row.ofRates(Goal.T5_Z14, told.get(ANEW), told.get(ALL)));
            rows.add(
                    told.containsKey(MapServer.NAME)
                            ? Row.ofRates(Goal.T6, told.get(ANEW), told.get(MapServer.NAME))
                            : Row.absent(Goal.T6, MapServer.ABSENT));
        }
    }

    /** What our service answers, byte for byte. */
    private static List<String> files(Nginx nginx, Service ours, List<City.Tile> tiles) throws IOException {
        List<String> paths = new ArrayList<>();
        try (KeptConnection connection = new KeptConnection(ours.base())) {
            for (City.Tile tile : tiles) {
                byte[] bytes = connection.get(tile.path()).body();
                paths.add(nginx.file("%d/%d/%d.mvt".formatted(tile.zoom(), tile.x(), tile.y()), bytes));
            }
        }
        return paths;
    }

    private static void notModified(Bed bed, Service ours, Optional<Nginx> nginx, List<Row> rows) throws Exception {
        if (nginx.isEmpty()) {
            rows.add(Row.absent(Goal.T4, "nginx is not installed"));
            return;
        }
        System.out.println(" not modified");
        byte[] bytes = new byte[120_000];
        new Random(4).nextBytes(bytes);
        List<String> paths = tagged(bed.city().busiest(16), ours);
        Map<String, Measured> told = bed.rounds()
                .run(List.of(
                        Wrk.side("ours, 304", ours.base(), paths),
                        Wrk.side(
                                "nginx, 120 KB",
                                nginx.get().base(),
                                List.of(nginx.get().file("120", bytes)))));
        rows.add(Row.ofRates(Goal.T4, told.get("ours, 304"), told.get("nginx, 120 KB")));
    }

    /** Each with the tag that the reader has; the share of time left is told in hundredths, so that it stays for a while. */
    private static List<String> tagged(List<City.Tile> tiles, Service ours) throws IOException {
        List<String> paths = new ArrayList<>();
        try (KeptConnection connection = new KeptConnection(ours.base())) {
            for (City.Tile tile : tiles) {
                String header = "If-None-Match: " + connection.get(tile.path()).tag();
                if (connection.get(tile.path(), header).status() == 304) {
                    paths.add(tile.path() + "\t" + header);
                }
            }
        }
        if (paths.isEmpty()) {
            throw new IllegalStateException("no tile is answered by 304");
        }
        return paths;
    }

    private static Row size(Bed bed, Service anew) throws IOException {
        double largest = 0;
        String where = "";
        try (KeptConnection connection = new KeptConnection(anew.base())) {
            for (int zoom : new int[] {8, 10, 12, 14}) {
                for (City.Tile tile : bed.city().busiest(zoom)) {
                    double kilobytes = connection.get(tile.path()).body().length / 1e3;
                    if (kilobytes > largest) {
                        largest = kilobytes;
                        where = tile.path();
                    }
                }
            }
        }
        return Row.measured(Goal.T7, largest, true, where);
    }
}
