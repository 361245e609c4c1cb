package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/**
 * Numbers the houses: odd on the left of each street, even on the right, about one number per nine metres, so that the
 * two sides stay in step. A few houses share a number and add "bis".
 */
final class Addresses {

    private static final double METRES_PER_NUMBER = 9;

    /** Metres from the front door to the door of the "bis". */
    private static final double TO_NEXT_DOOR = 4;

    private static final int FEWEST_BIS = 240;

    private final int wanted;
    private final Map<String, Integer> lastNumber = new HashMap<>();

    Addresses(int wanted) {
        this.wanted = wanted;
    }

    /** Exactly as many addresses as wanted, street by street; houses too many get none. */
    List<Address> of(List<House> houses, Zone commune) {
        List<House> sorted = houses.stream()
                .filter(house -> commune.covers(house.gate()))
                .sorted(Comparator.comparing(House::street).thenComparingDouble(House::distance))
                .toList();
        int bis = Math.max(FEWEST_BIS, wanted - sorted.size());
        List<House> numbered = Spot.evenly(sorted, wanted - bis);
        List<Address> addresses = new ArrayList<>();
        int done = 0;
        for (int i = 0; i < numbered.size(); i++) {
            House house = numbered.get(i);
            int number = next(house);
            addresses.add(address(house, new HouseNumber(number, ""), house.gate()));
            if ((long) (i + 1) * bis / numbered.size() > done) {
                done++;
                addresses.add(address(house, new HouseNumber(number, "bis"), nextDoor(house)));
            }
        }
        return List.copyOf(addresses);
    }

    private int next(House house) {
        String side = house.street() + (house.left() ? "|odd" : "|even");
        int parity = house.left() ? 1 : 2;
        int byDistance = 2 * (int) (house.distance() / (2 * METRES_PER_NUMBER)) + parity;
        int number = Math.max(byDistance, lastNumber.getOrDefault(side, parity - 2) + 2);
        lastNumber.put(side, number);
        return number;
    }

    private static Address address(House house, HouseNumber number, Coordinate at) {
        return new Address(number, house.street(), LocalPlane.toWgs84(at));
    }

    private static Coordinate nextDoor(House house) {
        Coordinate heading = house.front().heading();
        return new Coordinate(house.gate().x + heading.x * TO_NEXT_DOOR, house.gate().y + heading.y * TO_NEXT_DOOR);
    }
}
