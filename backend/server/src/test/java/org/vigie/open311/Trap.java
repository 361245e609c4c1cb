package org.vigie.open311;

import java.util.concurrent.atomic.AtomicInteger;
import org.vigie.testing.OtherSystem;

/** A server inside that must never be visited. */
final class Trap implements AutoCloseable {

    private final AtomicInteger visits = new AtomicInteger();
    private final OtherSystem server = new OtherSystem(exchange -> {
        visits.incrementAndGet();
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    });

    String address() {
        return server.address();
    }

    int visits() {
        return visits.get();
    }

    @Override
    public void close() {
        server.close();
    }
}
