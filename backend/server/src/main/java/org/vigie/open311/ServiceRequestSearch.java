package org.vigie.open311;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Wgs84Point;
import org.vigie.map.Bounds;

/**
 * Which published requests another system asks for; what is empty or absent does not narrow.
 *
 * @param numbers when there are any, they alone count
 * @param categoryCodes any of these
 * @param open true: open only; false: ended only
 * @param requested when it came in
 * @param updated as {@link ServiceRequest#updatedAt}
 */
public record ServiceRequestSearch(
        List<String> numbers,
        List<String> categoryCodes,
        @Nullable Boolean open,
        Span requested,
        Span updated,
        Optional<Bounds> within,
        Optional<Circle> around) {

    /** Both ends belong to it. */
    public record Span(Optional<Instant> from, Optional<Instant> to) {

        public static final Span ALL = new Span(Optional.empty(), Optional.empty());
    }

    /** @param radiusMetres on the ellipsoid */
    public record Circle(Wgs84Point centre, double radiusMetres) {}

    public static ServiceRequestSearch of(List<String> numbers) {
        return new ServiceRequestSearch(
                numbers, List.of(), null, Span.ALL, Span.ALL, Optional.empty(), Optional.empty());
    }
}
