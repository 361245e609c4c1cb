package org.vigie.features.cql2;

import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.locationtech.jts.geom.Geometry;
import org.vigie.features.cql2.Operand.CaseInsensitive;
import org.vigie.features.cql2.Operand.Interval;
import org.vigie.features.cql2.Operand.Place;
import org.vigie.features.cql2.Operand.Property;
import org.vigie.features.cql2.Operand.Scalar;
import org.vigie.features.cql2.Operand.Time;
import org.vigie.features.cql2.Operand.Truth;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What predicates of CQL2 JSON compare: values, geometries, times. */
final class JsonOperands {

    private final FilterSize size;

    JsonOperands(FilterSize size) {
        this.size = size;
    }

    Scalar scalar(JsonNode node) {
        return size.deeper(() -> value(node));
    }

    private Scalar value(JsonNode node) {
        if (node.isString()) {
            return Literals.text(node.stringValue());
        }
        if (node.isNumber()) {
            return Literals.number(node.asString());
        }
        if (node.isBoolean()) {
            return new Truth(node.booleanValue());
        }
        if (isOnly(node, "date")) {
            return Literals.day(text(node, "date"));
        }
        if (isOnly(node, "timestamp")) {
            return Literals.timestamp(text(node, "timestamp"));
        }
        if (node.has("op")) {
            return caseInsensitive(JsonParser.Call.of(node));
        }
        return property(node);
    }

    private Scalar caseInsensitive(JsonParser.Call call) {
        if (!call.op().equals("casei")) {
            throw FilterRefusals.unsupported(call.op());
        }
        return new CaseInsensitive(scalar(call.argument(0, 1)));
    }

    private static Property property(JsonNode node) {
        if (!isOnly(node, "property")) {
            throw FilterRefusals.jsonMalformed(node.toString());
        }
        return new Property(text(node, "property"));
    }

    private static boolean isOnly(JsonNode node, String member) {
        return node.isObject() && node.size() == 1 && node.has(member);
    }

    private static String text(JsonNode node, String member) {
        JsonNode text = node.path(member);
        if (!text.isString()) {
            throw FilterRefusals.jsonMalformed(node.toString());
        }
        return text.stringValue();
    }

    Place place(JsonNode node) {
        if (node.has("bbox")) {
            return Literals.box(numbers(node.path("bbox")));
        }
        if (!node.has("type")) {
            return unlessFunction(node, JsonOperands::property);
        }
        try {
            return Literals.shape(JsonParser.MAPPER.treeToValue(node, Geometry.class));
        } catch (JacksonException | IllegalArgumentException e) {
            throw FilterRefusals.geometryMalformed(node.path("type").asString(""));
        }
    }

    private static double[] numbers(JsonNode list) {
        if (!list.isArray() || !StreamSupport.stream(list.spliterator(), false).allMatch(JsonNode::isNumber)) {
            throw FilterRefusals.geometryMalformed("bbox");
        }
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    Time time(JsonNode node) {
        if (isOnly(node, "date")) {
            return Literals.day(text(node, "date"));
        }
        if (isOnly(node, "timestamp")) {
            return Literals.timestamp(text(node, "timestamp"));
        }
        if (isOnly(node, "interval")) {
            return interval(node.path("interval"));
        }
        return unlessFunction(node, JsonOperands::property);
    }

    private Interval interval(JsonNode ends) {
        if (!ends.isArray() || ends.size() != 2) {
            throw FilterRefusals.jsonMalformed(ends.toString());
        }
        return new Interval(end(ends.get(0)), end(ends.get(1)));
    }

    private Time end(JsonNode node) {
        if (node.isString()) {
            return Literals.end(node.stringValue());
        }
        if (isOnly(node, "interval")) {
            throw FilterRefusals.jsonMalformed("interval");
        }
        return time(node);
    }

    private static <T> T unlessFunction(JsonNode node, Function<JsonNode, T> read) {
        if (node.has("op")) {
            throw FilterRefusals.unsupported(node.path("op").asString(""));
        }
        return read.apply(node);
    }
}
