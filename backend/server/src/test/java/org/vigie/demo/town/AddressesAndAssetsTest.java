package org.vigie.demo.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;

class AddressesAndAssetsTest {

    private final Town town = Aubrelle.TOWN;

    @Test
    void thereAreTenThousandAddressesAllDifferent() {
        assertThat(town.addresses()).hasSize(10_000);
        assertThat(town.addresses()).extracting(Address::label).doesNotHaveDuplicates();
        assertThat(town.addresses()).extracting(Address::postcode).containsOnly("18950");
    }

    @Test
    void everyAddressIsOnAStreetThatExists() {
        Set<String> streets = town.streets().stream().map(Street::name).collect(Collectors.toSet());
        assertThat(town.addresses()).extracting(Address::street).isSubsetOf(streets);
    }

    @Test
    void everyAddressLiesInExactlyOneSector() {
        Stream<Geometry> sectors = town.sectors().stream().map(Sector::polygon);
        var locators = sectors.map(IndexedPointInAreaLocator::new).toList();
        assertThat(town.addresses()).allMatch(address -> {
            Coordinate place = address.point().getCoordinate();
            return locators.stream()
                                    .filter(l -> l.locate(place) == Location.INTERIOR)
                                    .count()
                            == 1
                    && locators.stream().noneMatch(l -> l.locate(place) == Location.BOUNDARY);
        });
    }

    @Test
    void someHousesShareANumberAndAddBis() {
        assertThat(town.addresses())
                .filteredOn(address -> address.number().suffix().equals("bis"))
                .hasSizeBetween(100, 1_000);
        assertThat(town.addresses())
                .extracting(address -> address.number().value())
                .allMatch(value -> value > 0);
    }

    @ParameterizedTest
    @CsvSource({
        "LAMP_POST, 4000, 4800",
        "TREE, 3300, 3700",
        "BIN, 420, 480",
        "BENCH, 200, 400",
        "GLASS_CONTAINER, 55, 65",
        "HYDRANT, 180, 220",
        "SCHOOL, 14, 14",
        "SPORTS_FACILITY, 8, 15",
        "PLAYGROUND, 10, 25",
    })
    void theTownKeepsUpWhatATownOfItsSizeDoes(AssetKind kind, int fewest, int most) {
        assertThat(Aubrelle.assets(kind)).hasSizeBetween(fewest, most);
    }

    @Test
    void everyAssetHasACodeANameAndAPlaceInTheCommune() {
        var commune = new IndexedPointInAreaLocator(town.boundary());
        assertThat(town.assets())
                .extracting(Asset::code)
                .doesNotHaveDuplicates()
                .contains("L-0001");
        assertThat(town.assets()).extracting(Asset::name).doesNotContain("");
        assertThat(town.assets())
                .extracting(Asset::point)
                .extracting(Point::getCoordinate)
                .allMatch(place -> commune.locate(place) == Location.INTERIOR);
    }
}
