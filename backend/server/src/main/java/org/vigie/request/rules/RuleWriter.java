package org.vigie.request.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the text of a rule in its one canonical form, which {@link RuleReader} reads back as the same. */
public final class RuleWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RuleWriter() {}

    public static JsonNode write(RuleText text) {
        ObjectNode node = JSON.objectNode();
        node.put("schema", RuleReader.SCHEMA);
        node.set("if", write(text.when()));
        ObjectNode then = node.putObject("then");
        Outcomes outcomes = text.then();
        outcomes.team().ifPresent(team -> then.put("team", team));
        outcomes.priority().ifPresent(priority -> then.put("priority", priority.name()));
        if (outcomes.isPrivate()) {
            then.put("private", true);
        }
        outcomes.forwardTo().ifPresent(organisation -> then.put("forward", organisation));
        outcomes.note().ifPresent(note -> then.put("note", note));
        outcomes.message().ifPresent(message -> then.put("message", message));
        return node;
    }

    /** In hexadecimal digits, of the canonical form: what was tried is what is activated. */
    public static String sha256(RuleText text) {
        try {
            byte[] canonical = write(text).toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode write(Condition condition) {
        return switch (condition) {
            case Condition.AllOf all -> group("all", all.of());
            case Condition.AnyOf any -> group("any", any.of());
            case Condition.Not not -> JSON.objectNode().set("not", write(not.of()));
            case Condition.CategoryIs is -> list("category", is.codes());
            case Condition.DomainIs is -> list("domain", is.codes());
            case Condition.PriorityIs is -> list("priority", is.priorities());
            case Condition.DangerIs is -> list("danger", is.dangers());
            case Condition.NearTo to -> list("near", to.placeClasses());
            case Condition.InSector in -> list("sector", in.codes());
            case Condition.InArea in -> list("area", in.codes());
            case Condition.OnShift on -> list("shift", on.codes());
            case Condition.CalendarIs is ->
                JSON.objectNode().put("calendar", is.code()).put("open", is.open());
            case Condition.ChannelIs is -> list("channel", is.channels());
            case Condition.RequesterIs is -> list("requester", is.kinds());
            case Condition.AnswerIs is ->
                JSON.objectNode()
                        .put("answer", is.question())
                        .put(is.test().name().toLowerCase(Locale.ROOT), is.value());
            case Condition.SaysWords says -> list("words", says.words());
        };
    }

    private static JsonNode group(String key, List<Condition> parts) {
        ArrayNode array = JSON.arrayNode();
        parts.forEach(part -> array.add(write(part)));
        return JSON.objectNode().set(key, array);
    }

    private static JsonNode list(String key, List<?> values) {
        ArrayNode array = JSON.arrayNode();
        values.forEach(value -> array.add(value.toString()));
        return JSON.objectNode().set(key, array);
    }
}
