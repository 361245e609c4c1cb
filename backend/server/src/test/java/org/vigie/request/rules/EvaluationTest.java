package org.vigie.request.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.Promises;
import org.vigie.catalogue.RequestKind;
import org.vigie.request.Channel;
import org.vigie.request.Danger;
import org.vigie.request.Priority;
import org.vigie.request.PriorityChoice;
import tools.jackson.databind.JsonNode;

/** Whether a condition holds, measured by a second evaluator that reads the stored JSON and shares nothing with the first. */
class EvaluationTest {

    private static final int CASES = 50_000;
    private static final List<String> CODES = List.of("a", "b", "c");
    private static final List<String> TEXTS = List.of(
            "",
            "Des SERINGUES, près de l’école !",
            "une seringue",
            "seringué",
            "aiguille-usagée",
            "œuf cassé",
            "Verre  cassé",
            "12");
    private static final List<String> PATTERNS = List.of(
            "seringue", "seringue*", "Ser*", "aiguille usagee", "verre cass*", "oeuf", "1*", "ecole", "l'école");

    @Test
    void agreesWithASecondEvaluatorOnRandomConditionsAndReports() {
        SplittableRandom random = new SplittableRandom(4);
        int held = 0;
        for (int n = 0; n < CASES; n++) {
            Condition condition = condition(random, 4);
            Facts facts = facts(random);
            boolean expected = new Second(facts, text)
                    .holds(RuleWriter.write(new RuleText(
                                    condition,
                                    new Outcomes(
                                            Optional.empty(),
                                            Optional.empty(),
                                            true,
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.empty())))
                            .get("if"));

            Optional<List<Reason>> reasons = new Evaluation(facts).of(condition);

            assertThat(reasons.isPresent()).as("%s of %s", condition, facts).isEqualTo(expected);
            reasons.ifPresent(because -> assertThat(because)
                    .allSatisfy(reason ->
                            assertThat(new Evaluation(facts).of(reason.leaf())).isPresent()));
            held += expected ? 1 : 0;
        }
        assertThat(held).isBetween(CASES / 5, CASES * 4 / 5);
    }

    @ParameterizedTest
    @CsvSource({
        "une Séringue au sol, seringue, seringue",
        "des seringues, seringue*, seringues",
        "des seringues, seringue, ",
        "verre, brisé, ",
        "du verre CASSÉ ici, verre casse, verre casse",
        "du verre très cassé, verre casse, ",
        "cœur, coeur, coeur",
        "antiseringue, seringue*, "
    })
    void findsWholeWordsWhateverTheirAccentsAndCapitals(String said, String pattern, String found) {
        assertThat(new FoldedWords(said).find(pattern)).isEqualTo(Optional.ofNullable(found));
    }

    @Test
    void theFirstRuleThatSaysSomethingAboutItDecidesEachKindOfOutcome() {
        Facts facts = facts(new SplittableRandom(1));
        Condition always = new Condition.Not(new Condition.SaysWords(List.of("jamais")));
        Condition never = new Condition.SaysWords(List.of("jamais"));
        RuleBook book = new RuleBook(
                List.of(
                        rule("R3", 3, always, outcomes("E3", Priority.LOW)),
                        rule("R1", 1, never, outcomes("E1", Priority.URGENT)),
                        rule("R2", 2, always, outcomes(null, Priority.HIGH))),
                Map.of());

        Ruling ruling = book.decide(facts);

        assertThat(ruling.priority().orElseThrow().rule().code()).isEqualTo("R2");
        assertThat(ruling.team().orElseThrow().rule().code()).isEqualTo("R3");
        assertThat(book.with(rule("R4", 2, always, outcomes("E4", Priority.NORMAL)))
                        .decide(facts)
                        .priority()
                        .orElseThrow()
                        .rule()
                        .code())
                .isEqualTo("R4");
        assertThat(book.with(rule("R2", 9, never, outcomes(null, Priority.HIGH)))
                        .decide(facts)
                        .priority()
                        .orElseThrow()
                        .rule()
                        .code())
                .isEqualTo("R3");
    }

    private static Outcomes outcomes(@org.jspecify.annotations.Nullable String team, Priority priority) {
        return new Outcomes(
                Optional.ofNullable(team),
                Optional.of(priority),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Rule rule(String code, int position, Condition when, Outcomes then) {
        return new Rule(
                UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                code,
                1,
                code,
                RuleState.ACTIVE,
                position,
                new RuleText(when, then),
                List.of(),
                Optional.empty(),
                new Rule.Times(
                        java.time.Instant.EPOCH,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                1);
    }

    private String text = "";

    private Facts facts(SplittableRandom random) {
        text = TEXTS.get(random.nextInt(TEXTS.size()));
        Set<String> near = some(CODES, random);
        Set<String> areas = some(CODES, random);
        Set<String> shifts = some(CODES, random);
        Set<String> open = some(CODES, random);
        Map<String, PriorityChoice.Near> nearest = new HashMap<>();
        near.forEach(code -> nearest.put(code, new PriorityChoice.Near(code, "", 10)));
        Map<String, String> answers = new HashMap<>();
        some(CODES, random)
                .forEach(question ->
                        answers.put(question, List.of("2,5", "oui", "Une lampe").get(random.nextInt(3))));
        String category = one(CODES, random);
        return new Facts(
                category(category),
                one(List.of(Priority.values()), random),
                one(List.of(Danger.values()), random),
                () -> nearest,
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(one(CODES, random)),
                () -> areas,
                shifts::contains,
                open::contains,
                one(List.of(Channel.values()), random),
                one(List.of(RequesterKind.values()), random),
                answers,
                new FoldedWords(text));
    }

    private static Category category(String code) {
        return new Category(
                new UUID(0, 1),
                code,
                code,
                code.equals("a") ? "b" : "c",
                "",
                "street",
                RequestKind.INCIDENT,
                false,
                false,
                new Category.ServiceName(new UUID(0, 2), "s", "s"),
                Promises.NONE,
                50);
    }

    private static Condition condition(SplittableRandom random, int deep) {
        int kind = random.nextInt(deep > 0 ? 17 : 14);
        return switch (kind) {
            case 0 -> new Condition.CategoryIs(list(CODES, random));
            case 1 -> new Condition.DomainIs(list(CODES, random));
            case 2 -> new Condition.PriorityIs(list(List.of(Priority.values()), random));
            case 3 -> new Condition.DangerIs(list(List.of(Danger.values()), random));
            case 4 -> new Condition.NearTo(list(CODES, random));
            case 5 -> new Condition.InSector(list(CODES, random));
            case 6 -> new Condition.InArea(list(CODES, random));
            case 7 -> new Condition.OnShift(list(CODES, random));
            case 8 -> new Condition.CalendarIs(one(CODES, random), random.nextBoolean());
            case 9 -> new Condition.ChannelIs(list(List.of(Channel.values()), random));
            case 10 -> new Condition.RequesterIs(list(List.of(RequesterKind.values()), random));
            case 11, 12 -> new Condition.SaysWords(list(PATTERNS, random));
            case 13 ->
                new Condition.AnswerIs(
                        one(CODES, random),
                        one(List.of(Condition.AnswerIs.Test.values()), random),
                        one(List.of("2", "3", "OUI", "lampe"), random));
            case 14 -> new Condition.AllOf(conditions(random, deep));
            case 15 -> new Condition.AnyOf(conditions(random, deep));
            default -> new Condition.Not(condition(random, deep - 1));
        };
    }

    private static List<Condition> conditions(SplittableRandom random, int deep) {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(n -> condition(random, deep - 1))
                .toList();
    }

    private static <T> T one(List<T> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }

    private static <T> List<T> list(List<T> from, SplittableRandom random) {
        List<T> chosen = new ArrayList<>(from);
        chosen.removeIf(each -> random.nextBoolean());
        return chosen.isEmpty() ? List.of(one(from, random)) : chosen;
    }

    private static Set<String> some(List<String> from, SplittableRandom random) {
        Set<String> chosen = new TreeSet<>(from);
        chosen.removeIf(each -> random.nextBoolean());
        return chosen;
    }

    /** By the stored form, with regular expressions for words. */
    private record Second(Facts facts, String said) {

        boolean holds(JsonNode node) {
            String key = node.propertyNames().iterator().next();
            JsonNode value = node.get(key);
            return switch (key) {
                case "all" -> value.values().stream().allMatch(this::holds);
                case "any" -> value.values().stream().anyMatch(this::holds);
                case "not" -> !holds(value);
                case "calendar" ->
                    facts.open().test(value.asString()) == node.get("open").asBoolean();
                case "answer" -> answered(node, facts.answers().get(value.asString()));
                default -> value.values().stream().anyMatch(each -> is(key, each.asString()));
            };
        }

        private boolean is(String key, String value) {
            return switch (key) {
                case "category" -> value.equals(facts.category().code());
                case "domain" -> value.equals(facts.category().domainCode());
                case "priority" -> value.equals(facts.usual().name());
                case "danger" -> value.equals(facts.danger().name());
                case "near" -> facts.near().get().containsKey(value);
                case "sector" -> facts.sector().equals(Optional.of(value));
                case "area" -> facts.areas().get().contains(value);
                case "shift" -> facts.onShift().test(value);
                case "channel" -> value.equals(facts.channel().name());
                case "requester" -> value.equals(facts.requester().name());
                case "words" -> says(said, value);
                default -> throw new AssertionError(key);
            };
        }

        private static boolean answered(JsonNode node, @org.jspecify.annotations.Nullable String answer) {
            if (answer == null) {
                return false;
            }
            if (node.has("is")) {
                return plain(answer).equals(plain(node.get("is").asString()));
            }
            return node.has("contains")
                    ? says(answer, node.get("contains").asString())
                    : answer.matches("[0-9,]+")
                            && Double.parseDouble(answer.replace(',', '.'))
                                    > Double.parseDouble(
                                            node.get("greater").asString().matches("[0-9]+")
                                                    ? node.get("greater").asString()
                                                    : "1e99");
        }

        private static boolean says(String text, String pattern) {
            String words = Pattern.compile("[^a-z0-9]+")
                    .matcher(plain(pattern.replace("*", "")))
                    .replaceAll("[^a-z0-9]+");
            String end = pattern.endsWith("*") ? "" : "(?![a-z0-9])";
            return Pattern.compile("(?<![a-z0-9])" + words + end)
                    .matcher(plain(text))
                    .find();
        }

        private static String plain(String text) {
            return Normalizer.normalize(
                            text.toLowerCase(java.util.Locale.FRENCH).replace("œ", "oe"), Normalizer.Form.NFD)
                    .replaceAll("\\p{InCombiningDiacriticalMarks}", "");
        }
    }
}
