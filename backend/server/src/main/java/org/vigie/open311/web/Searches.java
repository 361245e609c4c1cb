package org.vigie.open311.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.access.Refusal;
import org.vigie.geo.Wgs84Point;
import org.vigie.map.Bounds;
import org.vigie.open311.ServiceRequestSearch;
import org.vigie.open311.ServiceRequestSearch.Span;

/** Reads which requests a client asks for. */
@Component
class Searches {

    /** What GeoReport v2 allows to be asked for at once, and answers where nothing else is said. */
    static final Duration LONGEST_SPAN = Duration.ofDays(90);

    private static final Duration CHANGE_OF_THE_CLOCKS = Duration.ofHours(1);

    private static final double WIDEST_METRES = 50_000;

    private final Clock clock;

    Searches(Clock clock) {
        this.clock = clock;
    }

    /**
     * Named requests alone count when there are any. Without a span, the last 90 days; who asks for changes asks for them whenever the
     * request came in.
     *
     * @throws Refusal open311-span-too-long, and what {@link Parameters} refuse
     */
    ServiceRequestSearch read(Parameters asked) {
        if (!asked.list("service_request_id").isEmpty()) {
            return ServiceRequestSearch.of(asked.list("service_request_id"));
        }
        Span updated = new Span(asked.from("updated_after"), asked.to("updated_before"));
        Span told = new Span(asked.from("start_date"), asked.to("end_date"));
        if (told.equals(Span.ALL) && !updated.equals(Span.ALL)) {
            return search(asked, Span.ALL, updated);
        }
        // Of days that are named whole, the last one belongs to the span and is not counted.
        Span requested = limited(told, asked.from("end_date"));
        return search(asked, requested, updated);
    }

    /** As {@link #read}, however long the span: all there is, when none is told. */
    ServiceRequestSearch readAll(Parameters asked) {
        return search(
                asked,
                new Span(asked.from("start_date"), asked.to("end_date")),
                new Span(asked.from("updated_after"), asked.to("updated_before")));
    }

    private static ServiceRequestSearch search(Parameters asked, Span requested, Span updated) {
        return new ServiceRequestSearch(
                asked.list("service_request_id"),
                asked.list("service_code"),
                open(asked),
                requested,
                updated,
                bounds(asked),
                circle(asked));
    }

    private Span limited(Span told, Optional<Instant> lastBegins) {
        Instant now = clock.instant();
        Instant to = told.to()
                .orElseGet(() -> told.from()
                        .map(from -> from.plus(LONGEST_SPAN))
                        .filter(end -> end.isBefore(now))
                        .orElse(now));
        Instant from = told.from().orElseGet(() -> to.minus(LONGEST_SPAN));
        if (Duration.between(from, lastBegins.orElse(to)).compareTo(LONGEST_SPAN.plus(CHANGE_OF_THE_CLOCKS)) > 0) {
            throw new Refusal(Refusal.Kind.MALFORMED, "open311-span-too-long", LONGEST_SPAN.toDays());
        }
        return new Span(Optional.of(from), Optional.of(to));
    }

    private static @Nullable Boolean open(Parameters asked) {
        boolean open = false;
        boolean closed = false;
        for (String status : asked.list("status")) {
            switch (status) {
                case "open" -> open = true;
                case "closed" -> closed = true;
                default -> throw Parameters.malformed("status");
            }
        }
        return open == closed ? null : (Boolean) open;
    }

    private static Optional<Bounds> bounds(Parameters asked) {
        return asked.text("bbox").map(box -> {
            String[] numbers = box.split(",", -1);
            try {
                if (numbers.length == 4) {
                    return new Bounds(corner(numbers[0], numbers[1]), corner(numbers[2], numbers[3]));
                }
            } catch (IllegalArgumentException notABox) {
                // Told below, as a box of three numbers.
            }
            throw Parameters.malformed("bbox");
        });
    }

    private static Wgs84Point corner(String longitude, String latitude) {
        return onTheMap(new Wgs84Point(Double.parseDouble(longitude), Double.parseDouble(latitude)));
    }

    private static Optional<ServiceRequestSearch.Circle> circle(Parameters asked) {
        Optional<Wgs84Point> centre = asked.position();
        Optional<Double> radius = asked.decimal("radius");
        if (centre.isPresent() != radius.isPresent()) {
            throw new Refusal(Refusal.Kind.MALFORMED, "parameter-missing", radius.isPresent() ? "lat" : "radius");
        }
        if (radius.filter(metres -> metres <= 0 || metres > WIDEST_METRES).isPresent()) {
            throw Parameters.malformed("radius");
        }
        return centre.map(at -> new ServiceRequestSearch.Circle(onTheMap(at), radius.orElseThrow()));
    }

    /** Mercator's map, which the index is in, ends before the poles. */
    private static Wgs84Point onTheMap(Wgs84Point at) {
        return new Wgs84Point(at.longitudeDegrees(), Math.clamp(at.latitudeDegrees(), -85, 85));
    }
}
