package org.vigie.intake.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.access.Refusal;
import org.vigie.geo.Wgs84Point;
import org.vigie.request.Channel;
import org.vigie.request.Request;
import org.vigie.request.RequestState;

/** Reads rows by a mapping and the file's own header. */
final class RowReader {

    /** A row that cannot be taken, and why. */
    static final class RowRejected extends RuntimeException {
        RowRejected(String reason) {
            super(reason);
        }
    }

    private final RequestMapping mapping;
    private final Map<String, Integer> columns = new HashMap<>();
    private final int width;

    /** @throws Refusal column-missing when a column that every row needs is not in the header */
    RowReader(RequestMapping mapping, List<String> header) {
        this.mapping = mapping;
        this.width = header.size();
        for (int i = 0; i < header.size(); i++) {
            columns.putIfAbsent(fold(header.get(i)), i);
        }
        for (List<String> needed : List.of(
                mapping.externalId(), mapping.category(), mapping.receivedAt().column())) {
            if (index(needed) < 0) {
                throw Refusal.invalid("column-missing", String.join(" / ", needed), String.join(", ", header));
            }
        }
    }

    /** @throws RowRejected with a sentence */
    FileRow read(long line, List<String> fields) {
        if (fields.size() != width) {
            throw new RowRejected("has " + fields.size() + " fields where the header has " + width);
        }
        String externalId = text(fields, mapping.externalId());
        String category = text(fields, mapping.category());
        if (externalId.isEmpty() || category.isEmpty()) {
            throw new RowRejected("has no " + (externalId.isEmpty() ? "external id" : "category"));
        }
        return new FileRow(
                line,
                externalId,
                Optional.of(text(fields, mapping.domain()))
                        .filter(name -> !name.isEmpty())
                        .orElse(category),
                category,
                description(fields),
                text(fields, mapping.address()),
                position(fields),
                date(fields, mapping.receivedAt()).orElseThrow(() -> new RowRejected("has no date of receipt")),
                mapping.resolvedAt() == null ? Optional.empty() : date(fields, mapping.resolvedAt()),
                value(fields, mapping.channel(), Channel.IMPORT),
                value(fields, mapping.state(), RequestState.CLOSED),
                filled(fields, mapping.team()),
                filled(
                        fields,
                        mapping.expectedSector() == null
                                ? null
                                : mapping.expectedSector().column()));
    }

    private String description(List<String> fields) {
        String description = text(fields, mapping.description());
        if (description.length() > Request.MAX_DESCRIPTION_CHARACTERS) {
            throw new RowRejected(
                    "has a description of more than " + Request.MAX_DESCRIPTION_CHARACTERS + " characters");
        }
        return description;
    }

    private Optional<Wgs84Point> position(List<String> fields) {
        RequestMapping.Location location = mapping.location();
        String longitude = text(fields, location.longitude());
        String latitude = text(fields, location.latitude());
        if (location.column() != null) {
            String[] both = text(fields, location.column()).split("[,;\\s]+", -1);
            if (both.length == 1 && both[0].isEmpty()) {
                return Optional.empty();
            }
            if (both.length != 2) {
                throw new RowRejected("has a position that is not two numbers");
            }
            boolean latitudeFirst = location.order() == RequestMapping.Order.LATLON;
            latitude = both[latitudeFirst ? 0 : 1];
            longitude = both[latitudeFirst ? 1 : 0];
        }
        return longitude.isEmpty() && latitude.isEmpty() ? Optional.empty() : Optional.of(point(longitude, latitude));
    }

    private static Wgs84Point point(String longitude, String latitude) {
        try {
            return new Wgs84Point(Double.parseDouble(longitude), Double.parseDouble(latitude));
        } catch (NumberFormatException e) {
            throw new RowRejected("has a position that is not two numbers");
        } catch (Wgs84Point.PositionOutOfRange e) {
            throw new RowRejected("has an impossible position: " + e.getMessage());
        }
    }

    private Optional<Instant> date(List<String> fields, RequestMapping.Date date) {
        String text = text(fields, date.column());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            TemporalAccessor read =
                    date.formatter().parseBest(text, Instant::from, LocalDateTime::from, LocalDate::from);
            return Optional.of(
                    switch (read) {
                        case Instant instant -> instant;
                        case LocalDateTime local -> local.atZone(date.zoneId()).toInstant();
                        default ->
                            LocalDate.from(read).atStartOfDay(date.zoneId()).toInstant();
                    });
        } catch (DateTimeException e) {
            throw new RowRejected("has the date “" + text + "”, which is not " + date.format());
        }
    }

    private <T> T value(List<String> fields, RequestMapping.@Nullable Values<T> values, T usual) {
        if (values == null) {
            return usual;
        }
        T otherwise = Objects.requireNonNullElse(values.otherwise(), usual);
        if (values.column() == null || values.values() == null) {
            return otherwise;
        }
        return Objects.requireNonNullElse(values.values().get(text(fields, values.column())), otherwise);
    }

    private Optional<String> filled(List<String> fields, @Nullable List<String> names) {
        return Optional.of(text(fields, names)).filter(text -> !text.isEmpty());
    }

    private String text(List<String> fields, @Nullable List<String> names) {
        int index = names == null ? -1 : index(names);
        return index < 0 ? "" : fields.get(index).strip();
    }

    private int index(List<String> names) {
        return names.stream()
                .map(name -> columns.getOrDefault(fold(name), -1))
                .filter(found -> found >= 0)
                .findFirst()
                .orElse(-1);
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
