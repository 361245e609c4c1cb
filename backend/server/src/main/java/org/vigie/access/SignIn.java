package org.vigie.access;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks an e-mail address and a password, slowly and without telling which of the two was wrong. */
@Component
public class SignIn {

    /** Compared when there is no such account, so that the answer takes as long. */
    private static final String NOBODY = Accounts.hash("nobody has this password");

    private final Accounts accounts;
    private final SignInFailures failures;

    SignIn(Accounts accounts, SignInFailures failures) {
        this.accounts = accounts;
        this.failures = failures;
    }

    /**
     * @param clientAddress of the caller, for the throttle
     * @throws Refusal too-many-attempts, or sign-in-failed
     */
    public SignedInAccount with(String email, String password, String clientAddress) {
        failures.refuseWhenTooMany(email, clientAddress);
        Optional<Account> account = accounts.find(email).filter(Account::active);
        String hash = account.flatMap(Account::passwordHash).orElse(NOBODY);
        boolean matches = Accounts.PASSWORDS.matches(password, hash);
        if (!matches || account.flatMap(Account::passwordHash).isEmpty()) {
            failures.record(email, clientAddress);
            throw new Refusal(Refusal.Kind.NOT_SIGNED_IN, "sign-in-failed");
        }
        failures.forget(email);
        Account found = account.orElseThrow();
        return new SignedInAccount(found.id(), CurrentJurisdiction.get().id(), found.name(), found.role());
    }
}
