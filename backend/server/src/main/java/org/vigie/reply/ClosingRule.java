package org.vigie.reply;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.request.Deadlines;
import org.vigie.request.Request;
import org.vigie.request.RequestChanged;
import org.vigie.request.RequestState;
import org.vigie.request.Requests;

/** Where the catalogue wants a letter, no request is closed without one, whoever closes it and in whatever way. */
@Component
class ClosingRule {

    private final Requests requests;
    private final Deadlines deadlines;
    private final FormalReplies replies;

    ClosingRule(Requests requests, Deadlines deadlines, FormalReplies replies) {
        this.requests = requests;
        this.deadlines = deadlines;
        this.replies = replies;
    }

    /** @throws Refusal formal-reply-missing, which takes the closing back */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void check(RequestChanged change) {
        if (change.entered() != RequestState.CLOSED) {
            return;
        }
        Request request = requests.get(change.requestId());
        if (deadlines.isAnsweredByLetter(request.id()) && !replies.isAnswered(request.id())) {
            throw new Refusal(Refusal.Kind.CONFLICT, "formal-reply-missing", request.number());
        }
    }
}
