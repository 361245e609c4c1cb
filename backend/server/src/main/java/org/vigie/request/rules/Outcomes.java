package org.vigie.request.rules;

import java.util.Optional;
import org.vigie.request.Priority;

/**
 * What follows when a rule holds; at least one thing does.
 *
 * @param team that goes, by code; one that lacks a skill which the category needs is passed over as by every other rule
 * @param isPrivate it is never published
 * @param note a word for the team
 * @param message to whoever asked
 * @param forwardTo the id of an organisation that does not work here; what is urgent is made safe by our own team first
 */
public record Outcomes(
        Optional<String> team,
        Optional<Priority> priority,
        boolean isPrivate,
        Optional<String> note,
        Optional<String> message,
        Optional<String> forwardTo) {

    boolean isEmpty() {
        return team.isEmpty()
                && priority.isEmpty()
                && !isPrivate
                && note.isEmpty()
                && message.isEmpty()
                && forwardTo.isEmpty();
    }
}
