package org.vigie.reply;

import java.util.Optional;
import java.util.UUID;
import org.vigie.access.Role;

/**
 * One step of an approval chain: whoever has the role, or one person.
 *
 * @param number from 1, in the order of the decisions
 * @param title in which the decision is taken, as people and the letter read it: « Directrice générale des services »
 * @param role empty when one person is named
 */
public record ChainStep(int number, Act act, String title, Optional<Role> role, Optional<UUID> accountId) {

    /** What is done at a step. */
    public enum Act {
        APPROVE,
        /** The last step: the letter goes out under this name. */
        SIGN
    }

    public ChainStep {
        if (role.isPresent() == accountId.isPresent()) {
            throw new IllegalArgumentException("a step names a role or a person");
        }
    }

    boolean isFor(UUID account, Role itsRole) {
        return role.map(itsRole::equals)
                .orElseGet(() -> accountId.filter(account::equals).isPresent());
    }
}
