package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Everything the town keeps up, counted and numbered kind by kind. */
final class Inventory {

    private static final Set<StreetKind> STREETS =
            EnumSet.of(StreetKind.MAIN, StreetKind.SECONDARY, StreetKind.RESIDENTIAL, StreetKind.OLD);

    private static final Set<StreetKind> BUSY = EnumSet.of(StreetKind.MAIN, StreetKind.SECONDARY, StreetKind.OLD);

    private final List<Asset> assets = new ArrayList<>();

    private Inventory() {}

    static List<Asset> of(TownPlan plan, SplittableRandom random) {
        Inventory inventory = new Inventory();
        Pavement pavement = new Pavement(plan);
        List<Feature> greens = plan.greens.features();
        ParkGround parks = new ParkGround(greens, random);
        inventory.furnish(pavement, parks);
        inventory.add(AssetKind.TREE, Trees.of(pavement, parks, random));
        inventory.add(AssetKind.SCHOOL, PublicPlaces.schools(plan.houses));
        inventory.add(AssetKind.SPORTS_FACILITY, PublicPlaces.sports(plan.houses, greens));
        inventory.add(AssetKind.PLAYGROUND, PublicPlaces.playgrounds(greens));
        return List.copyOf(inventory.assets);
    }

    private void furnish(Pavement pavement, ParkGround parks) {
        add(AssetKind.LAMP_POST, Spot.evenly(pavement.alternating(35, STREETS), 4500));
        List<Spot> bins = new ArrayList<>(Spot.evenly(pavement.alternating(83, BUSY), 360));
        bins.addAll(Spot.evenly(parks.scattered(70), 90));
        add(AssetKind.BIN, bins);
        List<Spot> benches = new ArrayList<>(Spot.evenly(pavement.alternating(97, EnumSet.of(StreetKind.MAIN)), 120));
        benches.addAll(Spot.evenly(parks.scattered(42), 200));
        add(AssetKind.BENCH, benches);
        add(AssetKind.GLASS_CONTAINER, Spot.evenly(pavement.alternating(141, STREETS), 60));
        add(AssetKind.HYDRANT, Spot.evenly(pavement.alternating(113, STREETS), 210));
    }

    private void add(AssetKind kind, List<Spot> spots) {
        for (int i = 0; i < spots.size(); i++) {
            Spot spot = spots.get(i);
            assets.add(new Asset(kind, kind.code(i + 1), spot.name(), LocalPlane.toWgs84(spot.at())));
        }
    }
}
