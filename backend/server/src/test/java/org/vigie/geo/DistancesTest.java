package org.vigie.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.sf.geographiclib.Geodesic;

class DistancesTest {

    /** From a millimetre to beyond where the short way of reckoning ends. */
    @Property(tries = 5_000)
    void agreesWithTheGeodesicToATenthOfAMillimetre(
            @ForAll @DoubleRange(min = -89, max = 89) double latitude,
            @ForAll @DoubleRange(min = -0.03, max = 0.03) double east,
            @ForAll @DoubleRange(min = -0.03, max = 0.03) double north) {
        double expected = Geodesic.WGS84.Inverse(latitude, 2, latitude + north, 2 + east).s12;
        assertThat(Distances.metres(2, latitude, 2 + east, latitude + north)).isCloseTo(expected, within(1e-4));
    }
}
