package org.vigie.features;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.vigie.features.PublishedLayer.Property;
import org.vigie.features.PublishedLayer.Type;
import org.vigie.features.cql2.Operand;
import org.vigie.features.cql2.Operand.Scalar;
import org.vigie.features.cql2.Operand.Time;
import org.vigie.features.cql2.Predicate;
import org.vigie.geo.Geometries;

/** Makes conditions over a layer of {@link FeatureCity}: their values are often those of its features, or lie beside them. */
final class RandomFilters {

    private static final int MOST_LEVELS = 3;

    private static final List<String> WORDS = List.of(
            "RECEIVED",
            "RESOLVED",
            "STREET",
            "WATER",
            "GREEN",
            "main",
            "voirie",
            "Rue 3",
            "Parc 4",
            "2026-000017",
            "Trou devant l'école",
            "straße 12: 100 % kaputt",
            "STRASSE",
            "lampadaire éteint",
            "οδοσ αθηνών",
            "été 🙂 œuvre",
            "",
            "12 rue des Lilas",
            "RESOLVE");

    private static final List<String> PATTERNS = List.of(
            "%",
            "",
            "_%",
            "%rue%",
            "%l'%",
            "Stra%",
            "stra__e",
            "%\\%%",
            "a\\_b%",
            "a_b%",
            "%🙂%",
            "Rue _",
            "%É%",
            "2026-0000_7",
            "%ΟΣ%");

    private final Random random;
    private final PublishedLayer layer;

    RandomFilters(long seed, PublishedLayer layer) {
        this.random = new Random(seed);
        this.layer = layer;
    }

    Predicate next() {
        return predicate(MOST_LEVELS);
    }

    private Predicate predicate(int levels) {
        int kind = random.nextInt(levels == 0 ? 7 : 10);
        return switch (kind) {
            case 0, 1 -> comparison();
            case 2 -> like();
            case 3 -> among();
            case 4 -> new Predicate.IsNull(property(Type.TEXT, Type.INSTANT, Type.BOOLEAN, Type.GEOMETRY));
            case 5 -> spatial();
            case 6 -> has(Type.INSTANT) ? temporal() : spatial();
            case 7 -> new Predicate.And(some(() -> predicate(levels - 1), 2));
            case 8 -> new Predicate.Or(some(() -> predicate(levels - 1), 2));
            default ->
                random.nextInt(20) == 0
                        ? new Predicate.Always(random.nextBoolean())
                        : new Predicate.Not(predicate(levels - 1));
        };
    }

    private <T> List<T> some(Supplier<T> one, int least) {
        List<T> all = new ArrayList<>();
        for (int i = least + random.nextInt(3); i > 0; i--) {
            all.add(one.get());
        }
        return all;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <E extends Enum<E>> E any(Class<E> type) {
        return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    }

    private Operand.Property property(Type... types) {
        List<Type> wanted = List.of(types);
        List<String> named = new ArrayList<>();
        for (Property property : layer.properties()) {
            if (wanted.contains(property.type())) {
                named.add(property.name());
            }
        }
        if (wanted.contains(Type.GEOMETRY)) {
            named.add("geometry");
        }
        return named.isEmpty() ? new Operand.Property("name") : new Operand.Property(any(named));
    }

    private boolean has(Type type) {
        return layer.properties().stream().anyMatch(property -> property.type() == type);
    }

    private Predicate comparison() {
        Predicate.Operator operator = any(Predicate.Operator.class);
        Type type = any(List.of(Type.TEXT, Type.TEXT, Type.INSTANT, Type.BOOLEAN, Type.INTEGER));
        if (type == Type.INTEGER && random.nextInt(4) == 0) {
            return random.nextBoolean()
                    ? new Predicate.Comparison(operator, number(), number())
                    : new Predicate.Between(number(), number(), number());
        }
        if (type == Type.BOOLEAN && has(Type.BOOLEAN)) {
            return new Predicate.Comparison(
                    random.nextBoolean() ? Predicate.Operator.EQUAL : Predicate.Operator.UNEQUAL,
                    property(Type.BOOLEAN),
                    new Operand.Truth(random.nextBoolean()));
        }
        if (type == Type.INSTANT && has(Type.INSTANT)) {
            return random.nextInt(3) == 0
                    ? new Predicate.Between(property(Type.INSTANT), moment(), moment())
                    : new Predicate.Comparison(operator, property(Type.INSTANT), momentOrProperty());
        }
        return new Predicate.Comparison(operator, folded(property(Type.TEXT)), text());
    }

    private Scalar number() {
        return has(Type.INTEGER) && random.nextBoolean()
                ? property(Type.INTEGER)
                : new Operand.Numeric(BigDecimal.valueOf(random.nextInt(-3, 9), random.nextInt(3)));
    }

    private Scalar text() {
        return folded(random.nextInt(4) > 0 ? new Operand.Text(any(WORDS)) : property(Type.TEXT));
    }

    private Scalar folded(Scalar text) {
        return random.nextInt(3) == 0 ? new Operand.CaseInsensitive(text) : text;
    }

    private Predicate like() {
        Scalar pattern = new Operand.Text(any(PATTERNS));
        return new Predicate.Like(
                folded(property(Type.TEXT)), random.nextInt(3) == 0 ? new Operand.CaseInsensitive(pattern) : pattern);
    }

    private Predicate among() {
        return has(Type.INSTANT) && random.nextInt(4) == 0
                ? new Predicate.In(property(Type.INSTANT), some(this::moment, 1))
                : new Predicate.In(folded(property(Type.TEXT)), some(this::text, 1));
    }

    private Scalar moment() {
        LocalDate day = LocalDate.of(2025, 12, 30).plusDays(random.nextInt(75));
        return random.nextInt(3) == 0
                ? new Operand.Day(day)
                : new Operand.Timestamp(Instant.parse(day + "T23:00:00Z").plusSeconds(3600L * random.nextInt(-1, 6)));
    }

    private Scalar momentOrProperty() {
        return random.nextInt(4) == 0 ? property(Type.INSTANT) : moment();
    }

    private Predicate temporal() {
        return new Predicate.Temporal(any(Predicate.Order.class), time(), time());
    }

    private Time time() {
        if (random.nextBoolean()) {
            return (Time) instant();
        }
        Time from = random.nextInt(5) == 0 ? new Operand.Open() : (Time) instant();
        return new Operand.Interval(from, random.nextInt(5) == 0 ? new Operand.Open() : (Time) instant());
    }

    private Scalar instant() {
        return has(Type.INSTANT) ? momentOrProperty() : moment();
    }

    private Predicate spatial() {
        Operand.Property own = new Operand.Property("geometry");
        Predicate.Relation relation = any(Predicate.Relation.class);
        Operand.Place other = random.nextInt(4) == 0 ? box() : new Operand.Shape(shape());
        return random.nextBoolean()
                ? new Predicate.Spatial(relation, own, other)
                : new Predicate.Spatial(relation, other, own);
    }

    private Operand.Box box() {
        int west = 400 + random.nextInt(21);
        int south = 9400 + random.nextInt(21);
        return new Operand.Box(
                west / 200.0,
                south / 200.0,
                (west + 1 + random.nextInt(10)) / 200.0,
                (south + 1 + random.nextInt(10)) / 200.0);
    }

    /** On or between the lines of the grid. */
    private Coordinate place() {
        return new Coordinate((400 + random.nextInt(21)) / 200.0, (9400 + random.nextInt(21)) / 200.0);
    }

    private Geometry shape() {
        return switch (random.nextInt(6)) {
            case 0 -> Geometries.FACTORY.createPoint(place());
            case 1 ->
                Geometries.FACTORY.createMultiPointFromCoords(
                        some(this::place, 1).toArray(Coordinate[]::new));
            case 2 -> line();
            case 3 -> Geometries.FACTORY.createMultiLineString(new LineString[] {line(), line()});
            case 4 -> polygon();
            default -> multiPolygon();
        };
    }

    private LineString line() {
        Coordinate from = place();
        Coordinate to = place();
        return from.equals2D(to) ? line() : Geometries.FACTORY.createLineString(new Coordinate[] {from, to});
    }

    private Polygon polygon() {
        Operand.Box box = box();
        Geometry outline = Geometries.FACTORY.toGeometry(
                new Envelope(box.lowFirst(), box.highFirst(), box.lowSecond(), box.highSecond()));
        if (random.nextBoolean()) {
            return (Polygon) outline;
        }
        Coordinate[] corners = outline.getCoordinates();
        return Geometries.FACTORY.createPolygon(new Coordinate[] {corners[0], corners[1], corners[2], corners[0]});
    }

    private Geometry multiPolygon() {
        Polygon one = polygon();
        Polygon other = polygon();
        Geometry both = Geometries.FACTORY.createMultiPolygon(new Polygon[] {one, other});
        return both.isValid() ? both : one;
    }
}
