package org.vigie.dispatch.transmission;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.access.SignedIn;
import org.vigie.access.SignedInAccount;
import org.vigie.request.Assignment;
import org.vigie.request.Entries;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Request;
import org.vigie.request.RequestState;
import org.vigie.request.Requests;
import org.vigie.team.Team;

/** Sends a request to a service, which says yes or no. */
@Component
public class Transmissions {

    static final Set<RequestState> NOBODY_AGREED = EnumSet.of(RequestState.RECEIVED, RequestState.REOPENED);

    /** Where to; without a team the rules choose one of the service. */
    public record Destination(UUID serviceId, Optional<UUID> teamId) {}

    private final Requests requests;
    private final Transfers transfers;
    private final Destinations destinations;
    private final Inboxes inboxes;
    private final MessageSource texts;
    private final Clock clock;

    Transmissions(
            Requests requests,
            Transfers transfers,
            Destinations destinations,
            Inboxes inboxes,
            MessageSource texts,
            Clock clock) {
        this.requests = requests;
        this.transfers = transfers;
        this.destinations = destinations;
        this.inboxes = inboxes;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Transmits a request; to the service and team that have it already, it asks them for their yes.
     *
     * @param reason told to the service; needed when the request changes hands
     * @throws Refusal not-found, changed-meanwhile, request-is-not-open, reason-missing, unknown-service, unknown-team,
     *     team-of-another-service, service-without-team
     */
    @Transactional
    public void transmit(UUID requestId, int revision, Destination to, String reason) {
        Request before = requests.getToChange(requestId, revision);
        Instant now = now();
        Destinations.Found found = destinations.find(before, to, now);
        boolean same = found.team().id().equals(before.assignment().teamId())
                && to.serviceId().equals(before.assignment().serviceId());
        if (!same && reason.isBlank()) {
            throw Refusal.invalid("reason-missing");
        }
        Assignment assignment = same
                ? before.assignment()
                : new Assignment(to.serviceId(), found.team().id(), Assignment.Rule.DISPATCHER, reason.strip());
        Request after = before.offeredTo(assignment, now);
        requests.save(
                before,
                after,
                Entries.change(HistoryEntry.Kind.TRANSMITTED, before, after)
                        .toAll(found.serviceName())
                        .toStaff(label(found.team()) + (reason.isBlank() ? "" : " : " + reason.strip()))
                        .at(now));
        transfers.send(
                requestId,
                new Transfers.Move(before.assignment(), assignment, reason),
                SignedIn.get().accountId(),
                now);
    }

    /**
     * The service takes it: a person agreed.
     *
     * @throws Refusal not-found, changed-meanwhile, not-your-service, nothing-to-answer
     */
    @Transactional
    public void accept(UUID requestId, int revision) {
        Request before = toAnswer(requestId, revision, false);
        Instant now = now();
        Request after = before.assignedTo(before.assignment(), now);
        requests.save(
                before,
                after,
                Entries.change(HistoryEntry.Kind.ACCEPTED, before, after)
                        .toAll("")
                        .toStaff(destinations.serviceName(before.assignment().serviceId()))
                        .at(now));
    }

    /**
     * The service gives it back to its owner; also what it had agreed to, while nobody works on it.
     *
     * @throws Refusal not-found, changed-meanwhile, reason-missing, not-your-service, nothing-to-answer
     */
    @Transactional
    public void refuse(UUID requestId, int revision, String reason) {
        if (reason.isBlank()) {
            throw Refusal.invalid("reason-missing");
        }
        Request before = toAnswer(requestId, revision, true);
        Instant now = now();
        String service = destinations.serviceName(before.assignment().serviceId());
        Team nobodyElse = destinations.lastResort();
        String why = text("transmission.refused", service, reason.strip());
        Assignment assignment = new Assignment(
                nobodyElse.serviceId().orElse(before.assignment().serviceId()),
                nobodyElse.id(),
                Assignment.Rule.LAST_RESORT,
                why);
        Request after = before.movedTo(before.place(), assignment, now);
        requests.save(
                before,
                after,
                Entries.of(HistoryEntry.Kind.REFUSED).toStaff(why).at(now));
        UUID by = SignedIn.get().accountId();
        transfers.answer(requestId, new Transfers.Verdict(Transfers.Answer.REFUSED, by, reason), now);
        transfers.giveBack(requestId, Transfers.ReturnCause.REFUSED, now);
    }

    private Request toAnswer(UUID requestId, int revision, boolean alsoAgreed) {
        Request before = requests.getToChange(requestId, revision);
        SignedInAccount account = SignedIn.get();
        if (!inboxes.answersFor(account, before)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "not-your-service");
        }
        boolean mayBeAnswered = transfers.isWaiting(requestId)
                || NOBODY_AGREED.contains(before.state())
                || (alsoAgreed && before.state() == RequestState.ASSIGNED);
        if (!before.state().isOpen() || !mayBeAnswered) {
            throw new Refusal(Refusal.Kind.CONFLICT, "nothing-to-answer", before.number());
        }
        return before;
    }

    private static String label(Team team) {
        return team.code() + ", " + team.name();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private String text(String key, Object... values) {
        return texts.getMessage(
                key, values, Locale.forLanguageTag(CurrentJurisdiction.get().locale()));
    }
}
