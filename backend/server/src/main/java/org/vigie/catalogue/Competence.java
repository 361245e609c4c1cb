package org.vigie.catalogue;

import java.util.Optional;

/**
 * Who answers for a category at a place, and why.
 *
 * @param service that follows the request: of that organisation when it works here, else the category's own
 * @param ground name of the road, area or sector that decided; empty for {@link Rule#WHOLE} and {@link Rule#SERVICE}
 * @param metres to the middle of the road; absent for every other rule
 * @param widthMetres of the road
 */
public record Competence(
        Rule rule,
        Organisation organisation,
        Category.ServiceName service,
        Optional<String> ground,
        Optional<Double> metres,
        Optional<Double> widthMetres) {

    /** What decided, in the order of precedence. */
    public enum Rule {
        /** A rule that the town wrote hands it on. */
        RULE,
        /** The position lies on a road that is somebody's. */
        LINE,
        /** It lies in an area drawn for that competence. */
        POLYGON,
        /** It lies in a sector that the competence names. */
        SECTOR,
        /** It holds everywhere. */
        WHOLE,
        /** Nobody else is named: whose the category's service is. */
        SERVICE
    }

    /** The request is theirs to do, and they do not work here. */
    public boolean isForwarded() {
        return !organisation.worksHere();
    }
}
