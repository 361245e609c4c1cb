package org.vigie.demo.life;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import org.vigie.demo.town.Address;
import org.vigie.demo.town.AssetKind;
import org.vigie.demo.town.Town;
import org.vigie.geo.Wgs84Point;

/** Where what is reported: each kind of place has a few hot spots that come back and many places that come once. */
final class Spots {

    private static final double CENTRE_LONGITUDE = 2.90;
    private static final double CENTRE_LATITUDE = 47.35;
    private static final double METRES_PER_DEGREE_NORTH = 111_180;
    private static final double METRES_PER_DEGREE_EAST = 75_550;
    private static final double CENTRE_REACH_METRES = 750;
    private static final double OUTSKIRTS_METRES = 1400;
    private static final double STRAY_METRES = 5;

    private final STRtree addresses = new STRtree();
    private final Map<String, Places> kinds = new HashMap<>();

    /** Candidates, the hot ones first, and how often it is one of those. */
    private record Places(List<Spot> all, int hot, double share) {
        Spot next(SplittableRandom random) {
            if (random.nextDouble() < share) {
                double first = random.nextDouble();
                return all.get((int) (first * first * Math.min(hot, all.size())));
            }
            return all.get(random.nextInt(all.size()));
        }
    }

    Spots(Town town) {
        town.addresses().forEach(address -> addresses.insert(envelope(address.point()), address));
        List<Spot> doors = town.addresses().stream()
                .map(address -> new Spot(Wgs84Point.of(address.point()), address, ""))
                .toList();
        kinds.put("home", new Places(shuffled(doors, 1, spot -> 1), 1, 0));
        kinds.put("street", new Places(shuffled(doors, 2, spot -> 0.45 + bell(spot, 1600)), 45, 0.18));
        kinds.put("centre", new Places(shuffled(doors, 3, spot -> bell(spot, CENTRE_REACH_METRES)), 30, 0.4));
        kinds.put("road", new Places(shuffled(doors, 4, spot -> 0.5 + bell(spot, 2200)), 60, 0.3));
        kinds.put("dump", new Places(shuffled(doors, 5, spot -> 1 - bell(spot, OUTSKIRTS_METRES)), 11, 0.55));
        kinds.put("lamp", things(town, AssetKind.LAMP_POST, 90, 0.3));
        kinds.put("tree", things(town, AssetKind.TREE, 50, 0.2));
        kinds.put("bin", things(town, AssetKind.BIN, 25, 0.5));
        kinds.put("bench", things(town, AssetKind.BENCH, 20, 0.3));
        kinds.put("park", things(town, AssetKind.BENCH, 25, 0.4));
        kinds.put("glass", things(town, AssetKind.GLASS_CONTAINER, 10, 0.4));
        kinds.put("play", things(town, AssetKind.PLAYGROUND, 6, 0.4));
    }

    /** A place of that kind, where somebody stands who points at it. */
    Spot next(String kind, SplittableRandom random) {
        Spot spot = Objects.requireNonNull(kinds.get(kind), kind).next(random);
        return spot.code().isEmpty() ? astray(spot, random) : spot;
    }

    /** A few metres away. */
    static Spot astray(Spot spot, SplittableRandom random) {
        return spot.movedBy(
                random.nextGaussian() * STRAY_METRES / METRES_PER_DEGREE_EAST,
                random.nextGaussian() * STRAY_METRES / METRES_PER_DEGREE_NORTH);
    }

    private Places things(Town town, AssetKind kind, int hot, double share) {
        List<Spot> spots = town.assets().stream()
                .filter(asset -> asset.kind() == kind)
                .map(asset -> new Spot(Wgs84Point.of(asset.point()), nearest(asset.point()), asset.code()))
                .toList();
        return new Places(shuffled(spots, kind.ordinal() + 10, spot -> 0.4 + bell(spot, 1500)), hot, share);
    }

    private Address nearest(Point point) {
        return (Address) addresses.nearestNeighbour(
                envelope(point),
                new Object(),
                (left, right) -> left.getBounds().equals(right.getBounds())
                        ? 0
                        : ((Envelope) left.getBounds()).distance((Envelope) right.getBounds()));
    }

    /** In metres, more or less: degrees are not worth the same both ways. */
    private static Envelope envelope(Point point) {
        double x = point.getX() * METRES_PER_DEGREE_EAST;
        double y = point.getY() * METRES_PER_DEGREE_NORTH;
        return new Envelope(x, x, y, y);
    }

    private static double bell(Spot spot, double reachMetres) {
        double east = (spot.point().longitudeDegrees() - CENTRE_LONGITUDE) * METRES_PER_DEGREE_EAST;
        double north = (spot.point().latitudeDegrees() - CENTRE_LATITUDE) * METRES_PER_DEGREE_NORTH;
        return StrictMath.exp(-(east * east + north * north) / (reachMetres * reachMetres));
    }

    /** In random order, each kept with the probability given. */
    private static List<Spot> shuffled(List<Spot> all, long seed, ToDoubleFunction<Spot> keep) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Spot> kept = new ArrayList<>();
        for (Spot spot : all) {
            if (random.nextDouble() < keep.applyAsDouble(spot)) {
                kept.add(spot);
            }
        }
        Spot[] order = kept.toArray(Spot[]::new);
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            Spot moved = order[i];
            order[i] = order[other];
            order[other] = moved;
        }
        return List.copyOf(Arrays.asList(order));
    }
}
