package org.vigie.open311.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.citizen.PublicPages;
import org.vigie.geo.Wgs84Point;
import org.vigie.open311.ServiceRequest;

/** Puts a published request into the words of GeoReport v2. */
@Component
class ServiceRequestWriting {

    /** French and Moroccan ones; a house number is not followed by the name of a town at the end. */
    private static final Pattern POSTCODE = Pattern.compile("\\b(\\d{5})\\b(?!.*\\b\\d{5}\\b)");

    private final PublicPages pages;

    ServiceRequestWriting(PublicPages pages) {
        this.pages = pages;
    }

    /** @param extended with what GeoReport v2 has no field for */
    Bodies.ServiceRequest write(ServiceRequest request, boolean extended) {
        return new Bodies.ServiceRequest(
                request.number(),
                request.open() ? "open" : "closed",
                orNull(request.lastWords()),
                request.categoryName(),
                request.categoryCode(),
                request.description(),
                request.service().orElse(null),
                null,
                moment(request.receivedAt()),
                moment(request.updatedAt()),
                request.expectedAt().map(ServiceRequestWriting::moment).orElse(null),
                orNull(request.address()),
                null,
                postcode(request.address()),
                request.position().map(Wgs84Point::latitudeDegrees).orElse(null),
                request.position().map(Wgs84Point::longitudeDegrees).orElse(null),
                request.photoIds().stream().findFirst().map(this::photo).orElse(null),
                extended ? extended(request) : null,
                extended ? notes(request) : null);
    }

    private Bodies.ExtendedAttributes extended(ServiceRequest request) {
        return new Bodies.ExtendedAttributes(
                detailed(request.state()),
                request.state(),
                request.kind(),
                request.domainName(),
                request.sectorName().orElse(null),
                request.photoIds().stream().map(this::photo).toList());
    }

    private static List<Bodies.Note> notes(ServiceRequest request) {
        return request.notes().stream()
                .map(note -> new Bodies.Note(moment(note.at()), note.text(), note.event()))
                .toList();
    }

    private static String detailed(String state) {
        return switch (state) {
            case "RECEIVED", "REOPENED" -> "RECEIVED";
            case "ASSIGNED", "IN_PROGRESS", "FORWARDED" -> "IN_PROCESS";
            default -> "PROCESSED";
        };
    }

    private String photo(UUID id) {
        return pages.below("photos/" + id + ".jpg");
    }

    /** On the town's clock, with its zone, to the second. */
    static String moment(Instant instant) {
        ZoneId zone = CurrentJurisdiction.get().zone();
        return OffsetDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), zone)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    static @Nullable String postcode(String address) {
        Matcher found = POSTCODE.matcher(address);
        return found.find() ? found.group(1) : null;
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }
}
