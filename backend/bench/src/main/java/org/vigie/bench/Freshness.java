package org.vigie.bench;

import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/** From the commit of a change on its tile is asked for by its tag again and again, until it has another. */
final class Freshness {

    private static final int CHANGES = 100;
    private static final long LONGEST_NANOS = 10_000_000_000L;
    private static final long PAUSE_MILLIS = 2;

    private Freshness() {}

    static Row measure(Bed bed, Service ours) throws Exception {
        City city = bed.city();
        bed.neighbours().begin();
        double[] untold;
        double[] told;
        try (Connection connection = city.database().connect(city.name());
                Statement statement = connection.createStatement();
                KeptConnection http = new KeptConnection(ours.base())) {
            statement.execute("select set_config('vigie.jurisdiction', '" + city.jurisdictionId() + "', false)");
            List<City.Tile> tiles = city.busiest(12);
            told = millis(tiles, statement, http, "; select pg_notify('vigie_live', '" + city.jurisdictionId() + "')");
            untold = millis(tiles, statement, http, "");
        }
        boolean quiet = bed.neighbours().share() <= Rounds.MOST_FOREIGN;
        return Row.measured(
                Goal.T8,
                untold[1],
                quiet,
                "%d changes that nobody tells: p50 %s ms; as many that are told, as the service does: p50 %s ms, p99 %s ms"
                        .formatted(CHANGES, Row.number(untold[0]), Row.number(told[0]), Row.number(told[1])));
    }

    /**
     * @param telling SQL after the change, committed with it
     * @return p50 and p99
     */
    private static double[] millis(List<City.Tile> tiles, Statement statement, KeptConnection http, String telling)
            throws Exception {
        long[] nanos = new long[CHANGES];
        for (int i = 0; i < CHANGES; i++) {
            City.Tile tile = tiles.get(i % tiles.size());
            String tag = http.get(tile.path()).tag();
            statement.execute(changed(tile) + telling);
            if (statement.getUpdateCount() != 1) {
                throw new IllegalStateException("no open request in " + tile);
            }
            long committed = System.nanoTime();
            while (http.get(tile.path(), "If-None-Match: " + tag).status() == 304) {
                if (System.nanoTime() - committed > LONGEST_NANOS) {
                    break;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
            nanos[i] = System.nanoTime() - committed;
        }
        Arrays.sort(nanos);
        return new double[] {Clients.percentile(nanos, 0.5) / 1e6, Clients.percentile(nanos, 0.99) / 1e6};
    }

    /** Goes on from one state to the next, and back from the last to the first: the city stays as it is. */
    private static String changed(City.Tile tile) {
        return """
                update request.request set state = case state when 'RECEIVED' then 'ASSIGNED' when 'ASSIGNED' then 'IN_PROGRESS' else 'RECEIVED' end
                where request_id = (select request_id from request.request
                    where state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')
                      and location3857 && st_tileenvelope(%d, %d, %d) order by random() limit 1)
                """.formatted(tile.zoom(), tile.x(), tile.y());
    }
}
