package org.vigie.request.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.request.Priority;
import tools.jackson.databind.JsonNode;

/**
 * Reads the text of a rule, and nothing else does. What is read is whole: an unknown key, an empty list, a reference to what is not
 * there, more than {@value #DEEPEST} levels or {@value #MOST_NODES} conditions are refused by name, with where they are.
 */
public final class RuleReader {

    public static final int SCHEMA = 1;
    static final int DEEPEST = 8;
    static final int MOST_NODES = 200;
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_MESSAGE = 2000;

    /** @param references what it speaks of, each with where */
    public record Read(RuleText text, List<Reference> references) {}

    private final Parts parts = new Parts();

    private RuleReader() {}

    /**
     * Reads what somebody wrote.
     *
     * @throws RuleFault at the first thing that is not right
     */
    public static Read read(JsonNode node, Vocabulary vocabulary) {
        Read read = readStored(node);
        vocabulary.faults(read.references()).stream().findFirst().ifPresent(fault -> {
            throw fault;
        });
        return read;
    }

    /** Reads what was saved once: what it speaks of may have ended since. */
    static Read readStored(JsonNode node) {
        RuleReader reader = new RuleReader();
        RuleText text = reader.text(node);
        return new Read(text, List.copyOf(reader.parts.references()));
    }

    private RuleText text(JsonNode node) {
        Parts.object(node, "", Set.of("schema", "if", "then"));
        if (!node.path("schema").isInt() || node.path("schema").intValue() != SCHEMA) {
            throw new RuleFault("rule-schema-unknown", "schema", SCHEMA);
        }
        Condition when = new ConditionReader(parts).read(Parts.member(node, "", "if"), "if", 1);
        return new RuleText(when, outcomes(Parts.member(node, "", "then")));
    }

    private Outcomes outcomes(JsonNode node) {
        Parts.object(node, "then", Set.of("team", "priority", "private", "note", "message", "forward"));
        Outcomes outcomes = new Outcomes(
                referred(node, "team", Reference.Kind.TEAM),
                Optional.ofNullable(node.get("priority")).map(is -> Parts.oneOf(is, "then.priority", Priority.class)),
                node.has("private") && Parts.yesOrNo(node.path("private"), "then.private"),
                text(node, "note", LONGEST_NOTE),
                text(node, "message", LONGEST_MESSAGE),
                referred(node, "forward", Reference.Kind.ORGANISATION));
        if (outcomes.isEmpty()) {
            throw new RuleFault("rule-nothing-follows", "then");
        }
        return outcomes;
    }

    private Optional<String> referred(JsonNode node, String key, Reference.Kind kind) {
        return Optional.ofNullable(node.get(key)).map(is -> parts.reference(is, "then." + key, kind));
    }

    private static Optional<String> text(JsonNode node, String key, int longest) {
        return Optional.ofNullable(node.get(key)).map(is -> Parts.text(is, "then." + key, longest));
    }

    /** Values as they stand in the text, checked; and what they refer to, collected. */
    static final class Parts {

        private static final int LONGEST_WORD = 100;
        private static final int LONGEST_LIST = 100;

        private final List<Reference> references = new ArrayList<>();
        private int nodes;

        List<Reference> references() {
            return references;
        }

        void count(String path) {
            if (++nodes > MOST_NODES) {
                throw new RuleFault("rule-too-large", path, MOST_NODES);
            }
        }

        static void object(JsonNode node, String path, Set<String> keys) {
            if (!node.isObject()) {
                throw new RuleFault("rule-not-an-object", path);
            }
            node.propertyNames().stream()
                    .filter(key -> !keys.contains(key))
                    .findFirst()
                    .ifPresent(key -> {
                        throw new RuleFault("rule-unknown-key", path, key);
                    });
        }

        static JsonNode member(JsonNode node, String path, String key) {
            JsonNode found = node.get(key);
            if (found == null) {
                throw new RuleFault("rule-key-missing", path, key);
            }
            return found;
        }

        static List<JsonNode> list(JsonNode node, String path) {
            if (!node.isArray()) {
                throw new RuleFault("rule-not-a-list", path);
            }
            if (node.isEmpty()) {
                throw new RuleFault("rule-empty", path);
            }
            return List.copyOf(node.values());
        }

        static boolean yesOrNo(JsonNode node, String path) {
            if (!node.isBoolean()) {
                throw new RuleFault("rule-not-yes-or-no", path);
            }
            return node.booleanValue();
        }

        static String text(JsonNode node, String path, int longest) {
            String text = node.isString() ? node.stringValue().strip() : "";
            if (text.isEmpty()) {
                throw new RuleFault("rule-text-missing", path);
            }
            if (text.codePointCount(0, text.length()) > longest) {
                throw new RuleFault("rule-text-too-long", path, longest);
            }
            return text;
        }

        static String word(JsonNode node, String path) {
            return text(node, path, LONGEST_WORD);
        }

        static <E extends Enum<E>> E oneOf(JsonNode node, String path, Class<E> type) {
            String name = word(node, path);
            for (E value : type.getEnumConstants()) {
                if (value.name().equals(name)) {
                    return value;
                }
            }
            throw new RuleFault("rule-wrong-value", path, name, List.of(type.getEnumConstants()));
        }

        static <E extends Enum<E>> List<E> some(JsonNode node, String path, Class<E> type) {
            return each(node, path, (value, at) -> oneOf(value, at, type));
        }

        String reference(JsonNode node, String path, Reference.Kind kind) {
            String code = word(node, path);
            references.add(new Reference(kind, code, path));
            return code;
        }

        List<String> references(JsonNode node, String path, Reference.Kind kind) {
            return each(node, path, (value, at) -> reference(value, at, kind));
        }

        interface ReadsOne<T> {
            T read(JsonNode node, String path);
        }

        static <T> List<T> each(JsonNode node, String path, ReadsOne<T> reading) {
            List<JsonNode> values = list(node, path);
            if (values.size() > LONGEST_LIST) {
                throw new RuleFault("rule-too-large", path, LONGEST_LIST);
            }
            List<T> read = new ArrayList<>();
            for (JsonNode value : values) {
                read.add(reading.read(value, path + "[" + read.size() + "]"));
            }
            return List.copyOf(read);
        }
    }
}
