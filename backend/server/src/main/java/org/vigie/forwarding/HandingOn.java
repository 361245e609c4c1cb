package org.vigie.forwarding;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.dispatch.Triage;
import org.vigie.request.Assignment;
import org.vigie.request.Entries;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Request;
import org.vigie.request.RequestState;
import org.vigie.request.Requests;

/** A dispatcher says whose it is. Where that organisation has a connection, the request goes there as one that the rules forward. */
@Component
public class HandingOn {

    private final Requests requests;
    private final ConnectionTerms terms;
    private final ForwardingDesk desk;
    private final ForwardingSentences sentences;
    private final Clock clock;

    HandingOn(
            Requests requests, ConnectionTerms terms, ForwardingDesk desk, ForwardingSentences sentences, Clock clock) {
        this.requests = requests;
        this.terms = terms;
        this.desk = desk;
        this.sentences = sentences;
        this.clock = clock;
    }

    /**
     * @throws Refusal not-found for an organisation that works here; reason-missing; already-there when it is on its way to them
     *     or with them; transition-not-allowed, request-is-not-open
     */
    @Transactional
    public void handOn(UUID requestId, int revision, UUID organisationId, Triage.Explanation why) {
        Request before = requests.getToChange(requestId, revision);
        String name = terms.organisation(organisationId).name();
        if (why.reason().isBlank() && why.publicText().isBlank()) {
            throw Refusal.invalid("reason-missing");
        }
        if (desk.atWork(requestId)
                .filter(it -> it.organisationId().equals(organisationId))
                .isPresent()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "already-there", name);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Assignment had = before.assignment();
        Assignment theirs =
                new Assignment(had.serviceId(), had.teamId(), had.rule(), had.reason(), Optional.of(organisationId));
        Request named = before.movedTo(before.place(), theirs, now);
        Request after = named.state() == RequestState.FORWARDED ? named : named.to(RequestState.FORWARDED, now);
        String told = why.publicText().isBlank()
                ? sentences.forwarded(organisationId)
                : why.publicText().strip();
        requests.save(
                before,
                after,
                Entries.change(HistoryEntry.Kind.FORWARDED, before, after)
                        .toAll(told)
                        .toStaff(why.reason())
                        .at(now));
    }
}
