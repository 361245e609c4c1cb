package org.vigie.dispatch.transmission;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.request.HistoryEntry;
import org.vigie.request.RequestChanged;

/** What else answers a transmission, or brings a request back to its owner: the team in the field, a hand-over, an end, a reopening. */
@Component
class Following {

    private final Transfers transfers;

    Following(Transfers transfers) {
        this.transfers = transfers;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RequestChanged change) {
        HistoryEntry entry = change.entry();
        switch (entry.kind()) {
            case ACCEPTED, ASSIGNED, EN_ROUTE, ON_SITE, STARTED -> {
                transfers.answer(
                        change.requestId(),
                        new Transfers.Verdict(Transfers.Answer.ACCEPTED, entry.actorAccountId(), ""),
                        entry.at());
                transfers.takenUp(change.requestId());
            }
            case RESOLVED, CLOSED, REJECTED, DUPLICATE, FORWARDED -> {
                transfers.answer(change.requestId(), Transfers.Verdict.OVERTAKEN, entry.at());
                transfers.takenUp(change.requestId());
            }
            case IMPOSSIBLE -> transfers.giveBack(change.requestId(), Transfers.ReturnCause.IMPOSSIBLE, entry.at());
            case REOPENED -> transfers.giveBack(change.requestId(), Transfers.ReturnCause.REOPENED, entry.at());
            case NOT_TAKEN -> transfers.giveBack(change.requestId(), Transfers.ReturnCause.NOT_TAKEN, entry.at());
            default -> {}
        }
    }
}
