package org.vigie.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What {@link Wrk} does, where wrk is not installed. It takes more of the machine, so figures are to be compared within one run only. */
record Reader(String name, String base, List<String> paths, String... headers) implements Side {

    private static final int CONNECTIONS = 4;

    @Override
    public Sample run(Duration length) throws Exception {
        return Clients.closed(CONNECTIONS, length, base, (connection, client, n) -> {
            int place = paths.size() < CONNECTIONS ? (int) n : client + (int) n * CONNECTIONS;
            String[] line = paths.get(Math.floorMod(place, paths.size())).split("\t");
            String[] all = Arrays.copyOf(headers, headers.length + line.length - 1);
            System.arraycopy(line, 1, all, headers.length, line.length - 1);
            KeptConnection.Answer answer = connection.get(line[0], all);
            return new Clients.Outcome(answer.status() < 400, answer.body().length);
        });
    }
}
