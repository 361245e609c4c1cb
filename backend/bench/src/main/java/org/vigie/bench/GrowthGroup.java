package org.vigie.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.territory.CitySectors;

/** G: what ten years of requests cost beside five weeks, and ten times the sectors. */
final class GrowthGroup implements Group.Measurement {

    @Override
    public List<Row> run(Bed bed) throws Exception {
        List<Row> rows = new ArrayList<>();
        CitySectors few = CitySectors.made(500);
        CitySectors many = CitySectors.made(5000);
        List<City.Place> places = LookupGroup.anywhere(1 << 14);
        Map<String, Measured> told = bed.rounds()
                .run(List.of(
                        Side.of("500 sectors", length -> LookupGroup.inMemory(few, places, length)),
                        Side.of("5000 sectors", length -> LookupGroup.inMemory(many, places, length))));
        Measured fewer = told.get("500 sectors");
        Measured more = told.get("5000 sectors");
        rows.add(Row.measured(
                Goal.G2,
                fewer.perSecond() / more.perSecond(),
                !fewer.isNoisy() && !more.isNoisy(),
                "%s/s and %s/s".formatted(Row.number(fewer.perSecond()), Row.number(more.perSecond()))));
        rows.addAll(requests(bed));
        return rows;
    }

    private static List<Row> requests(Bed bed) throws Exception {
        City great = bed.city();
        if (great.size() == Size.SMALL) {
            String why = "needs a greater city: --size 10m";
            return List.of(Row.absent(Goal.G1_TILE, why), Row.absent(Goal.G1_BOX, why), Row.absent(Goal.G1_NEAR, why));
        }
        City small = new CityLoader(great.database(), Size.SMALL).load();
        List<Row> rows = new ArrayList<>();
        try (Service one = bed.over(small).serviceWithoutMemory();
                Service other = bed.serviceWithoutMemory()) {
            rows.add(compare(bed, Goal.G1_TILE, "tile z14", tile(small, one), tile(great, other)));
            String items = "/" + City.CODE + "/ogc/collections/request/items?f=json&limit=500&bbox=";
            rows.add(compare(
                    bed,
                    Goal.G1_BOX,
                    "box",
                    Wrk.side("box, 100k", one.base(), FeatureGroup.boxes(small, items)),
                    Wrk.side("box, " + great.size().name, other.base(), FeatureGroup.boxes(great, items))));
            rows.add(compare(
                    bed,
                    Goal.G1_NEAR,
                    "nearest",
                    Wrk.side("nearest, 100k", one.base(), NearestGroup.paths(small)),
                    Wrk.side("nearest, " + great.size().name, other.base(), NearestGroup.paths(great))));
        }
        return rows;
    }

    private static Side tile(City city, Service service) throws Exception {
        return Wrk.side(
                "tile z14, " + city.size().name,
                service.base(),
                city.busiest(14).stream().map(City.Tile::path).toList());
    }

    /** A million tells how it grows; it is judged by ten. */
    private static Row compare(Bed bed, Goal goal, String what, Side small, Side great) throws Exception {
        Map<String, Measured> told = bed.rounds().run(List.of(small, great));
        Measured few = told.get(small.name());
        Measured many = told.get(great.name());
        if (few.failed() + many.failed() > 0) {
            return Row.broken(goal, many.failed() + few.failed() + " answers were no success");
        }
        return Row.measured(
                goal,
                many.p99Millis() / few.p99Millis(),
                bed.city().size() == Size.GREATEST && !few.isNoisy() && !many.isNoisy(),
                "%s, p99: 100k %s ms, %s %s ms; p50 %s ms, %s ms"
                        .formatted(
                                what,
                                Row.number(few.p99Millis()),
                                bed.city().size().name,
                                Row.number(many.p99Millis()),
                                Row.number(few.p50Millis()),
                                Row.number(many.p50Millis())));
    }
}
