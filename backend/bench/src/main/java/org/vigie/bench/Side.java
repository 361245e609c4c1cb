package org.vigie.bench;

import java.time.Duration;

/** Something that is measured beside others: our service, a peer, the bare SQL. */
interface Side {

    String name();

    Sample run(Duration length) throws Exception;

    static Side of(String name, Turn turn) {
        return new Side() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Sample run(Duration length) throws Exception {
                return turn.run(length);
            }
        };
    }

    @FunctionalInterface
    interface Turn {
        Sample run(Duration length) throws Exception;
    }
}
