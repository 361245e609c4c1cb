package org.vigie.catalogue.process;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.calendar.Warning;

/** What is wrong with a process in itself, each in a few words that begin with where it is. */
final class ProcessFaults {

    static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    static final Set<String> GLYPHS =
            Set.of("street", "lighting", "waste", "green", "sign", "water", "tag", "animal", "question", "praise");
    private static final int NAME = 120;
    private static final int SENTENCE = 1_000;
    private static final int LEAST_RADIUS = 5;
    private static final int MOST_RADIUS = 500;
    private static final int MOST_MONTHS = 1_200;
    /** What neither XML nor anybody's eye can keep. */
    private static final Pattern UNREADABLE =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\uD800-\\uDFFF]|[\\uFFFE\\uFFFF\\u2028\\u2029\\u0085\\uFEFF]");

    private final List<String> found = new ArrayList<>();

    private ProcessFaults() {}

    /** Empty when it may be kept. */
    static List<String> of(ProcessContent content) {
        ProcessFaults faults = new ProcessFaults();
        faults.head(content);
        faults.questions(content.questions());
        faults.commitments(content.commitments());
        content.steps().forEach(step -> {
            faults.need(isThere(step.actor()), "steps: actor is missing or not a role");
            faults.text("steps: text", step.text(), SENTENCE, true);
        });
        return List.copyOf(faults.found);
    }

    private void head(ProcessContent content) {
        code("code", content.code());
        text("domain", content.domain(), NAME, true);
        text("service", content.service(), NAME, true);
        line("name", content.name(), NAME, true);
        need(
                GLYPHS.contains(content.glyph()),
                "glyph: one of " + GLYPHS.stream().sorted().toList());
        need(
                content.duplicateRadiusMetres() >= LEAST_RADIUS && content.duplicateRadiusMetres() <= MOST_RADIUS,
                "duplicateRadiusMetres: from 5 to 500");
        need(
                content.retentionMonths() >= 1 && content.retentionMonths() <= MOST_MONTHS,
                "retentionMonths: from 1 to 1200");
        content.synonyms().forEach(each -> line("synonyms", each, NAME, true));
        content.documents().forEach(each -> line("documents", each, SENTENCE, true));
        content.skills().forEach(each -> line("skills", each, NAME, true));
        distinct("synonyms", content.synonyms());
        distinct("skills", content.skills());
        distinct("askers", content.askers());
        distinct("report", content.report());
        line("replyTemplate", content.replyTemplate(), NAME, false);
        line("approvalChain", content.approvalChain(), NAME, false);
    }

    private void questions(List<Question> questions) {
        List<Question> before = new ArrayList<>();
        for (Question question : questions) {
            String where = "questions." + question.code();
            code("questions: code", question.code());
            need(
                    before.stream().noneMatch(other -> other.code().equals(question.code())),
                    where + ": the code is taken by another question");
            text(where + ".text", question.text(), SENTENCE, true);
            text(where + ".hint", question.hint(), SENTENCE, false);
            choices(where, question);
            question.onlyIf().ifPresent(condition -> condition(where, condition, before));
            question.stops().forEach(stop -> {
                need(
                        question.hasKnownAnswers() && question.knows(stop.answer()),
                        where + ".stops: “" + stop.answer() + "” is none of its answers");
                text(where + ".stops.text", stop.text(), SENTENCE, true);
            });
            distinct(
                    where + ".stops",
                    question.stops().stream().map(Question.Stop::answer).toList());
            before.add(question);
        }
    }

    private void choices(String where, Question question) {
        boolean choice = question.type() == Question.Type.CHOICE;
        need(choice != question.choices().isEmpty(), where + ".choices: a CHOICE has some, others none");
        question.choices().forEach(each -> {
            code(where + ".choices: code", each.code());
            line(where + ".choices: label", each.label(), NAME, true);
        });
        distinct(
                where + ".choices",
                question.choices().stream().map(Question.Choice::code).toList());
    }

    private void condition(String where, Question.Condition condition, List<Question> before) {
        List<Question> asked = before.stream()
                .filter(question -> question.code().equals(condition.question()))
                .toList();
        if (asked.isEmpty() || !asked.getFirst().hasKnownAnswers()) {
            found.add(where + ".onlyIf: “" + condition.question() + "” is no earlier CHOICE or YES_NO");
            return;
        }
        need(!condition.is().isEmpty(), where + ".onlyIf.is: name at least one answer");
        condition.is().stream()
                .filter(answer -> !asked.getFirst().knows(answer))
                .forEach(answer -> found.add(where + ".onlyIf.is: “" + answer + "” is none of its answers"));
        distinct(where + ".onlyIf.is", condition.is());
    }

    private void commitments(List<ProcessContent.Term> terms) {
        Set<Commitment> seen = EnumSet.noneOf(Commitment.class);
        for (ProcessContent.Term term : terms) {
            if (!isThere(term.commitment()) || !isThere(term.unit())) {
                found.add("commitments: commitment or unit is missing");
                continue;
            }
            String where = "commitments." + term.commitment();
            need(seen.add(term.commitment()), where + ": told twice");
            need(term.amount() > 0, where + ".amount: at least 1");
            need(
                    term.unit().isWorking() != term.calendar().isEmpty(),
                    where + ".calendar: working units need one, the others have none");
            need(
                    term.warning().map(Warning::kind).isPresent()
                            || term.warning().isEmpty(),
                    where + ".warning: kind is missing");
        }
    }

    private void code(String where, String code) {
        need(
                CODE.matcher(code).matches(),
                where + ": “" + code + "” is not of small letters, digits and hyphens, at most 60");
    }

    private void line(String where, String text, int most, boolean required) {
        text(where, text, most, required);
        need(text.indexOf('\n') < 0, where + ": one line only");
    }

    private void text(String where, String text, int most, boolean required) {
        need(!required || !text.isEmpty(), where + " is missing");
        need(text.codePointCount(0, text.length()) <= most, where + ": longer than " + most + " characters");
        need(!UNREADABLE.matcher(text).find(), where + ": has characters that cannot be read");
    }

    private void distinct(String where, List<?> values) {
        need(new HashSet<>(values).size() == values.size(), where + ": something is told twice");
    }

    private void need(boolean fulfilled, String fault) {
        if (!fulfilled) {
            found.add(fault);
        }
    }

    /** What a file leaves out is null, whatever the type says. */
    private static boolean isThere(Object value) {
        return Objects.nonNull(value);
    }
}
