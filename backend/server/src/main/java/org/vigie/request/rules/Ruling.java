package org.vigie.request.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.request.Priority;

/**
 * What the rules decide of one report: for each kind of outcome the rule that decided and why.
 *
 * @param team by code
 * @param forwardTo the id of an organisation
 */
public record Ruling(
        Optional<Decided<String>> team,
        Optional<Decided<Priority>> priority,
        Optional<Decided<Boolean>> isPrivate,
        Optional<Decided<String>> note,
        Optional<Decided<String>> message,
        Optional<Decided<String>> forwardTo) {

    public static final Ruling NONE = new Ruling(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** @param reasons what of the rule held */
    public record Decided<T>(T value, Rule rule, List<Reason> reasons) {}

    /** All that decided something, in the order of the kinds. */
    public Stream<Decided<?>> all() {
        return Stream.<Optional<? extends Decided<?>>>of(team, priority, isPrivate, forwardTo, note, message)
                .flatMap(Optional::stream);
    }

    /** Without what came not to hold: a person decided it, or the team that it names could not. */
    public Ruling where(boolean teamHolds, boolean priorityHolds, boolean forwardHolds) {
        return new Ruling(
                team.filter(is -> teamHolds),
                priority.filter(is -> priorityHolds),
                isPrivate,
                note,
                message,
                forwardTo.filter(is -> forwardHolds));
    }

    /** As this, where it says nothing as the one that is asked later. */
    Ruling or(Ruling later) {
        return new Ruling(
                team.or(later::team),
                priority.or(later::priority),
                isPrivate.or(later::isPrivate),
                note.or(later::note),
                message.or(later::message),
                forwardTo.or(later::forwardTo));
    }
}
