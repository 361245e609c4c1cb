package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Geometry;

/** The whole town in metres, drawn step by step in the constructor; each step sees what the earlier ones left. */
final class TownPlan {

    final Polyline boundary;
    final Waters waters;
    final Railway railway = new Railway();
    final Greens greens;
    final MainRoads mainRoads;
    final OldTown oldTown;
    final List<Landmarks.Landmark> landmarks;
    final List<Road> roads;
    final RoadIndex index = new RoadIndex();
    final List<House> houses;
    final Geometry builtUp;

    final TownEdge edge;

    private final DirectionField field;
    private final Footprints footprints = new Footprints();

    TownPlan(long seed) {
        Noise noise = new Noise(seed);
        SplittableRandom random = new SplittableRandom(seed);
        boundary = Boundary.outline(noise);
        waters = new Waters(noise);
        mainRoads = new MainRoads(noise);
        oldTown = new OldTown(noise, mainRoads.boulevards);
        greens = new Greens(noise, waters, strips(drawn()));
        edge = new TownEdge(noise);
        field = new DirectionField(noise, waters.lorne);
        landmarks = landmarks();
        roads = new StreetNames(edge, index, seed).name(grow(random.split()));
        houses = houses(random.split());
        builtUp = BuiltUp.around(roads, edge, waters.zone(0));
    }

    private List<Landmarks.Landmark> landmarks() {
        drawn().forEach(footprints::take);
        List<Landmarks.Landmark> placed =
                new ArrayList<>(new Landmarks(footprints, Zone.of(closed(8, 0, 14))).landmarks());
        placed.add(Landmarks.market(oldTown.squareGround()));
        return List.copyOf(placed);
    }

    private static Zone strips(List<Road> roads) {
        return Zone.of(roads.stream()
                .filter(road -> road.kind() != StreetKind.PATH)
                .map(road -> road.line().line().buffer(road.halfWidth(), 3))
                .toList());
    }

    private List<Road> drawn() {
        List<Road> drawn = new ArrayList<>(mainRoads.roads());
        drawn.addAll(oldTown.roads());
        drawn.add(new Road("Promenade de la Lorne", StreetKind.PATH, waters.towpath(1)));
        drawn.add(new Road("Chemin du Halage", StreetKind.PATH, waters.towpath(-1)));
        return drawn;
    }

    /** First the streets of the town, from the centre outwards, then the lanes between the fields. */
    private List<Road> grow(SplittableRandom random) {
        List<Road> all = drawn();
        all.forEach(road -> index.add(road.line()));
        List<Geometry> grounds = closed(16, 5, 32);
        landmarks.forEach(landmark -> grounds.add(landmark.outline().buffer(7, 2)));
        Zone closed = Zone.of(grounds);
        StreetGrowth town = new StreetGrowth(field, new TownTerrain(edge, closed), index, random);
        for (Polyline line : town.from(Seeds.town(random))) {
            boolean old = TownCentre.distance(line.at(line.size() / 2)) < TownCentre.OLD_TOWN;
            all.add(new Road("", old ? StreetKind.OLD : StreetKind.RESIDENTIAL, line));
        }
        Terrain fields = new CountryTerrain(edge, closed, new Zone(boundary.area()));
        for (Polyline line : new StreetGrowth(field, fields, index, random).from(Seeds.country(random))) {
            all.add(new Road("", StreetKind.PATH, line));
        }
        all.add(new Road("Passerelle de l’Île", StreetKind.PATH, footbridge()));
        return all;
    }

    /** From the Quai to the island. */
    private static Polyline footbridge() {
        return Spline.open(6, "-690 -640, -730 -730, -770 -820");
    }

    private List<House> houses(SplittableRandom random) {
        roads.stream().skip(drawn().size()).forEach(footprints::take);
        return new HouseRows(edge, Zone.of(closed(7, 1, 16)), footprints, random).along(roads);
    }

    /** Water, greens and the railway with their margins in metres; the square too. */
    private List<Geometry> closed(double byWater, double byGreens, double byRailway) {
        List<Geometry> grounds = new ArrayList<>();
        grounds.add(waters.zone(byWater).ground());
        grounds.add(railway.zone(byRailway).ground());
        greens.features().forEach(green -> grounds.add(green.ground().buffer(byGreens, 4)));
        grounds.add(oldTown.squareGround());
        return grounds;
    }
}
