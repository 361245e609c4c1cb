package org.vigie.dispatch;

import java.util.EnumSet;
import java.util.Set;
import org.vigie.access.Refusal;
import org.vigie.access.Role;
import org.vigie.access.SignedIn;

/** Who may look for people: those who take calls and direct the work. Others read who asked on the request that they have open. */
public final class PersonSearch {

    private static final Set<Role> ALLOWED =
            EnumSet.of(Role.FRONT_OFFICE, Role.DISPATCHER, Role.HEAD, Role.ADMINISTRATOR);

    private PersonSearch() {}

    public static boolean isAllowed() {
        return SignedIn.find()
                .filter(account -> ALLOWED.contains(account.role()))
                .isPresent();
    }

    /** @throws Refusal person-search-not-allowed */
    public static void require() {
        if (!isAllowed()) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "person-search-not-allowed");
        }
    }
}
