package org.vigie.forwarding;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.forwarding.Forwarding.Stage;
import org.vigie.request.Entries;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Requests;

/** How connections are doing and what people do about it. */
@Component
public class ForwardingDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ForwardingDesk.class);

    /** How many are shown. */
    public static final int MOST = 200;

    /** How a connection stands: what waits, what a person has to look at, what is there. */
    public record Standing(Health health, int waiting, int refused, int there) {}

    private final Forwardings forwardings;
    private final PostingSteps steps;
    private final Endings endings;
    private final ConnectionHealths healths;
    private final ForwardingEvents planning;
    private final ForwardingSentences sentences;
    private final Requests requests;
    private final SchedulerClient scheduler;
    private final ForwardingSettings settings;
    private final Clock clock;

    ForwardingDesk(
            Forwardings forwardings,
            PostingSteps steps,
            Endings endings,
            ConnectionHealths healths,
            ForwardingEvents planning,
            ForwardingSentences sentences,
            Requests requests,
            SchedulerClient scheduler,
            ForwardingSettings settings,
            Clock clock) {
        this.forwardings = forwardings;
        this.steps = steps;
        this.endings = endings;
        this.healths = healths;
        this.planning = planning;
        this.sentences = sentences;
        this.requests = requests;
        this.scheduler = scheduler;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Standing standing(UUID organisationId) {
        return new Standing(
                healths.get(organisationId),
                forwardings.count(organisationId, Stage.WAITING) + forwardings.count(organisationId, Stage.TOKEN),
                forwardings.count(organisationId, Stage.REFUSED),
                forwardings.count(organisationId, Stage.FOLLOWED));
    }

    /** What is not there yet, what a person has to look at first; at most {@value #MOST}. */
    @Transactional(readOnly = true)
    public List<Forwarding> listNotThere(UUID organisationId) {
        return forwardings.listNotThere(organisationId, MOST);
    }

    /** Of a request, newest first. */
    @Transactional(readOnly = true)
    public List<Forwarding> listOf(UUID requestId) {
        requests.get(requestId);
        return forwardings.listOf(requestId);
    }

    /** How far they are told that it is no longer for them; empty when there is nothing to tell. */
    @Transactional(readOnly = true)
    public Optional<String> ending(Forwarding it) {
        return endings.find(it.id()).map(ending -> ending.stage().name());
    }

    /**
     * Has what was not taken of a request sent again.
     *
     * @throws Refusal nothing-to-send-again
     */
    @Transactional
    public void sendAgain(UUID requestId) {
        requests.lock(requestId);
        Forwarding it = forwardings
                .lockOf(requestId)
                .filter(found -> found.stage() == Stage.REFUSED)
                .orElseThrow(() -> new Refusal(Refusal.Kind.CONFLICT, "nothing-to-send-again"));
        again(it);
    }

    /** Has all that was not taken of a connection sent again. @return how many */
    @Transactional
    public int sendAllAgain(UUID organisationId) {
        List<Forwarding> refused = forwardings.list(organisationId, Stage.REFUSED);
        refused.forEach(it -> sendAgain(it.requestId()));
        return refused.size();
    }

    private void again(Forwarding it) {
        Instant now = clock.instant();
        steps.again(it.id(), now, now.plus(settings.giveUpAfter()));
        planning.plan(it.id(), it.round() + 1, now);
        requests.notice(
                requests.get(it.requestId()),
                Entries.of(HistoryEntry.Kind.FORWARDED)
                        .toStaff(sentences.sentAgain(it))
                        .at(now));
    }

    /** What waits is tried at once, and what is there is followed, with the connection as it is now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void wake(UUID organisationId) {
        Instant now = clock.instant();
        RemotePolling.Order order =
                new RemotePolling.Order(CurrentJurisdiction.get().id(), organisationId);
        scheduler.scheduleIfNotExists(
                RemotePolling.TASK
                        .instance(order.jurisdictionId() + "/" + organisationId)
                        .data(order)
                        .build(),
                now);
        Stream.of(Stage.WAITING, Stage.TOKEN)
                .flatMap(stage -> forwardings.list(organisationId, stage).stream())
                .forEach(it -> wake(it, now));
    }

    /** One that is being looked at just now looks again by itself. */
    private void wake(Forwarding it, Instant now) {
        try {
            scheduler.reschedule(Posting.TASK.instanceId(it.id() + "/" + it.round()), now);
        } catch (TaskInstanceException busy) {
            LOG.debug("forwarding {} is being looked at", it.id(), busy);
        }
    }

    /** Nothing is sent there or followed any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(UUID organisationId) {
        Stream.of(Stage.WAITING, Stage.TOKEN, Stage.REFUSED, Stage.FOLLOWED, Stage.ENDED_THERE)
                .flatMap(stage -> forwardings.list(organisationId, stage).stream())
                .forEach(it -> steps.withdraw(it.id()));
    }

    /** The one of a request that is on its way or there. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Forwarding> atWork(UUID requestId) {
        return forwardings.lockOf(requestId);
    }
}
