package org.vigie.bench;

/** What is to be reached, as agreed on before it was measured: a ratio of one run, or a figure of ours. */
enum Goal {
    T1_Z14("T1", "tile z14 made anew / the same SQL by pgbench", Sense.AT_LEAST, 0.85, 0.95, "×"),
    T1_Z16("T1", "tile z16 made anew / the same SQL by pgbench", Sense.AT_LEAST, 0.85, 0.95, "×"),
    T2_Z14("T2", "tile z14 from memory / all points of it by ST_AsMVT", Sense.AT_LEAST, 30, 60, "×"),
    T2_Z16("T2", "tile z16 from memory / all points of it by ST_AsMVT", Sense.AT_LEAST, 30, 60, "×"),
    T3_Z14("T3", "tile z14 from memory / nginx, the same bytes as a file", Sense.AT_LEAST, 0.4, 0.55, "×"),
    T3_Z16("T3", "tile z16 from memory / nginx, the same bytes as a file", Sense.AT_LEAST, 0.4, 0.55, "×"),
    T4("T4", "304 / nginx, a file of 120 KB", Sense.AT_LEAST, 2, 3, "×"),
    T5_Z14("T5", "default tile z14 made anew / all points of it by ST_AsMVT", Sense.AT_LEAST, 15, 25, "×"),
    T5_Z12("T5", "default tile z12 made anew / all points of it by ST_AsMVT", Sense.AT_LEAST, 60, 100, "×"),
    T6("T6", "default tile z14 made anew / MapServer's of the same ground", Sense.AT_LEAST, 15, 30, "×"),
    T7("T7", "largest default tile up to z14, not compressed", Sense.AT_MOST, 80, 40, "KB"),
    T8("T8", "change committed → its tile has another tag, p99", Sense.AT_MOST, 1000, 250, "ms"),
    F1("F1", "500 features of a box as GeoJSON / the rows by pgbench", Sense.AT_LEAST, 0.6, 0.75, "×"),
    F2_MAPSERVER("F2", "the same / MapServer, OGC API Features", Sense.AT_LEAST, 10, 16, "×"),
    F2_QGIS("F2", "the same / QGIS Server, WFS3", Sense.AT_LEAST, 80, 130, "×"),
    F2_NODE("F2", "the same / node with pg, JSON made by SQL", Sense.AT_LEAST, 1.3, 1.8, "×"),
    F3("F3", "page 1000 by key / page 1, p99", Sense.AT_MOST, 1.3, 1.1, "×"),
    K1_PG("K1", "nearest open requests / the same SQL by pgbench", Sense.AT_LEAST, 0.25, 0.5, "×"),
    K1_NODE("K1", "nearest open requests / node with pg", Sense.AT_LEAST, 1.2, 1.6, "×"),
    L1("L1", "lookup in memory, one thread / PostGIS, both cores", Sense.AT_LEAST, 15, 100, "×"),
    L2("L2", "lookup over HTTP / ST_Covers by pgbench", Sense.AT_LEAST, 0.7, 0.95, "×"),
    L3("L3", "lookup as ST_Covers says, on a million places and on edges", Sense.AT_LEAST, 100, 100, "%"),
    I1("I1", "intake / bare insert by pgbench", Sense.AT_LEAST, 0.5, 0.65, "×"),
    I2("I2", "intake / lookup, insert, history and outbox in one statement by pgbench", Sense.AT_LEAST, 0.5, 0.7, "×"),
    I3("I3", "intake at 500 a second while tiles are read, p99", Sense.AT_MOST, 20, 10, "ms"),
    B1("B1", "import of a CSV file into the city / COPY of ready rows", Sense.AT_MOST, 1.5, 1.15, "×"),
    B2("B2", "import of a CSV file into an empty city / COPY and index", Sense.AT_MOST, 2.0, 1.4, "×"),
    B3("B3", "intake during an import / without, p99", Sense.AT_MOST, 3, 2, "×"),
    S1_RATE("S1", "events delivered to 1,000 screens / nginx with nchan", Sense.AT_LEAST, 0.7, 1.0, "×"),
    S1_P99("S1", "of these, p99", Sense.AT_MOST, 250, 100, "ms"),
    S2_P99("S2", "4,000 screens, 25 events a second, all delivered, p99", Sense.AT_MOST, 500, 250, "ms"),
    S2_STALLED("S2", "p99 with one reader that stalls / without", Sense.AT_MOST, 1.2, 1.05, "×"),
    S3("S3", "commit → event at 100 screens, 20 a second, p99", Sense.AT_MOST, 200, 50, "ms"),
    G1_TILE("G1", "default tile made anew, p99: 10 million / 100,000 requests", Sense.AT_MOST, 1.3, 1.1, "×"),
    G1_BOX("G1", "500 features of a box, p99: 10 million / 100,000 requests", Sense.AT_MOST, 1.3, 1.1, "×"),
    G1_NEAR("G1", "nearest open requests, p99: 10 million / 100,000 requests", Sense.AT_MOST, 1.3, 1.1, "×"),
    G2("G2", "cost of a lookup: 5,000 / 500 sectors", Sense.AT_MOST, 1.5, 1.2, "×"),
    M1_IDLE("M1", "memory of the process (RSS), idle after its start", Sense.AT_MOST, 450, 300, "MB"),
    M1_FULL("M1", "memory of the process (RSS), 4,000 screens and tiles", Sense.AT_MOST, 1200, 900, "MB"),
    M2("M2", "heap of a screen", Sense.AT_MOST, 120, 40, "KB"),
    U1("U1", "start to readiness", Sense.AT_MOST, 8, 4, "s");

    enum Sense {
        AT_LEAST,
        AT_MOST
    }

    /** @see #judge */
    enum Verdict {
        REACHED,
        HELD,
        BELOW
    }

    final String row;
    final String what;
    final double must;
    final double reach;
    final String unit;
    private final Sense sense;

    Goal(String row, String what, Sense sense, double must, double reach, String unit) {
        this.row = row;
        this.what = what;
        this.sense = sense;
        this.must = must;
        this.reach = reach;
        this.unit = unit;
    }

    Verdict judge(double value) {
        return holds(value, reach) ? Verdict.REACHED : holds(value, must) ? Verdict.HELD : Verdict.BELOW;
    }

    /** What is no number holds nothing. */
    private boolean holds(double value, double limit) {
        return sense == Sense.AT_LEAST ? value >= limit : value <= limit;
    }

    String limit(double of) {
        return (sense == Sense.AT_LEAST ? "≥ " : "≤ ") + Row.number(of) + " " + unit;
    }
}
