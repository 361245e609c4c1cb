package org.vigie.webhook;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.JurisdictionDirectory;

/**
 * Tells one hook one event. Nothing is held in the database while the receiver thinks; should the service die after it was taken and before
 * that is written, it is sent again under the same id.
 */
@Component
class Sending {

    static final TaskDescriptor<Order> TASK = TaskDescriptor.of("send-webhook-event", Order.class);
    /** Slow receivers never take all threads that durable tasks have. */
    private static final int MOST_AT_ONCE = 2;

    private static final Duration A_MOMENT = Duration.ofMillis(500);
    private static final Duration LOOK_AGAIN_WHILE_PAUSED = Duration.ofMinutes(10);
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    /** What to send, as the task keeps it. */
    record Order(UUID jurisdictionId, UUID eventId) {}

    /** @param body empty when there is nothing to be told any more */
    private record Due(Webhook hook, WaitingEvent event, Optional<byte[]> body, boolean isWithdrawal) {}

    /** @param again when to look anew; empty with nothing due: there is nothing left to do */
    private record Step(Optional<Due> due, Optional<Instant> again) {

        static final Step DONE = new Step(Optional.empty(), Optional.empty());

        static Step later(Instant at) {
            return new Step(Optional.empty(), Optional.of(at));
        }
    }

    private final JurisdictionDirectory jurisdictions;
    private final Webhooks hooks;
    private final WaitingEvents events;
    private final Healths healths;
    private final EventBodies bodies;
    private final Receivers receivers;
    private final WebhookSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);

    Sending(
            JurisdictionDirectory jurisdictions,
            Webhooks hooks,
            WaitingEvents events,
            Healths healths,
            EventBodies bodies,
            Receivers receivers,
            WebhookSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.jurisdictions = jurisdictions;
        this.hooks = hooks;
        this.events = events;
        this.healths = healths;
        this.bodies = bodies;
        this.receivers = receivers;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return when to try again; empty when there is nothing left to do */
    Optional<Instant> send(Order order) {
        return jurisdictions
                .find(order.jurisdictionId())
                .flatMap(jurisdiction -> CurrentJurisdiction.inside(jurisdiction, () -> send(order.eventId())));
    }

    private Optional<Instant> send(UUID eventId) {
        if (!free.tryAcquire()) {
            return Optional.of(clock.instant().plus(A_MOMENT));
        }
        try {
            Step step = inTransaction(() -> next(eventId));
            return step.due().map(this::tell).orElse(step.again());
        } finally {
            free.release();
        }
    }

    private Step next(UUID eventId) {
        Optional<WaitingEvent> found = events.findWaiting(eventId);
        if (found.isEmpty()) {
            return Step.DONE;
        }
        WaitingEvent event = found.get();
        Instant now = clock.instant();
        if (!now.isBefore(event.giveUpAt())) {
            giveUp(event, now);
            return Step.DONE;
        }
        Webhook.Health health = healths.get(event.hookId());
        if (health.pausedAt().isPresent()) {
            return Step.later(earlier(now.plus(LOOK_AGAIN_WHILE_PAUSED), event.giveUpAt()));
        }
        Optional<Instant> wait = events.firstBefore(event)
                .map(first -> later(first.nextAttemptAt(), now).plus(A_MOMENT))
                .or(() -> health.restingUntil().filter(now::isBefore));
        return wait.map(Step::later).orElseGet(() -> due(event));
    }

    private Step due(WaitingEvent event) {
        Webhook hook = hooks.get(event.hookId());
        Optional<byte[]> body = bodies.find(hook, event);
        if (body.isPresent()) {
            return new Step(Optional.of(new Due(hook, event, body, false)), Optional.empty());
        }
        if (events.isTold(event)) {
            return new Step(
                    Optional.of(new Due(hook, event, Optional.of(bodies.withdrawal(hook, event)), true)),
                    Optional.empty());
        }
        events.remove(event);
        return Step.DONE;
    }

    private Optional<Instant> tell(Due due) {
        Receivers.Outcome outcome =
                receivers.send(due.hook(), due.event(), due.body().orElseThrow());
        return inTransaction(() -> outcome.isTaken() ? taken(due) : failed(due, outcome));
    }

    private Optional<Instant> taken(Due due) {
        events.remove(due.event());
        events.markTold(due.event(), !due.isWithdrawal());
        healths.took(due.hook().id(), clock.instant());
        return Optional.empty();
    }

    private Optional<Instant> failed(Due due, Receivers.Outcome outcome) {
        Instant now = clock.instant();
        WaitingEvent event = due.event();
        Instant next = now.plus(pauseAfter(event.attempts() + 1));
        events.failed(event, outcome.error(), next);
        healths.failed(
                event.hookId(),
                outcome.error(),
                now,
                outcome.isAnswered() ? null : earlier(next, now.plus(settings.restAfterNoAnswer())));
        if (healths.pause(event.hookId(), now.minus(settings.pauseAfter()), now)) {
            LOG.warn(
                    "webhook {} of {} has failed for {} and is paused",
                    event.hookId(),
                    CurrentJurisdiction.get().code(),
                    settings.pauseAfter());
        }
        if (next.isBefore(event.giveUpAt())) {
            return Optional.of(next);
        }
        giveUp(event, now);
        return Optional.empty();
    }

    private void giveUp(WaitingEvent event, Instant now) {
        events.giveUp(event, now);
        LOG.warn(
                "event {} for webhook {} of {} was given up",
                event.id(),
                event.hookId(),
                CurrentJurisdiction.get().code());
    }

    /** Twice as long each time, a fifth more or less, so that what failed together does not come back together. */
    private Duration pauseAfter(int attempts) {
        Duration doubled = settings.firstPause().multipliedBy(1L << Math.min(attempts - 1, 20));
        Duration pause = doubled.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : doubled;
        return Duration.ofMillis(
                (long) (pause.toMillis() * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
