package org.vigie.notification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.access.database.OneExchange;

/** Where a change leaves its messages. They commit with the change and are delivered afterwards, also when the service dies between. */
@Component
public class Outbox {

    private final Messages messages;
    private final SchedulerClient scheduler;
    private final NewTasks tasks;
    private final MailSettings settings;
    private final Clock clock;

    Outbox(Messages messages, SchedulerClient scheduler, NewTasks tasks, MailSettings settings, Clock clock) {
        this.messages = messages;
        this.scheduler = scheduler;
        this.tasks = tasks;
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
        Instant now = clock.instant();
        UUID id = Ids.next();
        if (messages.add(id, message, now, removalOn(now))) {
            // A new id: as a batch of one nothing is looked up before.
            scheduler.scheduleBatch(List.of(delivery(id)), now);
        }
    }

    /** As {@link #send(OutgoingMessage)}, together with what else is written about a request that is new. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(OutgoingMessage message, OneExchange exchange) {
        Instant now = clock.instant();
        UUID id = Ids.next();
        messages.add(exchange, new Messages.New(id, message, now, removalOn(now)));
        tasks.plan(exchange, delivery(id), now);
    }

    private LocalDate removalOn(Instant now) {
        return LocalDate.ofInstant(now, CurrentJurisdiction.get().zone()).plusDays(settings.keptDays());
    }

    private static TaskInstance<Delivery.Order> delivery(UUID id) {
        return Delivery.TASK
                .instance(id.toString())
                .data(new Delivery.Order(CurrentJurisdiction.get().id(), id))
                .build();
    }
}
