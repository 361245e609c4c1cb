package org.vigie.features;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.vigie.access.Refusal;
import org.vigie.features.PublishedLayer.Property;
import org.vigie.features.PublishedLayer.Type;
import org.vigie.features.SqlOperands.Span;
import org.vigie.features.SqlOperands.Value;
import org.vigie.features.cql2.Operand;
import org.vigie.features.cql2.Operand.Place;
import org.vigie.features.cql2.Operand.Scalar;
import org.vigie.features.cql2.Predicate;
import org.vigie.features.cql2.Predicate.Operator;
import org.vigie.geo.Ewkb;

/**
 * Compiles a condition to SQL over {@code l}, a row of a layer's view. Only declared properties become columns and every value becomes a
 * parameter. SQL's three values of truth are CQL2's.
 */
final class SqlCondition {

    private final PublishedLayer layer;
    private final SqlOperands operands;
    private final SqlValues values;

    SqlCondition(PublishedLayer layer, ZoneId zone, SqlValues values) {
        this.layer = layer;
        this.operands = new SqlOperands(layer, zone, values);
        this.values = values;
    }

    /**
     * @param predicate its shapes in EPSG:4326, longitude first: see {@link FilterPlaces}
     * @throws Refusal when it speaks of what is not declared, or compares what cannot be compared
     */
    String sql(Predicate predicate) {
        return switch (predicate) {
            case Predicate.And and -> joined(and.all(), " and ");
            case Predicate.Or or -> joined(or.any(), " or ");
            case Predicate.Not not -> "(not " + sql(not.predicate()) + ")";
            case Predicate.Always always -> always.value() ? "true" : "false";
            case Predicate.Comparison comparison -> comparison(comparison);
            case Predicate.Like like -> like(like);
            case Predicate.Between between -> between(between);
            case Predicate.In in ->
                joined(
                        in.among().stream()
                                .<Predicate>map(one -> new Predicate.Comparison(Operator.EQUAL, in.value(), one))
                                .toList(),
                        " or ");
            case Predicate.IsNull isNull ->
                "(" + SqlOperands.column(operands.property(isNull.property().name())) + " is null)";
            case Predicate.Spatial spatial -> spatial(spatial);
            case Predicate.Temporal temporal -> temporal(temporal);
        };
    }

    private String joined(List<Predicate> parts, String by) {
        return parts.stream().map(this::sql).collect(Collectors.joining(by, "(", ")"));
    }

    private String comparison(Predicate.Comparison comparison) {
        if (operands.isOfTime(comparison.left()) || operands.isOfTime(comparison.right())) {
            return inTime(comparison.operator(), operands.span(comparison.left()), operands.span(comparison.right()));
        }
        Value left = operands.value(comparison.left());
        Value right = operands.value(comparison.right());
        boolean ordered = comparison.operator() != Operator.EQUAL && comparison.operator() != Operator.UNEQUAL;
        if (left.type() != right.type() || left.type() == Type.GEOMETRY || ordered && left.type() == Type.BOOLEAN) {
            throw SqlOperands.differ(SqlOperands.told(comparison.left()) + ", " + SqlOperands.told(comparison.right()));
        }
        // By code point, wherever the database stands; equality is the same in every collation, and its index may
        // serve.
        String order = ordered && left.type() == Type.TEXT ? " collate \"C\"" : "";
        return "(" + left.sql() + order + " " + comparison.operator().symbol() + " " + right.sql() + ")";
    }

    /** A day is before what comes after its end, after what comes before its start, and equal to all that is in it. */
    private static String inTime(Operator operator, Span left, Span right) {
        return switch (operator) {
            case EQUAL -> intersects(left, right);
            case UNEQUAL -> "(not " + intersects(left, right) + ")";
            case LESS -> "(" + left.to() + " < " + right.from() + ")";
            case GREATER -> "(" + left.from() + " > " + right.to() + ")";
            case AT_MOST -> "(" + left.from() + " <= " + right.to() + ")";
            case AT_LEAST -> "(" + left.to() + " >= " + right.from() + ")";
        };
    }

    private static String intersects(Span left, Span right) {
        return "(" + left.from() + " <= " + right.to() + " and " + left.to() + " >= " + right.from() + ")";
    }

    private String like(Predicate.Like like) {
        String pattern = pattern(like.pattern());
        int backslashes = 0;
        for (int i = pattern.length() - 1; i >= 0 && pattern.charAt(i) == '\\'; i--) {
            backslashes++;
        }
        if (backslashes % 2 == 1) {
            throw SqlOperands.differ(pattern);
        }
        return "(" + operands.text(like.text()) + " like " + operands.text(like.pattern()) + ")";
    }

    private static String pattern(Scalar pattern) {
        return switch (pattern) {
            case Operand.Text text -> text.value();
            case Operand.CaseInsensitive folded -> pattern(folded.text());
            default -> throw SqlOperands.differ(SqlOperands.told(pattern));
        };
    }

    private String between(Predicate.Between between) {
        boolean ofTime = operands.isOfTime(between.value());
        if (!ofTime && operands.value(between.value()).type() != Type.INTEGER) {
            throw SqlOperands.differ(SqlOperands.told(between.value()));
        }
        return joined(
                List.of(
                        new Predicate.Comparison(Operator.AT_LEAST, between.value(), between.least()),
                        new Predicate.Comparison(Operator.AT_MOST, between.value(), between.most())),
                " and ");
    }

    private String spatial(Predicate.Spatial spatial) {
        Optional<Property> left = operands.geometry(spatial.left());
        Optional<Property> right = operands.geometry(spatial.right());
        String relation = "st_" + spatial.relation().name().toLowerCase(java.util.Locale.ROOT) + "("
                + place(left, spatial.left()) + ", " + place(right, spatial.right()) + ")";
        boolean looksUp = left.isPresent() != right.isPresent() && spatial.relation() != Predicate.Relation.DISJOINT;
        return looksUp && layer.source().mercator().isPresent()
                ? "(" + nearby(shape(left.isPresent() ? spatial.right() : spatial.left())) + " and " + relation + ")"
                : relation;
    }

    private String place(Optional<Property> property, Place place) {
        return property.map(SqlOperands::column)
                .orElseGet(() -> "st_geomfromewkb(" + values.add(Ewkb.write(shape(place))) + ")");
    }

    private static Geometry shape(Place place) {
        return ((Operand.Shape) place).geometry();
    }

    /** Changes nothing of what is found: it lets the index of places choose first. */
    private String nearby(Geometry shape) {
        Envelope box = FilterPlaces.mercatorBox(shape);
        return "l." + layer.source().mercator().orElseThrow() + " && st_makeenvelope(" + values.add(box.getMinX())
                + ", " + values.add(box.getMinY()) + ", " + values.add(box.getMaxX()) + ", "
                + values.add(box.getMaxY()) + ", 3857)";
    }

    /** By the ends of both, as J. F. Allen named the cases. */
    private String temporal(Predicate.Temporal temporal) {
        Span a = operands.span(temporal.left());
        Span b = operands.span(temporal.right());
        String ends = switch (temporal.order()) {
            case AFTER -> "a0 > b1";
            case BEFORE -> "a1 < b0";
            case CONTAINS -> "a0 < b0 and a1 > b1";
            case DISJOINT -> "a1 < b0 or a0 > b1";
            case DURING -> "a0 > b0 and a1 < b1";
            case EQUALS -> "a0 = b0 and a1 = b1";
            case FINISHED_BY -> "a0 < b0 and a1 = b1";
            case FINISHES -> "a0 > b0 and a1 = b1";
            case INTERSECTS -> "a0 <= b1 and a1 >= b0";
            case MEETS -> "a1 = b0";
            case MET_BY -> "a0 = b1";
            case OVERLAPPED_BY -> "a0 > b0 and a0 < b1 and a1 > b1";
            case OVERLAPS -> "a0 < b0 and a1 > b0 and a1 < b1";
            case STARTED_BY -> "a0 = b0 and a1 > b1";
            case STARTS -> "a0 = b0 and a1 < b1";
        };
        return "("
                + ends.replace("a0", a.from())
                        .replace("a1", a.to())
                        .replace("b0", b.from())
                        .replace("b1", b.to()) + ")";
    }
}
