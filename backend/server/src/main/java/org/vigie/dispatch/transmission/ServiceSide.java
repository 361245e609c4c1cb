package org.vigie.dispatch.transmission;

import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.SignedIn;
import org.vigie.request.Request;
import org.vigie.request.RequestState;
import org.vigie.team.Coverages;
import org.vigie.team.ReferentQuestion;
import org.vigie.team.TeamSentences;

/** The service that a request is with: who speaks for it, and whether it has to answer. */
@Component
public class ServiceSide {

    /**
     * @param referent who speaks for the service and why; blank when nobody is named or there
     * @param mayAccept whether the caller may say yes for it now
     * @param mayRefuse whether the caller may give it back
     */
    public record Answering(String referent, boolean mayAccept, boolean mayRefuse) {}

    private final Coverages coverages;
    private final TeamSentences sentences;
    private final Inboxes inboxes;
    private final Transfers transfers;
    private final Clock clock;

    ServiceSide(Coverages coverages, TeamSentences sentences, Inboxes inboxes, Transfers transfers, Clock clock) {
        this.coverages = coverages;
        this.sentences = sentences;
        this.inboxes = inboxes;
        this.transfers = transfers;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Answering of(Request request, Locale locale) {
        ReferentQuestion question = new ReferentQuestion(
                request.assignment().serviceId(),
                request.categoryId(),
                request.place().sectorId().orElse(null));
        String referent = sentences.referent(
                coverages
                        .read()
                        .referent(
                                question,
                                clock.instant().atZone(CurrentJurisdiction.get().zone())),
                locale);
        boolean theirs = request.state().isOpen()
                && SignedIn.find()
                        .filter(account -> inboxes.answersFor(account, request))
                        .isPresent();
        boolean waits =
                theirs && (transfers.isWaiting(request.id()) || Transmissions.NOBODY_AGREED.contains(request.state()));
        return new Answering(referent, waits, waits || theirs && request.state() == RequestState.ASSIGNED);
    }
}
