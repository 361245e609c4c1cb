package org.vigie.notification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.access.Jurisdiction;

/** Where a change leaves its messages. They commit with the change and are delivered afterwards, also when the service dies between. */
@Component
public class Outbox {

    private final Messages messages;
    private final SchedulerClient scheduler;
    private final MailSettings settings;
    private final Clock clock;

    Outbox(Messages messages, SchedulerClient scheduler, MailSettings settings, Clock clock) {
        this.messages = messages;
        this.scheduler = scheduler;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Sends a message once this transaction has committed. When the same occasion was written to the same recipient before, nothing
     * happens.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(OutgoingMessage message) {
        Jurisdiction jurisdiction = CurrentJurisdiction.get();
        Instant now = clock.instant();
        UUID id = Ids.next();
        LocalDate removalOn = LocalDate.ofInstant(now, jurisdiction.zone()).plusDays(settings.keptDays());
        if (messages.add(id, message, now, removalOn)) {
            scheduler.schedule(
                    Delivery.TASK
                            .instance(id.toString())
                            .data(new Delivery.Order(jurisdiction.id(), id))
                            .build(),
                    now);
        }
    }
}
