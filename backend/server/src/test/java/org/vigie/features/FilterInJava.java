package org.vigie.features;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.vigie.features.cql2.Operand;
import org.vigie.features.cql2.Predicate;
import org.vigie.geo.Geometries;

/**
 * What a condition means, told again in Java and JTS over a feature that was read: true, false or unknown (null). Shares no line with
 * what compiles it to SQL.
 */
record FilterInJava(PublishedLayer layer, ZoneId zone) {

    private static final Instant NEVER_BEFORE = Instant.MIN;
    private static final Instant NEVER_AFTER = Instant.MAX;

    private record Span(Instant from, Instant to) {}

    @Nullable
    Boolean of(Predicate predicate, FeatureRow row) {
        return switch (predicate) {
            case Predicate.And and ->
                all(and.all().stream().map(part -> of(part, row)).toArray(Boolean[]::new));
            case Predicate.Or or ->
                any(or.any().stream().map(part -> of(part, row)).toArray(Boolean[]::new));
            case Predicate.Not not -> not(of(not.predicate(), row));
            case Predicate.Always always -> always.value();
            case Predicate.Comparison c -> compared(c.operator(), c.left(), c.right(), row);
            case Predicate.Like like -> like(value(like.text(), row), value(like.pattern(), row));
            case Predicate.Between b ->
                all(
                        compared(Predicate.Operator.AT_LEAST, b.value(), b.least(), row),
                        compared(Predicate.Operator.AT_MOST, b.value(), b.most(), row));
            case Predicate.In in ->
                any(in.among().stream()
                        .map(one -> compared(Predicate.Operator.EQUAL, in.value(), one, row))
                        .toArray(Boolean[]::new));
            case Predicate.IsNull isNull -> property(isNull.property(), row) == null;
            case Predicate.Spatial spatial ->
                related(spatial.relation(), place(spatial.left(), row), place(spatial.right(), row));
            case Predicate.Temporal temporal ->
                ordered(temporal.order(), span(temporal.left(), row), span(temporal.right(), row));
        };
    }

    private static @Nullable Boolean all(@Nullable Boolean... parts) {
        if (Arrays.asList(parts).contains(false)) {
            return false;
        }
        return Arrays.asList(parts).contains(null) ? null : Boolean.TRUE;
    }

    private static @Nullable Boolean any(@Nullable Boolean... parts) {
        if (Arrays.asList(parts).contains(true)) {
            return true;
        }
        return Arrays.asList(parts).contains(null) ? null : Boolean.FALSE;
    }

    private static @Nullable Boolean not(@Nullable Boolean truth) {
        return truth == null ? null : (Boolean) !truth;
    }

    private @Nullable Object property(Operand.Property property, FeatureRow row) {
        if (property.name().equals("geometry")) {
            return row.geometry().orElseThrow();
        }
        for (int i = 0; i < layer.properties().size(); i++) {
            if (layer.properties().get(i).name().equals(property.name())) {
                return row.values().get(i);
            }
        }
        throw new IllegalArgumentException(property.name());
    }

    private @Nullable Object value(Operand.Scalar scalar, FeatureRow row) {
        return switch (scalar) {
            case Operand.Property property -> property(property, row);
            case Operand.Text text -> text.value();
            case Operand.Numeric number -> number.value();
            case Operand.Truth truth -> truth.value();
            case Operand.Timestamp moment -> moment.at();
            case Operand.Day day -> day.date();
            case Operand.CaseInsensitive folded -> {
                Object text = value(folded.text(), row);
                yield text == null ? null : text.toString().toUpperCase(Locale.ROOT);
            }
        };
    }

    private @Nullable Boolean compared(
            Predicate.Operator operator, Operand.Scalar left, Operand.Scalar right, FeatureRow row) {
        Object a = value(left, row);
        Object b = value(right, row);
        if (a == null || b == null) {
            return null;
        }
        int order = order(a, b);
        return switch (operator) {
            case EQUAL -> order == 0;
            case UNEQUAL -> order != 0;
            case LESS -> order < 0;
            case GREATER -> order > 0;
            case AT_MOST -> order <= 0;
            case AT_LEAST -> order >= 0;
        };
    }

    private int order(Object a, Object b) {
        if (a instanceof Instant || a instanceof LocalDate) {
            Span one = span(a);
            Span other = span(b);
            return one.to().isBefore(other.from()) ? -1 : one.from().isAfter(other.to()) ? 1 : 0;
        }
        if (a instanceof String) {
            return Arrays.compareUnsigned(
                    a.toString().getBytes(StandardCharsets.UTF_8), b.toString().getBytes(StandardCharsets.UTF_8));
        }
        return a instanceof Boolean
                ? Boolean.compare((Boolean) a, (Boolean) b)
                : new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()));
    }

    private static @Nullable Boolean like(@Nullable Object text, @Nullable Object pattern) {
        if (text == null || pattern == null) {
            return null;
        }
        StringBuilder regex = new StringBuilder();
        int[] characters = pattern.toString().codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            switch (characters[i]) {
                case '%' -> regex.append(".*");
                case '_' -> regex.append('.');
                case '\\' -> regex.append(Pattern.quote(Character.toString(characters[++i])));
                default -> regex.append(Pattern.quote(Character.toString(characters[i])));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL)
                .matcher(text.toString())
                .matches();
    }

    private Geometry place(Operand.Place place, FeatureRow row) {
        return switch (place) {
            case Operand.Property property -> row.geometry().orElseThrow();
            case Operand.Shape shape -> shape.geometry();
            case Operand.Box box ->
                Geometries.FACTORY.toGeometry(
                        new Envelope(box.lowFirst(), box.highFirst(), box.lowSecond(), box.highSecond()));
        };
    }

    private static boolean related(Predicate.Relation relation, Geometry a, Geometry b) {
        return switch (relation) {
            case INTERSECTS -> a.intersects(b);
            case EQUALS -> a.equalsTopo(b);
            case DISJOINT -> a.disjoint(b);
            case TOUCHES -> a.touches(b);
            case WITHIN -> a.within(b);
            case OVERLAPS -> a.overlaps(b);
            case CROSSES -> a.crosses(b);
            case CONTAINS -> a.contains(b);
        };
    }

    private Span span(Object value) {
        if (value instanceof LocalDate day) {
            return new Span(
                    day.atStartOfDay(zone).toInstant(),
                    day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS));
        }
        return new Span((Instant) value, (Instant) value);
    }

    private @Nullable Span span(Operand.Time time, FeatureRow row) {
        return switch (time) {
            case Operand.Property property -> {
                Object at = property(property, row);
                yield at == null ? null : span(at);
            }
            case Operand.Timestamp moment -> span(moment.at());
            case Operand.Day day -> span(day.date());
            case Operand.Open open -> new Span(NEVER_BEFORE, NEVER_AFTER);
            case Operand.Interval interval -> {
                Span from = span(interval.from(), row);
                Span to = span(interval.to(), row);
                yield new Span(from == null ? UNKNOWN : from.from(), to == null ? UNKNOWN : to.to());
            }
        };
    }

    /** Of an interval one end of which is a property that is absent. */
    private static final Instant UNKNOWN = Instant.parse("0000-01-01T00:00:00Z");

    /** Each case is several comparisons of ends, any of which may be unknown. */
    private static @Nullable Boolean ordered(Predicate.Order order, @Nullable Span a, @Nullable Span b) {
        Instant a0 = a == null ? UNKNOWN : a.from();
        Instant a1 = a == null ? UNKNOWN : a.to();
        Instant b0 = b == null ? UNKNOWN : b.from();
        Instant b1 = b == null ? UNKNOWN : b.to();
        return switch (order) {
            case AFTER -> less(b1, a0);
            case BEFORE -> less(a1, b0);
            case CONTAINS -> all(less(a0, b0), less(b1, a1));
            case DISJOINT -> any(less(a1, b0), less(b1, a0));
            case DURING -> all(less(b0, a0), less(a1, b1));
            case EQUALS -> all(same(a0, b0), same(a1, b1));
            case FINISHED_BY -> all(less(a0, b0), same(a1, b1));
            case FINISHES -> all(less(b0, a0), same(a1, b1));
            case INTERSECTS -> not(any(less(a1, b0), less(b1, a0)));
            case MEETS -> same(a1, b0);
            case MET_BY -> same(a0, b1);
            case OVERLAPPED_BY -> all(less(b0, a0), less(a0, b1), less(b1, a1));
            case OVERLAPS -> all(less(a0, b0), less(b0, a1), less(a1, b1));
            case STARTED_BY -> all(same(a0, b0), less(b1, a1));
            case STARTS -> all(same(a0, b0), less(a1, b1));
        };
    }

    private static @Nullable Boolean less(Instant one, Instant other) {
        return List.of(one, other).contains(UNKNOWN) ? null : (Boolean) one.isBefore(other);
    }

    private static @Nullable Boolean same(Instant one, Instant other) {
        return List.of(one, other).contains(UNKNOWN) ? null : (Boolean) one.equals(other);
    }
}
