package org.vigie.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.vigie.territory.CitySectors;

/** L: which sector holds a place, in memory, over HTTP and by PostGIS; and whether they say the same. */
final class LookupGroup implements Group.Measurement {

    private static final String MEMORY = "in memory, one thread";
    private static final String HTTP = "ours over HTTP";
    private static final String SQL = "pgbench, ST_Covers";
    private static final int PLACES = 1 << 14;

    @Override
    public List<Row> run(Bed bed) throws Exception {
        City city = bed.city();
        CitySectors sectors = new CitySectors(CityLoader.sectors(city.database(), city.size()));
        List<City.Place> places = anywhere(PLACES);
        List<Row> rows = new ArrayList<>();
        try (Service ours = bed.service()) {
            List<String> paths = places.stream()
                    .limit(4000)
                    .map(place -> "/" + City.CODE + "/api/locate?" + place.query())
                    .toList();
            Map<String, Measured> told = bed.rounds()
                    .run(List.of(
                            Side.of(MEMORY, length -> inMemory(sectors, places, length)),
                            city.pgbench().side(SQL, "", script()),
                            Wrk.side(HTTP, ours.base(), paths)));
            rows.add(Row.ofRates(Goal.L1, told.get(MEMORY), told.get(SQL)));
            rows.add(Row.ofRates(Goal.L2, told.get(HTTP), told.get(SQL)));
        }
        rows.add(LookupOracle.compare(city, sectors));
        return rows;
    }

    static Sample inMemory(CitySectors sectors, List<City.Place> places, Duration length) {
        City.Place[] all = places.toArray(City.Place[]::new);
        long[] nanos = new long[1 << 20];
        long begun = System.nanoTime();
        long before = begun;
        long asked = 0;
        long found = 0;
        while (before - begun < length.toNanos()) {
            City.Place place = all[(int) (asked % all.length)];
            found += sectors.locate(place.longitude(), place.latitude()).code().isEmpty() ? 0 : 1;
            long now = System.nanoTime();
            nanos[(int) (asked++ % nanos.length)] = now - before;
            before = now;
        }
        int kept = (int) Math.min(asked, nanos.length);
        java.util.Arrays.sort(nanos, 0, kept);
        return new Sample(
                asked * 1e9 / (before - begun),
                nanos[kept / 2] / 1e6,
                nanos[(int) (kept * 0.99)] / 1e6,
                0,
                found == 0 ? asked : 0);
    }

    static List<City.Place> anywhere(int count) {
        SplittableRandom random = new SplittableRandom(11);
        List<City.Place> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            places.add(new City.Place(
                    random.nextDouble(HotSpots.WEST, HotSpots.EAST),
                    random.nextDouble(HotSpots.SOUTH, HotSpots.NORTH)));
        }
        return places;
    }

    private static String script() {
        return """
                \\set longitude random(2220100, 2469900) / 1000000.0
                \\set latitude random(48810100, 48909900) / 1000000.0
                select sector_id from territory.sector_shape where st_covers(shape, st_setsrid(st_makepoint(:longitude, :latitude), 4326)) limit 1;
                """;
    }
}
