package org.vigie.notification;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.JurisdictionDirectory;

/** Delivers one message: at once, then with growing pauses, at most {@value #MOST_ATTEMPTS} times. */
@Component
class Delivery {

    static final TaskDescriptor<Order> TASK = TaskDescriptor.of("deliver-message", Order.class);
    static final int MOST_ATTEMPTS = 10;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final JurisdictionDirectory jurisdictions;
    private final Messages messages;
    private final Carrier carrier;
    private final MailSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Delivery(
            JurisdictionDirectory jurisdictions,
            Messages messages,
            Carrier carrier,
            MailSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.jurisdictions = jurisdictions;
        this.messages = messages;
        this.carrier = carrier;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What to deliver, as the task keeps it. */
    record Order(UUID jurisdictionId, UUID messageId) {}

    /** @return when to try again; empty when there is nothing left to do */
    Optional<Instant> deliver(Order order) {
        return jurisdictions
                .find(order.jurisdictionId())
                .flatMap(jurisdiction -> CurrentJurisdiction.inside(
                        jurisdiction,
                        () -> transaction.execute(
                                status -> messages.lockUnsent(order.messageId()).flatMap(this::attempt))));
    }

    /**
     * The row stays locked while the mail server takes the message, so that two tasks cannot both hand it over. Should the service die
     * between the server's word and the commit, it is sent again under the same Message-ID.
     */
    private Optional<Instant> attempt(Message message) {
        try {
            carrier.carry(message);
            messages.markSent(message, clock.instant());
            return Optional.empty();
        } catch (IOException e) {
            return failed(message, e);
        }
    }

    private Optional<Instant> failed(Message message, IOException cause) {
        int attempts = message.failedAttempts() + 1;
        messages.markFailed(message, String.valueOf(cause.getMessage()), attempts >= MOST_ATTEMPTS);
        // Neither recipient nor the server's words: both may name a person.
        String reason = cause.getCause() == null
                ? cause.getClass().getSimpleName()
                : cause.getCause().getClass().getSimpleName();
        if (attempts >= MOST_ATTEMPTS) {
            LOG.warn(
                    "message {} of {} could not be sent in {} attempts and is parked ({})",
                    message.id(),
                    CurrentJurisdiction.get().code(),
                    attempts,
                    reason);
            return Optional.empty();
        }
        LOG.info(
                "message {} of {} was not accepted, attempt {} ({})",
                message.id(),
                CurrentJurisdiction.get().code(),
                attempts,
                reason);
        return Optional.of(clock.instant().plus(pauseAfter(attempts)));
    }

    private Duration pauseAfter(int attempts) {
        Duration pause = settings.firstPause().multipliedBy(1L << 2 * (attempts - 1));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
