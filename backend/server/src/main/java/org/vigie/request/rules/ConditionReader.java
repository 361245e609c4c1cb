package org.vigie.request.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.vigie.request.Channel;
import org.vigie.request.Danger;
import org.vigie.request.Priority;
import tools.jackson.databind.JsonNode;

/** The part of {@link RuleReader} that reads conditions: each is an object whose first key says what it is. */
final class ConditionReader {

    /** A node with where it is and how deep. */
    private record At(JsonNode node, String path, int depth) {}

    private interface Reads {
        Condition read(At at);
    }

    private static final Set<String> TESTS = Set.of("is", "contains", "greater");

    private final RuleReader.Parts parts;
    private final Map<String, Reads> byKey = new LinkedHashMap<>();

    ConditionReader(RuleReader.Parts parts) {
        this.parts = parts;
        byKey.put("all", at -> new Condition.AllOf(group(at)));
        byKey.put("any", at -> new Condition.AnyOf(group(at)));
        byKey.put("not", at -> new Condition.Not(read(at.node(), at.path(), at.depth() + 1)));
        byKey.put("category", at -> new Condition.CategoryIs(codes(at, Reference.Kind.CATEGORY)));
        byKey.put("domain", at -> new Condition.DomainIs(codes(at, Reference.Kind.DOMAIN)));
        byKey.put("near", at -> new Condition.NearTo(codes(at, Reference.Kind.PLACE_CLASS)));
        byKey.put("sector", at -> new Condition.InSector(codes(at, Reference.Kind.SECTOR)));
        byKey.put("area", at -> new Condition.InArea(codes(at, Reference.Kind.AREA)));
        byKey.put("shift", at -> new Condition.OnShift(codes(at, Reference.Kind.SHIFT)));
        byKey.put("priority", at -> new Condition.PriorityIs(values(at, Priority.class)));
        byKey.put("danger", at -> new Condition.DangerIs(values(at, Danger.class)));
        byKey.put("channel", at -> new Condition.ChannelIs(values(at, Channel.class)));
        byKey.put("requester", at -> new Condition.RequesterIs(values(at, RequesterKind.class)));
        byKey.put(
                "words",
                at -> new Condition.SaysWords(RuleReader.Parts.each(at.node(), at.path(), ConditionReader::pattern)));
    }

    /** @param depth 1 for the outermost */
    Condition read(JsonNode node, String path, int depth) {
        parts.count(path);
        if (depth > RuleReader.DEEPEST) {
            throw new RuleFault("rule-too-deep", path, RuleReader.DEEPEST);
        }
        if (!node.isObject()) {
            throw new RuleFault("rule-not-an-object", path);
        }
        if (node.isEmpty()) {
            throw new RuleFault("rule-empty", path);
        }
        if (node.has("calendar")) {
            return calendar(node, path);
        }
        if (node.has("answer")) {
            return answer(node, path);
        }
        String key = byKey.keySet().stream()
                .filter(node::has)
                .findFirst()
                .orElseThrow(() -> new RuleFault(
                        "rule-unknown-key",
                        path,
                        node.propertyNames().iterator().next()));
        RuleReader.Parts.object(node, path, Set.of(key));
        return Objects.requireNonNull(byKey.get(key)).read(new At(node.get(key), path + "." + key, depth));
    }

    private List<Condition> group(At at) {
        List<Condition> conditions = new ArrayList<>();
        for (JsonNode part : RuleReader.Parts.list(at.node(), at.path())) {
            conditions.add(read(part, at.path() + "[" + conditions.size() + "]", at.depth() + 1));
        }
        return List.copyOf(conditions);
    }

    private List<String> codes(At at, Reference.Kind kind) {
        return parts.references(at.node(), at.path(), kind);
    }

    private static <E extends Enum<E>> List<E> values(At at, Class<E> type) {
        return RuleReader.Parts.some(at.node(), at.path(), type);
    }

    private Condition calendar(JsonNode node, String path) {
        RuleReader.Parts.object(node, path, Set.of("calendar", "open"));
        return new Condition.CalendarIs(
                parts.reference(node.get("calendar"), path + ".calendar", Reference.Kind.CALENDAR),
                RuleReader.Parts.yesOrNo(RuleReader.Parts.member(node, path, "open"), path + ".open"));
    }

    private static Condition answer(JsonNode node, String path) {
        RuleReader.Parts.object(node, path, Set.of("answer", "is", "contains", "greater"));
        List<String> tests = TESTS.stream().filter(node::has).toList();
        if (tests.size() != 1) {
            throw new RuleFault("rule-one-test", path);
        }
        String test = tests.getFirst();
        String value = RuleReader.Parts.word(node.get(test), path + "." + test);
        if (test.equals("greater") && Evaluation.number(value).isEmpty()) {
            throw new RuleFault("rule-not-a-number", path + ".greater", value);
        }
        return new Condition.AnswerIs(
                RuleReader.Parts.word(node.get("answer"), path + ".answer"),
                Condition.AnswerIs.Test.valueOf(test.toUpperCase(java.util.Locale.ROOT)),
                value);
    }

    /** A star alone, or marks only, would find everything or nothing. */
    private static String pattern(JsonNode node, String path) {
        String pattern = RuleReader.Parts.word(node, path);
        if (FoldedWords.folded(pattern).isEmpty() || pattern.indexOf('*') >= 0 && !endsWithItsOnlyStar(pattern)) {
            throw new RuleFault("rule-not-a-word", path, pattern);
        }
        return pattern;
    }

    private static boolean endsWithItsOnlyStar(String pattern) {
        return pattern.indexOf('*') == pattern.length() - 1
                && !Character.isWhitespace(pattern.charAt(pattern.length() - 2));
    }
}
