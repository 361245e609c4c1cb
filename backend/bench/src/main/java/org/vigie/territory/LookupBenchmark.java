package org.vigie.territory;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vigie.geo.Wgs84Point;

/** One thread asks for the sector of one place after another: rule, sector and metres to the edge. */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.Throughput, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LookupBenchmark {

    private static final int PLACES = 1 << 16;
    private static final double TOLERANCE_METRES = 25;

    /** The communes of France (35,357), or a city of 500 or 5,000 sectors of about 200 corners. */
    @Param({"france", "500", "5000"})
    public String sectors;

    private SectorSnapshot snapshot;
    private Wgs84Point[] places;
    private int next;

    @Setup
    public void build() throws IOException {
        List<SectorSnapshot.Shape> shapes =
                sectors.equals("france") ? BenchSectors.france() : BenchSectors.city(Integer.parseInt(sectors), 200);
        places = BenchSectors.places(shapes, PLACES, 7);
        snapshot = new SectorSnapshot(new UUID(0, 1), shapes);
        for (Wgs84Point place : places) {
            snapshot.locate(place, TOLERANCE_METRES);
        }
        long corners = shapes.stream().mapToLong(shape -> shape.shape().getNumPoints()).sum();
        System.out.printf("%n%,d sectors, %,d corners: %,d MiB%n", shapes.size(), corners, bytesKept(shapes) >> 20);
    }

    @Benchmark
    public Placement locate() {
        next = (next + 1) & (PLACES - 1);
        return snapshot.locate(places[next], TOLERANCE_METRES);
    }

    /** What the snapshot takes once the shapes it was made of are gone. */
    private static long bytesKept(List<SectorSnapshot.Shape> shapes) {
        shapes.clear();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
