package org.vigie.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The account behind this thread's request, in the jurisdiction that is open; a session of another jurisdiction counts for nothing. */
public final class SignedIn {

    private SignedIn() {}

    public static Optional<SignedInAccount> find() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    /** @throws Refusal when nobody is signed in */
    public static SignedInAccount get() {
        return find().orElseThrow(() -> new Refusal(Refusal.Kind.NOT_SIGNED_IN, "not-signed-in"));
    }

    public static Optional<SignedInAccount> of(@Nullable Authentication authentication) {
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedInAccount account)) {
            return Optional.empty();
        }
        return CurrentJurisdiction.find()
                .filter(open -> open.id().equals(account.jurisdictionId()))
                .map(open -> account);
    }
}
