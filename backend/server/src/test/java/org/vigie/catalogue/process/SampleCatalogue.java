package org.vigie.catalogue.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.vigie.access.Role;
import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.ReportRequirement;
import org.vigie.catalogue.RequestKind;
import org.vigie.catalogue.calendar.Length;
import org.vigie.catalogue.calendar.Warning;
import org.vigie.catalogue.process.file.WrittenCatalogue;

/** Catalogues of any size, the same for the same seed: every type of question, conditions, stops, steps, and the texts that files stumble over. */
final class SampleCatalogue {

    private static final List<String> TEXTS = List.of(
            "Combien de lampadaires ?",
            "L’« éclairage » de la rue, ça s’arrête",
            "=SOMME(A1;A2)",
            "=1+1",
            "+33 1 23 45 67 89",
            "-5",
            "@accueil",
            "Première ligne\nDeuxième ligne, avec \"guillemets\"\n\nDernière",
            "avec une fin d’espace \nau milieu",
            "'apostrophes' et \"guillemets\"",
            "a, b; c\td",
            "oui",
            "no",
            "true",
            "null",
            "~",
            "1e3",
            "0x1F",
            "007",
            "1.50",
            "2026-01-01",
            "12:30",
            "- tiret",
            "# dièse",
            "clé: valeur",
            "fin:",
            "[liste]",
            "{accolade}",
            "&ancre",
            "*alias",
            "!étiquette",
            "|",
            ">",
            "%",
            "`",
            "?",
            "<b>&amp;</b>",
            "_x0041_ et _x000D_",
            "Nid de guêpes 🐝 ou d’abeilles",
            "espace\u00a0insécable",
            "العربية",
            "a\\nb \\ c");

    private static final List<String> GLYPHS =
            ProcessFaults.GLYPHS.stream().sorted().toList();

    private final Random random;
    private final List<String> calendars;

    private SampleCatalogue(long seed, List<String> calendars) {
        this.random = new Random(seed);
        this.calendars = calendars;
    }

    /** @param calendars codes that working units may be counted on; without any, none are promised */
    static WrittenCatalogue of(int processes, long seed, List<String> calendars) {
        SampleCatalogue sample = new SampleCatalogue(seed, calendars);
        return new WrittenCatalogue(
                List.of(
                        new WrittenCatalogue.Organisation(
                                "Agglomération", List.of(new WrittenCatalogue.Service("dechets", "Collecte, déchets"))),
                        new WrittenCatalogue.Organisation(
                                "Ville d’Essai", List.of(new WrittenCatalogue.Service("voirie", "Voirie")))),
                List.of(
                        new WrittenCatalogue.Domain("proprete", "Propreté", "waste"),
                        new WrittenCatalogue.Domain("route", "Route & trottoirs", "street")),
                IntStream.range(0, processes)
                        .mapToObj(i -> sample.process(i, i * 2 < processes ? "proprete" : "route"))
                        .toList());
    }

    private ProcessContent process(int i, String domain) {
        return new ProcessContent(
                "processus-" + i,
                domain,
                any(List.of("voirie", "dechets")),
                line() + " " + i,
                distinct(random.nextInt(5)),
                any(GLYPHS),
                any(Arrays.asList(RequestKind.values())),
                any(Arrays.asList(ProcessContent.Priority.values())),
                random.nextInt(5) == 0,
                5 + random.nextInt(496),
                some(ProcessContent.Asker.values()),
                questions(),
                distinct(random.nextInt(3)),
                List.of(),
                IntStream.range(0, random.nextInt(5))
                        .mapToObj(n -> new ProcessContent.Step(any(Arrays.asList(Role.values())), text()))
                        .toList(),
                some(ReportRequirement.values()),
                terms(),
                random.nextInt(4) == 0,
                random.nextBoolean() ? "" : line(),
                random.nextBoolean() ? "" : line(),
                1 + random.nextInt(120));
    }

    private List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (Question.Type type : Question.Type.values()) {
            if (random.nextInt(3) > 0) {
                questions.add(question("q" + questions.size(), type, questions));
            }
        }
        return questions;
    }

    private Question question(String code, Question.Type type, List<Question> before) {
        List<Question.Choice> choices = type == Question.Type.CHOICE
                ? List.of(
                        new Question.Choice("a", line()),
                        new Question.Choice("b", line()),
                        new Question.Choice("1", "1"))
                : List.of();
        String known = type == Question.Type.CHOICE ? "b" : Question.YES;
        boolean stops = (type == Question.Type.CHOICE || type == Question.Type.YES_NO) && random.nextBoolean();
        Optional<Question.Condition> condition = before.stream()
                .filter(question -> question.hasKnownAnswers() && random.nextBoolean())
                .findFirst()
                .map(question -> new Question.Condition(
                        question.code(),
                        question.type() == Question.Type.CHOICE ? List.of("a", "1") : List.of(Question.NO)));
        return new Question(
                code,
                text(),
                random.nextBoolean() ? "" : text(),
                type,
                random.nextBoolean(),
                condition,
                choices,
                stops ? List.of(new Question.Stop(known, text(), random.nextBoolean())) : List.of());
    }

    private List<ProcessContent.Term> terms() {
        return Arrays.stream(Commitment.values())
                .filter(commitment -> random.nextInt(4) > 0)
                .map(this::term)
                .toList();
    }

    private ProcessContent.Term term(Commitment commitment) {
        boolean working = !calendars.isEmpty() && random.nextBoolean();
        Optional<Warning> warning = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(new Warning(any(Arrays.asList(Warning.Kind.values())), 1 + random.nextInt(99)));
        return new ProcessContent.Term(
                commitment,
                1 + random.nextInt(60),
                working ? Length.Unit.WORKING_DAYS : Length.Unit.HOURS,
                working ? any(calendars) : "",
                warning);
    }

    private String text() {
        return random.nextInt(4) > 0 ? any(TEXTS) : scrambled();
    }

    private String line() {
        return Words.of(text().replace('\n', ' '));
    }

    /** Anything that may be typed; never empty. */
    private String scrambled() {
        StringBuilder text = new StringBuilder("x");
        int length = random.nextInt(30);
        for (int i = 0; i < length; i++) {
            int kind = random.nextInt(12);
            text.appendCodePoint(
                    kind < 8
                            ? ' ' + random.nextInt(95)
                            : kind < 10
                                    ? 0xa1 + random.nextInt(0x2ff)
                                    : kind == 10 ? '\n' : 0x1f300 + random.nextInt(200));
        }
        return Words.of(text.toString());
    }

    private List<String> distinct(int most) {
        return IntStream.range(0, most).mapToObj(n -> line()).distinct().toList();
    }

    private <T> List<T> some(T[] values) {
        return Arrays.stream(values).filter(value -> random.nextInt(3) == 0).toList();
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
