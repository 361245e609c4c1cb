package org.vigie.features.cql2;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.vigie.features.cql2.Operand.Property;
import org.vigie.features.cql2.Operand.Scalar;
import org.vigie.features.cql2.Predicate.Operator;
import org.vigie.geo.GeoJsonModule;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Conditions in CQL2 JSON. */
final class JsonParser {

    /** Levels of brackets: those of the deepest filter and of a geometry in it. */
    private static final int MOST_NESTED = 3 * FilterSize.MOST_LEVELS;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_NESTED)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new GeoJsonModule())
            .build();

    private static final Map<String, Operator> COMPARISONS = Map.of(
            "=", Operator.EQUAL,
            "<>", Operator.UNEQUAL,
            "<", Operator.LESS,
            ">", Operator.GREATER,
            "<=", Operator.AT_MOST,
            ">=", Operator.AT_LEAST);

    private final FilterSize size = new FilterSize();
    private final JsonOperands operands = new JsonOperands(size);

    Predicate parse(String filter) {
        try {
            return predicate(MAPPER.readTree(filter));
        } catch (JacksonException e) {
            throw FilterRefusals.jsonMalformed(filter);
        }
    }

    private Predicate predicate(JsonNode node) {
        if (node.isBoolean()) {
            return new Predicate.Always(node.booleanValue());
        }
        return size.deeper(() -> operation(Call.of(node)));
    }

    private Predicate operation(Call call) {
        Operator operator = COMPARISONS.get(call.op());
        if (operator != null) {
            return new Predicate.Comparison(operator, scalar(call, 0, 2), scalar(call, 1, 2));
        }
        return switch (call.op()) {
            case "and" -> new Predicate.And(several(call));
            case "or" -> new Predicate.Or(several(call));
            case "not" -> new Predicate.Not(predicate(call.argument(0, 1)));
            case "like" -> new Predicate.Like(scalar(call, 0, 2), scalar(call, 1, 2));
            case "between" -> new Predicate.Between(scalar(call, 0, 3), scalar(call, 1, 3), scalar(call, 2, 3));
            case "in" -> new Predicate.In(scalar(call, 0, 2), among(call.argument(1, 2)));
            case "isNull" -> new Predicate.IsNull(property(call));
            default -> function(call);
        };
    }

    private List<Predicate> several(Call call) {
        if (call.arguments().size() < 2) {
            throw FilterRefusals.jsonMalformed(call.op());
        }
        return call.arguments().stream().map(this::predicate).toList();
    }

    private Scalar scalar(Call call, int index, int of) {
        return operands.scalar(call.argument(index, of));
    }

    private List<Scalar> among(JsonNode list) {
        if (!list.isArray() || list.isEmpty()) {
            throw FilterRefusals.jsonMalformed("in");
        }
        return StreamSupport.stream(list.spliterator(), false)
                .map(operands::scalar)
                .toList();
    }

    private Property property(Call call) {
        if (operands.scalar(call.argument(0, 1)) instanceof Property property) {
            return property;
        }
        throw FilterRefusals.jsonMalformed(call.op());
    }

    private Predicate function(Call call) {
        String name = call.op().toUpperCase(Locale.ROOT);
        Optional<Predicate.Relation> relation = Functions.relation(name);
        if (relation.isPresent()) {
            return new Predicate.Spatial(
                    relation.get(), operands.place(call.argument(0, 2)), operands.place(call.argument(1, 2)));
        }
        return Functions.order(name)
                .<Predicate>map(order -> new Predicate.Temporal(
                        order, operands.time(call.argument(0, 2)), operands.time(call.argument(1, 2))))
                .orElseThrow(() -> FilterRefusals.unsupported(call.op()));
    }

    /** An operator and what it is given. */
    record Call(String op, List<JsonNode> arguments) {

        static Call of(JsonNode node) {
            JsonNode op = node.path("op");
            JsonNode arguments = node.path("args");
            if (!op.isString() || !arguments.isArray() || node.size() != 2) {
                throw FilterRefusals.jsonMalformed(node.toString());
            }
            return new Call(
                    op.stringValue(),
                    StreamSupport.stream(arguments.spliterator(), false).toList());
        }

        JsonNode argument(int index, int of) {
            if (arguments.size() != of) {
                throw FilterRefusals.jsonMalformed(op);
            }
            return arguments.get(index);
        }
    }
}
