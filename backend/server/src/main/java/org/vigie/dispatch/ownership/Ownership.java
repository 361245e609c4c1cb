package org.vigie.dispatch.ownership;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Accounts;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.intake.ownership.OwnerCandidate;
import org.vigie.intake.ownership.OwnerDeal;
import org.vigie.intake.ownership.Owners;
import org.vigie.request.Actor;
import org.vigie.request.Entries;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Request;
import org.vigie.request.Requests;

/** Passes requests from one owner to another. */
@Component
public class Ownership {

    private final Requests requests;
    private final Owners owners;
    private final Accounts accounts;
    private final MessageSource texts;
    private final JdbcClient jdbc;
    private final Clock clock;

    Ownership(Requests requests, Owners owners, Accounts accounts, MessageSource texts, JdbcClient jdbc, Clock clock) {
        this.requests = requests;
        this.owners = owners;
        this.accounts = accounts;
        this.texts = texts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Passes one request on, by a person's decision.
     *
     * @throws Refusal not-found, changed-meanwhile, reason-missing, request-is-not-open, not-an-owner for an account that may not own requests
     */
    @Transactional
    public void pass(UUID requestId, int revision, UUID toAccountId, String reason) {
        if (reason.isBlank()) {
            throw Refusal.invalid("reason-missing");
        }
        Request before = requests.getToChange(requestId, revision);
        if (!before.state().isOpen()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "request-is-not-open", before.number());
        }
        Instant now = now();
        OwnerCandidate next = owners.find(toAccountId, now).orElseThrow(() -> Refusal.invalid("not-an-owner"));
        String told = name(before.ownerAccountId()) + " → " + next.name() + " : " + reason.strip();
        requests.save(
                before,
                before.followedBy(Optional.of(toAccountId), now),
                Entries.of(HistoryEntry.Kind.OWNED).toStaff(told).at(now));
    }

    /**
     * Deals out everything open that somebody follows, the heaviest first, and says why in each history.
     *
     * @param absent who gets none of it, that person among them
     * @return how many there were; where nobody else works, they stay where they are
     */
    @Transactional
    public int spread(UUID accountId, Collection<UUID> absent) {
        Instant now = now();
        OwnerDeal deal = owners.beginWithout(absent, now);
        List<UUID> owned = jdbc.sql("""
                        select request_id from request.request
                        where owner_account_id = :account and state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')
                        order by request.owner_weight(priority) desc, received_at, request_id
                        """)
                .param("account", accountId)
                .query((row, n) -> row.getObject("request_id", UUID.class))
                .list();
        for (UUID requestId : owned) {
            Request before = requests.lock(requestId);
            deal.next(before.priority()).ifPresent(heir -> inherit(before, accountId, heir, now));
        }
        return owned.size();
    }

    private void inherit(Request before, UUID absent, OwnerCandidate heir, Instant now) {
        if (before.ownerAccountId().equals(Optional.of(absent))
                && before.state().isOpen()) {
            Locale locale = Locale.forLanguageTag(CurrentJurisdiction.get().locale());
            String told =
                    texts.getMessage("owner.spread", new Object[] {name(Optional.of(absent)), heir.name()}, locale);
            requests.save(
                    before,
                    before.followedBy(Optional.of(heir.accountId()), now),
                    Entries.of(HistoryEntry.Kind.OWNED)
                            .by(Actor.VIGIE)
                            .toStaff(told)
                            .at(now));
        }
    }

    private String name(Optional<UUID> accountId) {
        return accountId.flatMap(accounts::findName).orElse("–");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
