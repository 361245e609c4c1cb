package org.vigie.features;

import static org.vigie.features.PublishedLayer.Property.of;
import static org.vigie.features.PublishedLayer.Property.text;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.features.PublishedLayer.Property;
import org.vigie.features.PublishedLayer.Type;

/** What everybody's and staff's layer tell of a request alike. */
final class RequestProperties {

    static final String RECEIVED = "received_at";

    static final Property KIND = text("kind", "INCIDENT", "COMPLAINT", "QUESTION", "REMARK", "PRAISE");

    private static final List<String> STATES =
            List.of("RECEIVED", "ASSIGNED", "IN_PROGRESS", "RESOLVED", "CLOSED", "FORWARDED", "REOPENED");

    static final List<Property> WHAT_AND_WHERE = List.of(
            text("category"),
            text("category_name"),
            text("domain"),
            text("domain_name"),
            text("description"),
            text("address"),
            text("sector"),
            text("sector_name"),
            text("service"));

    static final List<Property> WHEN = List.of(
            of(RECEIVED, Type.INSTANT),
            of("changed_at", Type.INSTANT),
            of("resolved_at", Type.INSTANT),
            of("settled_at", Type.INSTANT),
            text("next_commitment"),
            of("next_starts_at", Type.INSTANT),
            of("next_due_at", Type.INSTANT));

    private RequestProperties() {}

    /** @param besides states that are not published */
    static Property state(String... besides) {
        return text("state", Stream.concat(STATES.stream(), Stream.of(besides)).toArray(String[]::new));
    }

    /** In this order. */
    @SafeVarargs
    static List<Property> inOrder(List<Property>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }
}
