package org.vigie.access;

import java.util.Set;

/** What a path may begin with besides the code of a jurisdiction; none may have such a code. */
public final class FirstSegments {

    /** Answered by the service itself: the files of its pages, its health, its documentation, its failures. */
    private static final Set<String> OURS = Set.of("assets", "icons", "actuator", "api", "error");

    /** Answered by nobody or by a neighbour behind the same proxy: types of problems, GeoServer. */
    private static final Set<String> KEPT_FREE = Set.of("problems", "geoserver");

    private FirstSegments() {}

    public static boolean isOurs(String segment) {
        return OURS.contains(segment);
    }

    /** Whether a jurisdiction of that code could not be reached. */
    public static boolean isReserved(String code) {
        return OURS.contains(code) || KEPT_FREE.contains(code);
    }
}
