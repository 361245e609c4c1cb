package org.vigie.intake.address;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.geo.Wgs84Point;

/**
 * An address, or a street without a number, or just a position that somebody typed.
 *
 * @param label as written on one line
 * @param houseNumber with its suffix ({@code 12 bis}); blank for a street
 * @param street blank for a typed position
 */
public record Address(
        String label, String houseNumber, String street, String postcode, String locality, Wgs84Point position) {

    private static final Pattern TYPED_POSITION =
            Pattern.compile("\\s*(-?\\d{1,3}[.]\\d+)\\s*[,;\\s]\\s*(-?\\d{1,3}[.]\\d+)\\s*");

    /** The position somebody typed as “latitude, longitude” in decimal degrees, both with a point. */
    static Optional<Address> typedPosition(String query) {
        Matcher typed = TYPED_POSITION.matcher(query);
        if (!typed.matches()) {
            return Optional.empty();
        }
        double latitude = Double.parseDouble(typed.group(1));
        double longitude = Double.parseDouble(typed.group(2));
        if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            return Optional.empty();
        }
        String label = String.format(Locale.ROOT, "%s, %s", typed.group(1), typed.group(2));
        return Optional.of(new Address(label, "", "", "", "", new Wgs84Point(longitude, latitude)));
    }
}
