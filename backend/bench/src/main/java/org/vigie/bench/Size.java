package org.vigie.bench;

import java.util.Arrays;

/** How many requests the city has; a year has a million, and a backlog of open ones that does not grow with the years. */
enum Size {
    SMALL("100k", 100_000),
    GREAT("1m", 1_000_000),
    GREATEST("10m", 10_000_000);

    static final int OPEN = 60_000;

    final String name;
    final int requests;

    Size(String name, int requests) {
        this.name = name;
        this.requests = requests;
    }

    String database() {
        return "bench_" + name;
    }

    static Size named(String name) {
        return Arrays.stream(values())
                .filter(size -> size.name.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--size is 100k, 1m or 10m, not " + name));
    }
}
