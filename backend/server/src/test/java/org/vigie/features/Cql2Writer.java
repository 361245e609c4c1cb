package org.vigie.features;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.vigie.features.cql2.Operand;
import org.vigie.features.cql2.Predicate;
import org.vigie.geo.GeoJsonModule;
import tools.jackson.databind.json.JsonMapper;

/** Writes conditions in both encodings. */
final class Cql2Writer {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new GeoJsonModule()).build();

    private Cql2Writer() {}

    static String text(Predicate predicate) {
        return switch (predicate) {
            case Predicate.And and -> joined(and.all(), " AND ");
            case Predicate.Or or -> joined(or.any(), " or ");
            case Predicate.Not not -> "NOT (" + text(not.predicate()) + ")";
            case Predicate.Always always -> always.value() ? "TRUE" : "false";
            case Predicate.Comparison comparison ->
                text(comparison.left()) + comparison.operator().symbol() + text(comparison.right());
            case Predicate.Like like -> text(like.text()) + " LIKE " + text(like.pattern());
            case Predicate.Between between ->
                text(between.value()) + " BETWEEN " + text(between.least()) + " AND " + text(between.most());
            case Predicate.In in ->
                text(in.value()) + " IN "
                        + in.among().stream().map(Cql2Writer::text).collect(Collectors.joining(", ", "(", ")"));
            case Predicate.IsNull isNull -> text(isNull.property()) + " IS NULL";
            case Predicate.Spatial spatial ->
                "S_" + spatial.relation() + "(" + text(spatial.left()) + ", " + text(spatial.right()) + ")";
            case Predicate.Temporal temporal ->
                "T_" + temporal.order().function() + "(" + text(temporal.left()) + ", " + text(temporal.right()) + ")";
        };
    }

    private static String joined(List<Predicate> parts, String by) {
        return parts.stream().map(part -> "(" + text(part) + ")").collect(Collectors.joining(by));
    }

    static String text(Operand operand) {
        return switch (operand) {
            case Operand.Property property -> property.name().equals("and") ? "\"and\"" : property.name();
            case Operand.Text text -> "'" + text.value().replace("'", "''") + "'";
            case Operand.Numeric number -> number.value().toPlainString();
            case Operand.Truth truth -> String.valueOf(truth.value());
            case Operand.Timestamp moment -> "TIMESTAMP('" + moment.at() + "')";
            case Operand.Day day -> "DATE('" + day.date() + "')";
            case Operand.CaseInsensitive folded -> "CASEI(" + text(folded.text()) + ")";
            case Operand.Shape shape -> shape.geometry().toText();
            case Operand.Box box ->
                "BBOX(" + box.lowFirst() + "," + box.lowSecond() + "," + box.highFirst() + "," + box.highSecond() + ")";
            case Operand.Interval interval -> "INTERVAL(" + end(interval.from()) + ", " + end(interval.to()) + ")";
            case Operand.Open open -> "'..'";
        };
    }

    private static String end(Operand.Time end) {
        return switch (end) {
            case Operand.Timestamp moment -> "'" + moment.at() + "'";
            case Operand.Day day -> "'" + day.date() + "'";
            default -> text((Operand) end);
        };
    }

    static String json(Predicate predicate) {
        return switch (predicate) {
            case Predicate.And and ->
                op("and", and.all().stream().map(Cql2Writer::json).toList());
            case Predicate.Or or ->
                op("or", or.any().stream().map(Cql2Writer::json).toList());
            case Predicate.Not not -> op("not", List.of(json(not.predicate())));
            case Predicate.Always always -> String.valueOf(always.value());
            case Predicate.Comparison comparison ->
                op(comparison.operator().symbol(), List.of(json(comparison.left()), json(comparison.right())));
            case Predicate.Like like -> op("like", List.of(json(like.text()), json(like.pattern())));
            case Predicate.Between between ->
                op("between", List.of(json(between.value()), json(between.least()), json(between.most())));
            case Predicate.In in ->
                op(
                        "in",
                        List.of(
                                json(in.value()),
                                in.among().stream().map(Cql2Writer::json).collect(Collectors.joining(",", "[", "]"))));
            case Predicate.IsNull isNull -> op("isNull", List.of(json(isNull.property())));
            case Predicate.Spatial spatial ->
                op(
                        "s_" + spatial.relation().name().toLowerCase(Locale.ROOT),
                        List.of(json(spatial.left()), json(spatial.right())));
            case Predicate.Temporal temporal ->
                op("t_" + camel(temporal.order().name()), List.of(json(temporal.left()), json(temporal.right())));
        };
    }

    /** FINISHED_BY is t_finishedBy. */
    private static String camel(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("_by") ? lower.replace("_by", "By") : lower;
    }

    private static String op(String name, List<String> arguments) {
        return "{\"op\":\"" + name + "\",\"args\":[" + String.join(",", arguments) + "]}";
    }

    static String json(Operand operand) {
        return switch (operand) {
            case Operand.Property property -> "{\"property\":\"" + property.name() + "\"}";
            case Operand.Text text -> JSON.writeValueAsString(text.value());
            case Operand.Numeric number -> number(number.value());
            case Operand.Truth truth -> String.valueOf(truth.value());
            case Operand.Timestamp moment -> "{\"timestamp\":\"" + moment.at() + "\"}";
            case Operand.Day day -> "{\"date\":\"" + day.date() + "\"}";
            case Operand.CaseInsensitive folded -> op("casei", List.of(json(folded.text())));
            case Operand.Shape shape -> JSON.writerFor(Geometry.class).writeValueAsString(shape.geometry());
            case Operand.Box box ->
                "{\"bbox\":[" + box.lowFirst() + "," + box.lowSecond() + "," + box.highFirst() + "," + box.highSecond()
                        + "]}";
            case Operand.Interval interval ->
                "{\"interval\":[" + jsonEnd(interval.from()) + "," + jsonEnd(interval.to()) + "]}";
            case Operand.Open open -> "\"..\"";
        };
    }

    private static String number(BigDecimal value) {
        return value.toPlainString();
    }

    private static String jsonEnd(Operand.Time end) {
        return end instanceof Operand.Property ? json(end) : end(end).replace('\'', '"');
    }
}
