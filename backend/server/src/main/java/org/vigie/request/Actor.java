package org.vigie.request;

import java.util.Optional;
import java.util.UUID;
import org.vigie.access.SignedIn;

/** Who does something to a request, as the history tells staff. */
public record Actor(Optional<UUID> accountId, String label) {

    /** A rule of Vigie itself. */
    public static final Actor VIGIE = new Actor(Optional.empty(), "Vigie");
    /** The person who asked. */
    public static final Actor REQUESTER = new Actor(Optional.empty(), "Usager");

    /** Whoever is signed in, else the requester. */
    public static Actor current() {
        return SignedIn.find()
                .map(account -> new Actor(Optional.of(account.accountId()), account.name()))
                .orElse(REQUESTER);
    }
}
