package org.vigie.forwarding;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.forwarding.Forwarding.Stage;
import org.vigie.request.Actor;
import org.vigie.request.Entries;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Request;
import org.vigie.request.Requests;

/**
 * Takes back what is no longer for another organisation: nothing more is sent or followed. Who has it is told where they hear updates;
 * where they do not, staff are told to tell them.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Withdrawals {

    private final Connections connections;
    private final ConnectionHealths healths;
    private final PostingSteps steps;
    private final Endings endings;
    private final Requests requests;
    private final ForwardingSentences sentences;
    private final SchedulerClient scheduler;
    private final ForwardingSettings settings;
    private final Clock clock;

    Withdrawals(
            Connections connections,
            ConnectionHealths healths,
            PostingSteps steps,
            Endings endings,
            Requests requests,
            ForwardingSentences sentences,
            SchedulerClient scheduler,
            ForwardingSettings settings,
            Clock clock) {
        this.connections = connections;
        this.healths = healths;
        this.steps = steps;
        this.endings = endings;
        this.requests = requests;
        this.sentences = sentences;
        this.scheduler = scheduler;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param it as it stood before */
    void withdraw(Forwarding it, Request request) {
        steps.withdraw(it.id());
        if (it.stage() == Stage.ENDED_THERE) {
            note(request, sentences.withdrawnAfterTheirEnd(it));
        } else if (isThere(it) || it.maybeThere()) {
            tell(it, request);
        }
    }

    /** Of one that is there and not for them any more. */
    void tell(Forwarding it, Request request) {
        if (!isThere(it) || !mayBeTold(it)) {
            note(request, sentences.withdrawn(it));
            return;
        }
        Instant now = clock.instant();
        if (endings.begin(it.id(), status(request), now, now.plus(settings.giveUpAfter()))) {
            Posting.Order order = new Posting.Order(CurrentJurisdiction.get().id(), it.id());
            scheduler.schedule(
                    TellingEndings.TASK.instance(it.id().toString()).data(order).build(), now);
        }
    }

    private static boolean isThere(Forwarding it) {
        return it.remoteId().isPresent() || it.token().isPresent();
    }

    /** Where updates are not told, none are heard; where it is not known yet, it is tried. */
    private boolean mayBeTold(Forwarding it) {
        return connections.isOn(it.organisationId())
                && healths.get(it.organisationId()).speaksUpdates().orElse(true);
    }

    /** What is neither done nor closed here is no longer theirs to do. */
    private static String status(Request request) {
        return switch (request.state()) {
            case RESOLVED -> "fixed";
            case CLOSED -> "closed";
            default -> "no_further_action";
        };
    }

    private void note(Request request, String words) {
        requests.notice(
                request,
                Entries.of(HistoryEntry.Kind.TOLD_BY_AUTHORITY)
                        .by(Actor.VIGIE)
                        .toStaff(words)
                        .at(clock.instant()));
    }
}
