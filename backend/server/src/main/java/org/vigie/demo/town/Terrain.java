package org.vigie.demo.town;

import org.locationtech.jts.geom.Coordinate;

/** What the growing streets need to know about the ground. */
interface Terrain {

    /** Whether a street may pass here. */
    boolean open(Coordinate place);

    /** Metres wanted between parallel streets here. */
    double spacing(Coordinate place);

    /** Metres a street may run from its seed, each way. */
    double reach();
}
