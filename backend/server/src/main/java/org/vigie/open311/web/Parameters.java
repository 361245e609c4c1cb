package org.vigie.open311.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.geo.Wgs84Point;

/** What a client sent along, by name. An empty value counts as absent; what is not understood is refused by name, never ignored. */
final class Parameters {

    private static final int LAST_YEAR = 9999;

    private final Map<String, List<String>> values;

    /** @throws Refusal jurisdiction-unknown when another jurisdiction is named than the one whose address this is */
    Parameters(Map<String, List<String>> values) {
        this.values = values;
        text("jurisdiction_id")
                .filter(id -> !id.equalsIgnoreCase(CurrentJurisdiction.get().code()))
                .ifPresent(id -> {
                    throw new Refusal(Refusal.Kind.NOT_FOUND, "jurisdiction-unknown", id);
                });
    }

    Set<String> names() {
        return values.keySet();
    }

    Optional<String> text(String name) {
        return all(name).stream().findFirst();
    }

    /** @throws Refusal parameter-missing */
    String required(String name) {
        return text(name).orElseThrow(() -> new Refusal(Refusal.Kind.MALFORMED, "parameter-missing", name));
    }

    /** All values of that name that are not empty. */
    List<String> all(String name) {
        List<String> told = values.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        if (told.stream().anyMatch(text -> text.indexOf('\0') >= 0)) {
            throw malformed(name);
        }
        return told;
    }

    /** Values that are separated by commas. */
    List<String> list(String name) {
        return all(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    boolean flag(String name) {
        return switch (text(name).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw malformed(name);
        };
    }

    /** @param otherwise when it is absent */
    int whole(String name, int otherwise, int most) {
        try {
            int value = text(name).map(Integer::parseInt).orElse(otherwise);
            if (value >= 1 && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, as any other number that cannot be.
        }
        throw malformed(name);
    }

    Optional<Double> decimal(String name) {
        return text(name).map(value -> {
            try {
                double number = Double.parseDouble(value);
                if (Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // Told below, as one that is endless.
            }
            throw malformed(name);
        });
    }

    /**
     * {@code lat} and {@code long}, in WGS 84.
     *
     * @throws Refusal parameter-missing when one is there without the other
     */
    Optional<Wgs84Point> position() {
        Optional<Double> latitude = decimal("lat");
        Optional<Double> longitude = decimal("long");
        if (latitude.isPresent() != longitude.isPresent()) {
            throw new Refusal(Refusal.Kind.MALFORMED, "parameter-missing", latitude.isPresent() ? "long" : "lat");
        }
        return longitude.map(east -> new Wgs84Point(east, latitude.orElseThrow()));
    }

    /** The beginning of a day of the town, or a moment that says its zone. */
    Optional<Instant> from(String name) {
        return text(name).map(value -> instant(name, value, 0));
    }

    /** The last moment of a day of the town, or a moment that says its zone. */
    Optional<Instant> to(String name) {
        return text(name)
                .map(value -> isDay(value) ? instant(name, value, 1).minusNanos(1_000) : instant(name, value, 0));
    }

    private static boolean isDay(String value) {
        return value.length() == "2026-11-22".length();
    }

    private static Instant instant(String name, String value, int daysAfter) {
        try {
            ZoneId zone = CurrentJurisdiction.get().zone();
            // A plus sign that was not escaped arrives as a blank.
            OffsetDateTime at = isDay(value)
                    ? LocalDate.parse(value)
                            .plusDays(daysAfter)
                            .atStartOfDay(zone)
                            .toOffsetDateTime()
                    : OffsetDateTime.parse(value.replace(' ', '+'));
            if (at.getYear() >= 1 && at.getYear() <= LAST_YEAR) {
                return at.toInstant();
            }
        } catch (DateTimeException notADate) {
            // Told below, as a year that is out of all reach.
        }
        throw new Refusal(Refusal.Kind.MALFORMED, "open311-date-malformed", name);
    }

    static Refusal malformed(String name) {
        return new Refusal(Refusal.Kind.MALFORMED, "parameter-malformed", name);
    }
}
