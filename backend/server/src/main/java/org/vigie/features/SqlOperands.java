package org.vigie.features;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.vigie.access.Refusal;
import org.vigie.features.PublishedLayer.Property;
import org.vigie.features.PublishedLayer.Type;
import org.vigie.features.cql2.Operand;
import org.vigie.features.cql2.Operand.Scalar;
import org.vigie.features.cql2.Operand.Time;

/** Turns what a condition compares into SQL over the columns of a layer, each checked to be what it is compared as. */
final class SqlOperands {

    /** Any text of whatever language in capitals, alike whatever the database was set up with; ß is SS. */
    private static final String WITHOUT_CASE = "(upper(%s collate \"und-x-icu\") collate \"C\")";

    /** @param sql of a value of that type; a day is none */
    record Value(Type type, String sql) {}

    /** A stretch of time, both ends included; a moment begins where it ends. */
    record Span(String from, String to) {}

    private final PublishedLayer layer;
    private final ZoneId zone;
    private final SqlValues values;

    SqlOperands(PublishedLayer layer, ZoneId zone, SqlValues values) {
        this.layer = layer;
        this.zone = zone;
        this.values = values;
    }

    Property property(String name) {
        return layer.find(name)
                .orElseThrow(
                        () -> new Refusal(Refusal.Kind.MALFORMED, "filter-property-unknown", name, layer.queryables()));
    }

    static String column(Property property) {
        return "l." + property.column();
    }

    /** Of a day there is no single value: see {@link #isOfTime}. */
    Value value(Scalar scalar) {
        return switch (scalar) {
            case Operand.Property named -> {
                Property property = property(named.name());
                yield new Value(property.type(), column(property));
            }
            case Operand.Text text -> new Value(Type.TEXT, values.add(text.value()));
            case Operand.Numeric number -> new Value(Type.INTEGER, values.add(number.value()));
            case Operand.Truth truth -> new Value(Type.BOOLEAN, truth.value() ? "true" : "false");
            case Operand.CaseInsensitive folded -> new Value(Type.TEXT, WITHOUT_CASE.formatted(text(folded.text())));
            case Operand.Timestamp moment -> new Value(Type.INSTANT, instant(moment.at()));
            case Operand.Day day -> throw differ(day.date().toString());
        };
    }

    String text(Scalar scalar) {
        if (isOfTime(scalar)) {
            throw differ(told(scalar));
        }
        Value value = value(scalar);
        if (value.type() != Type.TEXT) {
            throw differ(told(scalar));
        }
        return value.sql();
    }

    boolean isOfTime(Scalar scalar) {
        return switch (scalar) {
            case Operand.Day day -> true;
            case Operand.Timestamp moment -> true;
            case Operand.Property named -> property(named.name()).type() == Type.INSTANT;
            default -> false;
        };
    }

    /** @throws Refusal when it is no time */
    Span span(Scalar scalar) {
        if (scalar instanceof Time time && isOfTime(scalar)) {
            return span(time);
        }
        throw differ(told(scalar));
    }

    Span span(Time time) {
        return switch (time) {
            case Operand.Property named -> moment(instantColumn(named));
            case Operand.Timestamp moment -> moment(instant(moment.at()));
            case Operand.Day day -> new Span(instant(start(day.date())), instant(end(day.date())));
            case Operand.Interval interval ->
                new Span(
                        end(interval.from(), "-infinity").from(),
                        end(interval.to(), "infinity").to());
            case Operand.Open open -> throw differ("..");
        };
    }

    private Span end(Time time, String never) {
        return time instanceof Operand.Open ? moment("timestamptz '" + never + "'") : span(time);
    }

    private static Span moment(String sql) {
        return new Span(sql, sql);
    }

    private String instantColumn(Operand.Property named) {
        Property property = property(named.name());
        if (property.type() != Type.INSTANT) {
            throw differ(named.name());
        }
        return column(property);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The last moment that the database can tell from the next day. */
    private Instant end(LocalDate day) {
        return start(day.plusDays(1)).minus(1, ChronoUnit.MICROS);
    }

    private String instant(Instant at) {
        return "cast(" + values.add(at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC)) + " as timestamptz)";
    }

    /** @return absent when it is a geometry that was sent */
    Optional<Property> geometry(Operand.Place place) {
        if (!(place instanceof Operand.Property named)) {
            return Optional.empty();
        }
        Property property = property(named.name());
        if (property.type() != Type.GEOMETRY) {
            throw differ(named.name());
        }
        return Optional.of(property);
    }

    static Refusal differ(String what) {
        return new Refusal(Refusal.Kind.MALFORMED, "filter-types-differ", what);
    }

    static String told(Scalar scalar) {
        return switch (scalar) {
            case Operand.Property property -> property.name();
            case Operand.Text text ->
                text.value().substring(0, Math.min(40, text.value().length()));
            case Operand.Numeric number -> number.value().toPlainString();
            case Operand.Truth truth -> String.valueOf(truth.value());
            case Operand.Timestamp moment -> moment.at().toString();
            case Operand.Day day -> day.date().toString();
            case Operand.CaseInsensitive folded -> told(folded.text());
        };
    }
}
