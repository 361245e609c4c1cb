package org.vigie.catalogue.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vigie.access.Refusal;

/** The questions of one version, and what may be answered to them. Immutable. */
public final class Questionnaire {

    /** Which rules hold for whoever answers. */
    public enum Strictness {
        /** Required answers are demanded, and answers that refuse do refuse. */
        PUBLIC,
        /** Required answers are demanded; what refuses the public is only told. */
        DESK,
        /** Somebody of the town who stands before it: what they do not answer is seen there. */
        PATROL
    }

    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_NUMBER = 20;

    private final List<Question> questions;

    public Questionnaire(List<Question> questions) {
        this.questions = List.copyOf(questions);
    }

    /**
     * The answers as they are kept, in the order of the questions; blank ones count as not given.
     *
     * @param given by the code of the question
     * @throws Refusal answer-unknown, answer-not-asked, answer-malformed, answer-missing, answer-refused
     */
    public Map<String, String> check(Map<String, String> given, Strictness strictness) {
        given.keySet().stream()
                .filter(code ->
                        questions.stream().noneMatch(question -> question.code().equals(code)))
                .findFirst()
                .ifPresent(code -> {
                    throw Refusal.invalid("answer-unknown", code);
                });
        Map<String, String> answers = new LinkedHashMap<>();
        for (Question question : questions) {
            Optional<String> answer = Optional.ofNullable(given.get(question.code()))
                    .map(Words::of)
                    .filter(text -> !text.isEmpty());
            boolean asked = isAsked(question, answers);
            if (answer.isPresent() && !asked) {
                throw Refusal.invalid("answer-not-asked", question.text());
            }
            if (answer.isEmpty() && asked && question.required() && strictness != Strictness.PATROL) {
                throw Refusal.invalid("answer-missing", question.text());
            }
            answer.ifPresent(text -> answers.put(question.code(), understood(question, text)));
        }
        if (strictness == Strictness.PUBLIC) {
            refuse(answers);
        }
        return Collections.unmodifiableMap(answers);
    }

    private static boolean isAsked(Question question, Map<String, String> answers) {
        return question.onlyIf()
                .map(condition ->
                        condition.is().contains(Objects.requireNonNullElse(answers.get(condition.question()), "")))
                .orElse(true);
    }

    private static String understood(Question question, String text) {
        boolean fits = switch (question.type()) {
            case TEXT -> text.codePointCount(0, text.length()) <= LONGEST_TEXT && text.indexOf('\u0000') < 0;
            case CHOICE, YES_NO -> question.knows(text);
            case NUMBER -> number(text).isPresent();
            case DATE -> isDate(text);
        };
        if (!fits) {
            throw Refusal.invalid("answer-malformed", question.text(), question.type());
        }
        return question.type() == Question.Type.NUMBER ? number(text).orElseThrow() : text;
    }

    private static Optional<String> number(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        try {
            // Written out only when it is short: 1e999999999 would fill the memory.
            return Optional.of(new BigDecimal(text.replace(',', '.')))
                    .filter(number -> Math.abs((long) number.scale()) <= LONGEST_NUMBER)
                    .map(BigDecimal::toPlainString)
                    .filter(plain -> plain.length() <= LONGEST_NUMBER);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static boolean isDate(String text) {
        try {
            return text.length() == "2026-04-30".length() && LocalDate.parse(text) != null;
        } catch (DateTimeParseException notADate) {
            return false;
        }
    }

    private void refuse(Map<String, String> answers) {
        for (Question question : questions) {
            question.stops().stream()
                    .filter(stop -> stop.refuses() && stop.answer().equals(answers.get(question.code())))
                    .findFirst()
                    .ifPresent(stop -> {
                        throw Refusal.invalid("answer-refused", question.text(), stop.text());
                    });
        }
    }
}
