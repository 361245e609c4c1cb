package org.vigie.demo.town;

import org.locationtech.jts.geom.Point;

/**
 * A postal address; the whole commune has the postcode {@link Town#POSTCODE}.
 *
 * @param number unique in its street
 * @param street name of the street
 * @param point where the number hangs, before the house front beside the street, EPSG:4326, longitude first
 */
public record Address(HouseNumber number, String street, Point point) {

    /** The postcode, the same everywhere in the commune. */
    public String postcode() {
        return Town.POSTCODE;
    }

    /** The first line of the address, as the post office writes it: "14 bis rue Porte-Jaune". */
    public String label() {
        return number.label() + " " + Character.toLowerCase(street.charAt(0)) + street.substring(1);
    }
}
