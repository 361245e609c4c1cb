package org.vigie.demo.town;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** The town, drawn once for all tests, and the few figures the tests compare it with. */
final class Aubrelle {

    static final Town TOWN = Town.aubrelle();

    /** Square kilometres in a square degree at 47.35° north. */
    static final double KM2_PER_SQUARE_DEGREE = 75.55 * 111.18;

    private Aubrelle() {}

    static List<Area> areas(AreaKind kind) {
        return TOWN.areas().stream().filter(area -> area.kind() == kind).toList();
    }

    static List<Building> houses() {
        return TOWN.buildings().stream()
                .filter(building -> building.kind() == BuildingKind.HOUSE)
                .toList();
    }

    static List<Asset> assets(AssetKind kind) {
        return TOWN.assets().stream().filter(asset -> asset.kind() == kind).toList();
    }

    static STRtree index(List<? extends Geometry> geometries) {
        STRtree tree = new STRtree();
        geometries.forEach(geometry -> tree.insert(geometry.getEnvelopeInternal(), geometry));
        return tree;
    }
}
