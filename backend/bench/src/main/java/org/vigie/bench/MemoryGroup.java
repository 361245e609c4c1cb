package org.vigie.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** M: what the service takes of the machine's memory, idle and with thousands of screens and tiles. */
final class MemoryGroup implements Group.Measurement {

    private static final int SCREENS = 4000;
    private static final int EVENTS_A_SECOND = 25;
    private static final long IDLE_MILLIS = 5000;

    @Override
    public List<Row> run(Bed bed) throws Exception {
        List<Row> rows = new ArrayList<>();
        Duration length = bed.options().length();
        int most = (int) (EVENTS_A_SECOND * length.toSeconds());
        Bed copy = bed.overCopy();
        try (Service ours = copy.service()) {
            Thread.sleep(IDLE_MILLIS);
            rows.add(Row.measured(Goal.M1_IDLE, Machine.residentMegabytes(ours.pid()), true, "5 s after readiness"));
            // What one screen brings along for all is not counted.
            try (Screens first = new Screens(10, ours.port(), "/" + City.CODE + "/live", 1)) {
                first.await(0, 0);
            }
            long before = ours.heapBytes();
            try (Screens open = new Screens(SCREENS, ours.port(), "/" + City.CODE + "/live", most);
                    Publisher.OfCity publisher = new Publisher.OfCity(copy.city())) {
                double kilobytes = (ours.heapBytes() - before) / 1e3 / SCREENS;
                rows.add(Row.measured(
                        Goal.M2, kilobytes, true, "%d screens, collected before and after".formatted(SCREENS)));
                Side tiles = Wrk.side(
                        "tiles beside streams",
                        ours.base(),
                        bed.city().busiest(14).stream().map(City.Tile::path).toList());
                Thread reading = Thread.ofPlatform().daemon().start(() -> read(tiles, length));
                Publisher.at(EVENTS_A_SECOND, length, open, publisher);
                double resident = Machine.residentMegabytes(ours.pid());
                reading.join();
                rows.add(Row.measured(
                        Goal.M1_FULL,
                        resident,
                        true,
                        "heap at most " + System.getenv().getOrDefault("VIGIE_MEMORY", "1g")));
            }
        } finally {
            bed.forgetCopy();
        }
        return rows;
    }

    private static void read(Side tiles, Duration length) {
        try {
            tiles.run(length);
        } catch (Exception e) {
            System.out.println("  tiles were not read: " + e.getMessage());
        }
    }
}
