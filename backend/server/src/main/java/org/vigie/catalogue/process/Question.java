package org.vigie.catalogue.process;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that is asked of whoever reports.
 *
 * @param code by which its answer is kept; unique in the process
 * @param hint a sentence below the question; may be empty
 * @param onlyIf asked only then
 * @param choices of a {@link Type#CHOICE}, in their order
 * @param stops what is told, or refused, upon certain answers
 */
public record Question(
        String code,
        String text,
        String hint,
        Type type,
        boolean required,
        Optional<Condition> onlyIf,
        List<Choice> choices,
        List<Stop> stops) {

    public static final String YES = "true";
    public static final String NO = "false";

    /** What an answer must be; each is kept as text. */
    public enum Type {
        /** Any words. */
        TEXT,
        /** The code of one of the choices. */
        CHOICE,
        /** Decimal digits with a dot. */
        NUMBER,
        /** {@link #YES} or {@link #NO}. */
        YES_NO,
        /** As 2026-04-30. */
        DATE
    }

    /**
     * Holds when an earlier question was answered with one of these.
     *
     * @param question its code
     */
    public record Condition(String question, List<String> is) {
        public Condition {
            question = Words.of(question);
            is = Words.of(is);
        }
    }

    public record Choice(String code, String label) {
        public Choice {
            code = Words.of(code);
            label = Words.of(label);
        }
    }

    /**
     * @param answer the code of a choice, {@link #YES} or {@link #NO}
     * @param refuses nothing is taken in upon this answer, except at the desk
     */
    public record Stop(String answer, String text, boolean refuses) {
        public Stop {
            answer = Words.of(answer);
            text = Words.of(text);
        }
    }

    public Question {
        code = Words.of(code);
        text = Words.of(text);
        hint = Words.of(hint);
        type = Objects.requireNonNullElse(type, Type.TEXT);
        choices = Words.listOf(choices);
        stops = Words.listOf(stops);
    }

    /** Whether one of a few known answers is given, on which conditions and stops can be told. */
    public boolean hasKnownAnswers() {
        return type == Type.CHOICE || type == Type.YES_NO;
    }

    boolean knows(String answer) {
        return type == Type.YES_NO
                ? answer.equals(YES) || answer.equals(NO)
                : choices.stream().anyMatch(choice -> choice.code().equals(answer));
    }
}
