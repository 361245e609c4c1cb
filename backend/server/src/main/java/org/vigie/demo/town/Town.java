package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Polygon;

/**
 * Aubrelle, a fictional French commune of about 40 km² around 2.90° E 47.35° N.
 *
 * <p>All geometries are EPSG:4326, longitude first, on a grid of 1e-7 degree. Every list is in a fixed order and two
 * generations are equal to the last decimal.
 */
public final class Town {

    /** The name of the commune. */
    public static final String NAME = "Aubrelle";

    /** The postcode of the whole commune. */
    public static final String POSTCODE = "18950";

    private static final long SEED = 20261124L;
    private static final int ADDRESSES = 10_000;

    /** Sectors end at the middle of these; lanes and residential streets stay whole. */
    private static final Set<StreetKind> CUTTING = EnumSet.of(StreetKind.TRUNK, StreetKind.MAIN, StreetKind.SECONDARY);

    private static final Set<String> CUTTING_OLD_STREETS = Set.of("Rue du Change", "Place des Halles");

    private final List<Sector> sectors;
    private final List<District> districts;
    private final Polygon boundary;
    private final List<Street> streets;
    private final List<Bridge> bridges;
    private final List<Rail> rails;
    private final List<Area> areas;
    private final List<Building> buildings;
    private final List<Address> addresses;
    private final List<Asset> assets;

    private Town(TownPlan plan) {
        sectors = new SectorDeal(new SectorMesh(cuts(plan), plan.boundary), SectorSeeds.all()).sectors();
        districts = districts(sectors);
        boundary = SectorMesh.union(sectors.stream().map(Sector::polygon).toList());
        streets = plan.roads.stream()
                .map(r -> new Street(
                        r.name(), r.kind(), LocalPlane.toWgs84(r.line().line())))
                .toList();
        bridges = Bridges.of(plan.roads, plan.waters.features());
        rails = List.of(new Rail("Ligne de Bourges à Nevers", LocalPlane.toWgs84(plan.railway.line.line())));
        areas = areas(plan);
        buildings = buildings(plan);
        addresses = new Addresses(ADDRESSES).of(plan.houses, new Zone(plan.boundary.area()));
        assets = Inventory.of(plan, new SplittableRandom(SEED));
    }

    /** Draws the town; takes a few seconds. */
    public static Town aubrelle() {
        return new Town(new TownPlan(SEED));
    }

    /** The limit of the commune, the exact union of its sectors. */
    public Polygon boundary() {
        return boundary;
    }

    /** The four districts. */
    public List<District> districts() {
        return districts;
    }

    /** The 24 sectors, S01 to S24. */
    public List<Sector> sectors() {
        return sectors;
    }

    /** Water, woods, greens and built-up ground, in the order a map draws them. */
    public List<Area> areas() {
        return areas;
    }

    /** All streets, roads, lanes and paths, main roads first. */
    public List<Street> streets() {
        return streets;
    }

    /** Where streets cross water. */
    public List<Bridge> bridges() {
        return bridges;
    }

    /** The railway. */
    public List<Rail> rails() {
        return rails;
    }

    /** Houses and landmarks. */
    public List<Building> buildings() {
        return buildings;
    }

    /** Postal addresses, street by street. */
    public List<Address> addresses() {
        return addresses;
    }

    /** Lamp posts, trees, bins and whatever else the town keeps up, kind by kind. */
    public List<Asset> assets() {
        return assets;
    }

    private static List<Polyline> cuts(TownPlan plan) {
        Stream<Polyline> roads = plan.roads.stream()
                .filter(road -> CUTTING.contains(road.kind()) || CUTTING_OLD_STREETS.contains(road.name()))
                .map(Road::line);
        Stream<Polyline> others = Stream.of(plan.waters.lorne, plan.waters.brook, plan.railway.line);
        return Stream.concat(roads, others).toList();
    }

    private static List<District> districts(List<Sector> sectors) {
        List<District> districts = new ArrayList<>();
        SectorSeeds.DISTRICTS.forEach((code, name) -> {
            List<Polygon> parts = sectors.stream()
                    .filter(sector -> sector.districtCode().equals(code))
                    .map(Sector::polygon)
                    .toList();
            districts.add(new District(code, name, SectorMesh.union(parts)));
        });
        return List.copyOf(districts);
    }

    private static List<Area> areas(TownPlan plan) {
        List<Feature> features = new ArrayList<>(plan.greens.woodsOutside(plan.builtUp));
        features.addAll(Feature.parts(AreaKind.BUILT_UP, "", plan.builtUp));
        features.addAll(plan.greens.features());
        features.addAll(plan.waters.features());
        features.add(new Feature(AreaKind.SQUARE, "Place des Halles", plan.oldTown.squareGround()));
        return features.stream()
                .map(f -> new Area(f.kind(), f.name(), LocalPlane.toWgs84(f.ground())))
                .toList();
    }

    private static List<Building> buildings(TownPlan plan) {
        List<Building> buildings = new ArrayList<>();
        for (House house : plan.houses) {
            buildings.add(new Building(BuildingKind.HOUSE, "", LocalPlane.toWgs84(house.outline())));
        }
        for (Landmarks.Landmark landmark : plan.landmarks) {
            Polygon outline = LocalPlane.toWgs84(landmark.outline());
            buildings.add(new Building(BuildingKind.LANDMARK, landmark.name(), outline));
        }
        return List.copyOf(buildings);
    }
}
