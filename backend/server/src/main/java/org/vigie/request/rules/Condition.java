package org.vigie.request.rules;

import java.util.List;
import org.vigie.request.Channel;
import org.vigie.request.Danger;
import org.vigie.request.Priority;

/**
 * What must hold of a report. A list of codes holds when one of them does; every list has at least one. {@link Evaluation} says whether
 * it holds and why.
 */
public sealed interface Condition {

    /** Every one of them. */
    record AllOf(List<Condition> of) implements Condition {}

    /** At least one of them; the first that holds is the reason. */
    record AnyOf(List<Condition> of) implements Condition {}

    /** It does not hold. */
    record Not(Condition of) implements Condition {}

    /** One of these categories, by code. */
    record CategoryIs(List<String> codes) implements Condition {}

    /** A category of one of these domains, by code. */
    record DomainIs(List<String> codes) implements Condition {}

    /** The priority that a person or the table gives, before any rule. */
    record PriorityIs(List<Priority> priorities) implements Condition {}

    /** The danger that was told; without a word of it, immediate for an urgent category and else none. */
    record DangerIs(List<Danger> dangers) implements Condition {}

    /** Something of one of these classes of places is as near as its class says. */
    record NearTo(List<String> placeClasses) implements Condition {}

    /** It lies in one of these sectors of the set that serves. */
    record InSector(List<String> codes) implements Condition {}

    /** It lies on one of these pieces of ground: an area, a road, a sector of another set. */
    record InArea(List<String> codes) implements Condition {}

    /** The hour is within one of these shifts. */
    record OnShift(List<String> codes) implements Condition {}

    /** By that calendar somebody works at the hour, or nobody does. */
    record CalendarIs(String code, boolean open) implements Condition {}

    record ChannelIs(List<Channel> channels) implements Condition {}

    record RequesterIs(List<RequesterKind> kinds) implements Condition {}

    /** A question of the form was answered so; a question without an answer never holds. */
    record AnswerIs(String question, Test test, String value) implements Condition {

        /** How the answer is compared: folded like words, or as numbers. */
        public enum Test {
            IS,
            CONTAINS,
            GREATER
        }
    }

    /** The text has one of these words, whole, whatever its accents and capitals; {@code seringue*} is how the word begins. */
    record SaysWords(List<String> words) implements Condition {}
}
