package org.vigie.features.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.access.Refusal;
import org.vigie.features.FilterPlaces;
import org.vigie.features.ItemsCursor;
import org.vigie.features.ItemsQuery;
import org.vigie.features.PublishedLayer;
import org.vigie.features.PublishedLayer.Property;
import org.vigie.features.PublishedLayer.Type;
import org.vigie.features.ReferenceSystem;
import org.vigie.features.cql2.Cql2;
import org.vigie.features.cql2.Literals;
import org.vigie.features.cql2.Operand;
import org.vigie.features.cql2.Operand.Scalar;
import org.vigie.features.cql2.Operand.Time;
import org.vigie.features.cql2.Predicate;
import org.vigie.features.cql2.Predicate.Operator;

/** Reads from the query which features are asked for; whatever way it is said in becomes one condition. */
final class ItemsParameters {

    private static final List<String> KNOWN = List.of(
            "limit", "after", "count", "bbox", "bbox-crs", "datetime", "crs", "filter", "filter-lang", "filter-crs");

    private final Parameters parameters;
    private final PublishedLayer layer;

    ItemsParameters(Parameters parameters, PublishedLayer layer) {
        this.parameters = parameters;
        this.layer = layer;
    }

    static String[] known(PublishedLayer layer) {
        return Stream.concat(KNOWN.stream(), layer.properties().stream().map(Property::name))
                .toArray(String[]::new);
    }

    ItemsQuery query() {
        List<Predicate> conditions = new ArrayList<>();
        ReferenceSystem boxSystem = system("bbox-crs");
        ReferenceSystem filterSystem = system("filter-crs");
        parameters.text("bbox").ifPresent(box -> conditions.add(box(box, boxSystem)));
        parameters.text("datetime").flatMap(this::during).ifPresent(conditions::add);
        for (Property property : layer.properties()) {
            parameters.text(property.name()).ifPresent(value -> conditions.add(equal(property, value)));
        }
        String language = parameters.text("filter-lang").orElse("cql2-text");
        Function<String, Predicate> parser = parser(language);
        parameters
                .text("filter")
                .ifPresent(filter -> conditions.add(FilterPlaces.inStorage(parser.apply(filter), filterSystem)));
        return new ItemsQuery(
                layer,
                conditions.isEmpty() ? new Predicate.Always(true) : new Predicate.And(conditions),
                limit(),
                parameters.text("after").map(after -> ItemsCursor.parse(after, layer)),
                counted());
    }

    private @Nullable Boolean counted() {
        return parameters
                .text("count")
                .map(text -> switch (text) {
                    case "true" -> Boolean.TRUE;
                    case "false" -> Boolean.FALSE;
                    default -> throw Parameters.malformed("count");
                })
                .orElse(null);
    }

    private static Function<String, Predicate> parser(String language) {
        return switch (language) {
            case "cql2-text" -> Cql2::parseText;
            case "cql2-json" -> Cql2::parseJson;
            default -> throw Parameters.malformed("filter-lang");
        };
    }

    /** Longitude first unless something else is said. */
    ReferenceSystem system(String parameter) {
        return parameters
                .text(parameter)
                .map(uri -> ReferenceSystem.find(uri)
                        .orElseThrow(() -> new Refusal(
                                Refusal.Kind.MALFORMED,
                                "reference-system-unknown",
                                uri,
                                ReferenceSystem.list().stream()
                                        .map(ReferenceSystem::uri)
                                        .toList())))
                .orElse(ReferenceSystem.CRS84);
    }

    /** More than the most there is gets the most there is. */
    private int limit() {
        return parameters
                .text("limit")
                .map(text -> {
                    if (!text.matches("0*[1-9][0-9]{0,17}")) {
                        throw Parameters.malformed("limit");
                    }
                    return (int) Math.min(ItemsQuery.MAX_LIMIT, Long.parseLong(text));
                })
                .orElse(ItemsQuery.DEFAULT_LIMIT);
    }

    private static Predicate box(String text, ReferenceSystem system) {
        try {
            double[] numbers = Arrays.stream(text.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            Predicate within = new Predicate.Spatial(
                    Predicate.Relation.INTERSECTS,
                    new Operand.Property(PublishedLayer.GEOMETRY),
                    Literals.box(numbers));
            return FilterPlaces.inStorage(within, system);
        } catch (NumberFormatException | Refusal notABox) {
            throw Parameters.malformed("bbox");
        }
    }

    /** What has no time is there at any time. */
    private Optional<Predicate> during(String text) {
        Time asked = time(text);
        return layer.source().time().map(time ->
                (Predicate) new Predicate.Temporal(Predicate.Order.INTERSECTS, new Operand.Property(time), asked));
    }

    private static Time time(String text) {
        String[] ends = text.split("/", -1);
        try {
            if (ends.length == 1 && !text.equals("..")) {
                return Literals.end(text);
            }
            if (ends.length == 2) {
                return new Operand.Interval(Literals.end(ends[0]), Literals.end(ends[1]));
            }
        } catch (Refusal notATime) {
            // Told below, as any other time that cannot be.
        }
        throw Parameters.malformed("datetime");
    }

    private static Predicate equal(Property property, String value) {
        return new Predicate.Comparison(Operator.EQUAL, new Operand.Property(property.name()), scalar(property, value));
    }

    private static Scalar scalar(Property property, String value) {
        try {
            if (property.type() == Type.TEXT) {
                return Literals.text(value);
            }
            if (property.type() == Type.INTEGER) {
                return Literals.number(value);
            }
            if (property.type() == Type.INSTANT && Literals.end(value) instanceof Scalar moment) {
                return moment;
            }
            if (property.type() == Type.BOOLEAN && (value.equals("true") || value.equals("false"))) {
                return new Operand.Truth(value.equals("true"));
            }
        } catch (NumberFormatException | Refusal notOfThatType) {
            // Told below, as any other value that cannot be.
        }
        throw Parameters.malformed(property.name());
    }
}
