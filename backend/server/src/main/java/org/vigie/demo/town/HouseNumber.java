package org.vigie.demo.town;

/**
 * The number of a house: odd on the left of the street as numbers rise, even on the right.
 *
 * @param value from 1
 * @param suffix empty or "bis"
 */
public record HouseNumber(int value, String suffix) {

    /** As written on the wall: "12" or "12 bis". */
    public String label() {
        return suffix.isEmpty() ? Integer.toString(value) : value + " " + suffix;
    }
}
