package org.vigie.reply;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.access.Role;
import org.vigie.team.Deputies.Principal;

/** Whose turn it is in a chain. Knows no database. */
final class Turn {

    /** Who would decide, with those whose place they take today. */
    record Person(UUID accountId, Role role, List<Principal> principals) {}

    /** A person may act at a step: in their own right, or in somebody's place. */
    record Standing(Optional<Decision.OnBehalfOf> onBehalfOf) {}

    private final List<ChainStep> steps;
    private final List<Decision> decisions;

    Turn(List<ChainStep> steps, List<Decision> decisions) {
        this.steps = List.copyOf(steps);
        this.decisions = List.copyOf(decisions);
    }

    /** The first step that no decision in force has passed. */
    Optional<ChainStep> next() {
        return steps.stream().filter(step -> !isPassed(step)).findFirst();
    }

    private boolean isPassed(ChainStep step) {
        return decisions.stream().anyMatch(decision -> decision.holds() && decision.stepNumber() == step.number());
    }

    /** Whether somebody has any part in this chain. */
    boolean hasPart(Person person) {
        return steps.stream().anyMatch(step -> standing(step, person).isPresent());
    }

    /** As what somebody acts at a step; their own right comes first. */
    static Optional<Standing> standing(ChainStep step, Person person) {
        if (step.isFor(person.accountId(), person.role())) {
            return Optional.of(new Standing(Optional.empty()));
        }
        return person.principals().stream()
                .filter(principal -> step.isFor(principal.accountId(), principal.role()))
                .findFirst()
                .map(principal ->
                        new Standing(Optional.of(new Decision.OnBehalfOf(principal.accountId(), principal.name()))));
    }
}
