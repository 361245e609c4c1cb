package org.vigie.forwarding;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Request;
import org.vigie.request.RequestChanged;
import org.vigie.request.RequestState;
import org.vigie.request.Requests;

/** Writes, with the change that forwards a request or takes it back, that it is to be sent, or not any more: both commit or none. */
@Component
class ForwardingEvents {

    /** These may make it somebody else's without another state. */
    private static final Set<HistoryEntry.Kind> MAY_CHANGE_HANDS = EnumSet.of(
            HistoryEntry.Kind.FORWARDED,
            HistoryEntry.Kind.MOVED,
            HistoryEntry.Kind.LOCATED,
            HistoryEntry.Kind.RECLASSIFIED);

    private final Connections connections;
    private final Forwardings forwardings;
    private final Withdrawals withdrawals;
    private final Requests requests;
    private final SchedulerClient scheduler;
    private final ForwardingSettings settings;
    private final Clock clock;

    ForwardingEvents(
            Connections connections,
            Forwardings forwardings,
            Withdrawals withdrawals,
            Requests requests,
            SchedulerClient scheduler,
            ForwardingSettings settings,
            Clock clock) {
        this.connections = connections;
        this.forwardings = forwardings;
        this.withdrawals = withdrawals;
        this.requests = requests;
        this.scheduler = scheduler;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RequestChanged change) {
        boolean mayMatter = change.entered() != null
                || MAY_CHANGE_HANDS.contains(change.entry().kind());
        if (mayMatter && connections.isAny()) {
            settle(requests.get(change.requestId()));
        }
    }

    private void settle(Request request) {
        Optional<UUID> theirs =
                request.state() == RequestState.FORWARDED ? request.assignment().authorityId() : Optional.empty();
        Optional<Forwarding> before = forwardings.lockOf(request.id());
        if (before.isPresent()) {
            Forwarding it = before.get();
            boolean staysTheirs = theirs.filter(it.organisationId()::equals).isPresent();
            boolean endedThere = it.stage() == Forwarding.Stage.ENDED_THERE
                    && !request.state().isOpen();
            if (staysTheirs || endedThere) {
                return;
            }
            withdrawals.withdraw(it, request);
        }
        theirs.flatMap(connections::findOn).ifPresent(connection -> queue(request.id(), connection.organisationId()));
    }

    private void queue(UUID requestId, UUID organisationId) {
        Instant now = clock.instant();
        UUID id = Ids.next();
        forwardings.queue(
                id, requestId, organisationId, new Forwarding.Attempts(0, now, now.plus(settings.giveUpAfter())));
        plan(id, 1, now);
    }

    /** @param round the first time it is sent, or after somebody had it sent again */
    void plan(UUID id, int round, Instant at) {
        Posting.Order order = new Posting.Order(CurrentJurisdiction.get().id(), id);
        scheduler.schedule(Posting.TASK.instance(id + "/" + round).data(order).build(), at);
    }
}
