package org.vigie.demo.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

class SectorTilingTest {

    private final List<Sector> sectors = Aubrelle.TOWN.sectors();
    private final List<Polygon> polygons = sectors.stream().map(Sector::polygon).toList();
    private final Polygon boundary = Aubrelle.TOWN.boundary();

    @Test
    void twentyFourSectorsAreValidAndHaveCodesInOrder() {
        assertThat(polygons).hasSize(24).allMatch(Geometry::isValid).allMatch(p -> p.getSRID() == 4326);
        assertThat(sectors.getFirst().code()).isEqualTo("S01");
        assertThat(sectors.getLast().code()).isEqualTo("S24");
        assertThat(sectors).extracting(Sector::code).isSorted().doesNotHaveDuplicates();
        assertThat(sectors).extracting(Sector::name).doesNotHaveDuplicates();
    }

    @Test
    void noSectorIsTooSmallToNameOrTooLargeToServe() {
        assertThat(polygons)
                .extracting(p -> p.getArea() * Aubrelle.KM2_PER_SQUARE_DEGREE)
                .allMatch(km2 -> km2 > 0.4 && km2 < 5);
    }

    @Test
    void theUnionOfTheSectorsIsTheCommune() {
        assertThat(UnaryUnionOp.union(polygons).equalsTopo(boundary)).isTrue();
        assertThat(boundary.isValid()).isTrue();
        assertThat(boundary.getArea() * Aubrelle.KM2_PER_SQUARE_DEGREE).isBetween(38.0, 43.0);
    }

    @Test
    void theAreasAddUp() {
        double sum = polygons.stream().mapToDouble(Polygon::getArea).sum();
        assertThat(sum / boundary.getArea()).isCloseTo(1, within(1e-12));
    }

    @Test
    void noTwoSectorsShareGround() {
        for (int i = 0; i < polygons.size(); i++) {
            for (int j = i + 1; j < polygons.size(); j++) {
                assertThat(polygons.get(i).relate(polygons.get(j), "T********"))
                        .as(
                                "%s and %s overlap",
                                sectors.get(i).name(), sectors.get(j).name())
                        .isFalse();
            }
        }
    }

    @Test
    void theSectorsAreACoverage() {
        assertThat(CoverageValidator.isValid(polygons.toArray(Geometry[]::new))).isTrue();
    }

    @Test
    void aVertexOnTheEdgeOfANeighbourIsAVertexOfTheNeighbour() {
        for (Polygon neighbour : polygons) {
            IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(neighbour);
            Set<Coordinate> vertices = new HashSet<>(List.of(neighbour.getCoordinates()));
            for (Polygon sector : polygons) {
                assertThat(sector.getCoordinates())
                        .allMatch(v -> locator.locate(v) != Location.INTERIOR)
                        .allMatch(v -> locator.locate(v) != Location.BOUNDARY || vertices.contains(v));
            }
        }
    }

    @Test
    void everyVertexLiesOnTheGridOfOneTenMillionthOfADegree() {
        assertThat(boundary.getCoordinates())
                .allMatch(v -> v.x == Math.round(v.x * 1e7) / 1e7 && v.y == Math.round(v.y * 1e7) / 1e7);
    }

    @Test
    void aDistrictIsTheUnionOfItsSectors() {
        assertThat(Aubrelle.TOWN.districts()).hasSize(4);
        for (District district : Aubrelle.TOWN.districts()) {
            List<Polygon> parts = sectors.stream()
                    .filter(sector -> sector.districtCode().equals(district.code()))
                    .map(Sector::polygon)
                    .toList();
            assertThat(parts).isNotEmpty();
            assertThat(UnaryUnionOp.union(parts).equalsTopo(district.polygon())).isTrue();
        }
    }
}
