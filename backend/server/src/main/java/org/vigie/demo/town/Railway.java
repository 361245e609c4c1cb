package org.vigie.demo.town;

/** The line from Bourges to Nevers, which passes south of the river. Metres. */
final class Railway {

    /** The main line. */
    final Polyline line = Spline.open(
            10,
            "-5200 -2480, -3840 -2195, -2460 -1835, -1260 -1550, -180 -1405, 900 -1490, "
                    + "2100 -1870, 3960 -2195, 5300 -2330");

    /** The ground houses and streets keep clear of. */
    Zone zone(double margin) {
        return new Zone(line.line().buffer(margin, 4));
    }
}
