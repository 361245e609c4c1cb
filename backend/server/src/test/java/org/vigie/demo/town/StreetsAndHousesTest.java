package org.vigie.demo.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

class StreetsAndHousesTest {

    /** Square degrees: a tenth of a square metre, what rounding to the grid can shift. */
    private static final double ROUNDING = 1.2e-11;

    private final Town town = Aubrelle.TOWN;
    private final List<Polygon> houses =
            Aubrelle.houses().stream().map(Building::polygon).toList();
    private final List<Polygon> waters =
            Aubrelle.areas(AreaKind.WATER).stream().map(Area::polygon).toList();

    @Test
    void everyStreetHasANameOfItsOwn() {
        assertThat(town.streets()).hasSizeBetween(450, 600);
        assertThat(town.streets()).extracting(Street::name).doesNotContain("").doesNotHaveDuplicates();
        assertThat(town.streets()).extracting(Street::name).allMatch(name -> name.equals(name.strip()));
    }

    @Test
    void everyKindOfStreetExists() {
        assertThat(town.streets()).extracting(Street::kind).contains(StreetKind.values());
        assertThat(town.streets()).extracting(Street::line).allMatch(LineString::isValid);
    }

    @Test
    void onlyBridgesCrossWater() {
        STRtree water = Aubrelle.index(waters);
        List<String> bridged = town.bridges().stream().map(Bridge::street).toList();
        assertThat(bridged).isNotEmpty();
        for (Street street : town.streets()) {
            boolean wet = touchesAny(water, street.line());
            assertThat(wet).as(street.name()).isEqualTo(bridged.contains(street.name()));
        }
    }

    @Test
    void residentialStreetsHaveNoBridge() {
        assertThat(town.bridges())
                .extracting(Bridge::kind)
                .doesNotContainAnyElementsOf(EnumSet.of(StreetKind.RESIDENTIAL, StreetKind.OLD));
    }

    @Test
    void aboutTenThousandHousesAreValid() {
        assertThat(houses).hasSizeBetween(9_000, 11_000).allMatch(Geometry::isValid);
        assertThat(town.areas()).extracting(Area::polygon).allMatch(Geometry::isValid);
    }

    @Test
    void noHouseStandsInWater() {
        STRtree water = Aubrelle.index(waters);
        assertThat(town.buildings()).noneMatch(building -> touchesAny(water, building.polygon()));
    }

    @Test
    void noStreetRunsThroughABuilding() {
        STRtree buildings =
                Aubrelle.index(town.buildings().stream().map(Building::polygon).toList());
        assertThat(town.streets()).noneMatch(street -> touchesAny(buildings, street.line()));
    }

    @Test
    void noHouseStandsOnAnother() {
        STRtree index = Aubrelle.index(houses);
        for (Polygon house : houses) {
            for (Object found : index.query(house.getEnvelopeInternal())) {
                Polygon other = (Polygon) found;
                if (!other.equalsExact(house) && other.intersects(house)) {
                    assertThat(other.intersection(house).getArea()).isLessThan(ROUNDING);
                }
            }
        }
    }

    @Test
    void theLandmarksAreThere() {
        assertThat(town.buildings())
                .filteredOn(building -> building.kind() == BuildingKind.LANDMARK)
                .extracting(Building::name)
                .contains("Cathédrale Saint-Étienne", "Hôtel de ville", "Gare d’Aubrelle", "Halles");
    }

    private static boolean touchesAny(STRtree index, Geometry geometry) {
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(geometry);
        for (Object found : index.query(geometry.getEnvelopeInternal())) {
            if (prepared.intersects((Geometry) found)) {
                return true;
            }
        }
        return false;
    }
}
