package org.vigie.webhook;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.JurisdictionDirectory;
import org.vigie.access.Refusal;

/** What was given up, how hooks are doing, and what people do about it. */
@Component
public class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    /** How many are shown. */
    public static final int MOST = 200;

    /** How a hook stands. */
    public record Standing(Webhook.Health health, int waiting, int givenUp) {}

    private final WaitingEvents events;
    private final Healths healths;
    private final WebhookEvents planning;
    private final SchedulerClient scheduler;
    private final JurisdictionDirectory jurisdictions;
    private final TransactionTemplate transaction;
    private final WebhookSettings settings;
    private final Clock clock;

    DeadLetters(
            WaitingEvents events,
            Healths healths,
            WebhookEvents planning,
            SchedulerClient scheduler,
            JurisdictionDirectory jurisdictions,
            TransactionTemplate transaction,
            WebhookSettings settings,
            Clock clock) {
        this.events = events;
        this.healths = healths;
        this.planning = planning;
        this.scheduler = scheduler;
        this.jurisdictions = jurisdictions;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Standing standing(UUID hookId) {
        return new Standing(healths.get(hookId), events.countWaiting(hookId), events.countGivenUp(hookId));
    }

    /** Oldest first, at most {@value #MOST}. */
    @Transactional(readOnly = true)
    public List<WaitingEvent> list(UUID hookId) {
        return events.listGivenUp(hookId, MOST);
    }

    /**
     * Has one sent again, or all; in the order of their requests.
     *
     * @return how many
     * @throws Refusal not-found for one that is no dead letter of that hook
     */
    @Transactional
    public int sendAgain(UUID hookId, Optional<UUID> only) {
        Instant now = clock.instant();
        List<WaitingEvent> again = events.again(hookId, only, now, now.plus(settings.giveUpAfter()));
        if (only.isPresent() && again.isEmpty()) {
            throw Refusal.notFound("webhook event");
        }
        again.forEach(event -> planning.plan(event.id(), event.round(), now));
        return again.size();
    }

    /** Tries one that was paused again, at once. */
    @Transactional
    public void resume(UUID hookId) {
        healths.resume(hookId);
        Instant now = clock.instant();
        events.listWaiting(hookId).forEach(event -> wake(event, now));
    }

    /** One that is being looked at just now looks again by itself. */
    private void wake(WaitingEvent event, Instant now) {
        try {
            scheduler.reschedule(Sending.TASK.instanceId(event.id() + "/" + event.round()), now);
        } catch (TaskInstanceException busy) {
            LOG.debug("event {} is being looked at", event.id(), busy);
        }
    }

    void removeOld() {
        Instant before = clock.instant().minus(Duration.ofDays(settings.keptDays()));
        jurisdictions
                .list()
                .forEach(jurisdiction -> CurrentJurisdiction.inside(
                        jurisdiction,
                        () -> transaction.executeWithoutResult(status -> events.removeGivenUpBefore(before))));
    }
}
