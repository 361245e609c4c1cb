package org.vigie.dispatch.live;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.request.RequestArriving;
import org.vigie.request.RequestChanged;
import org.vigie.request.RequestsPlacedAnew;
import org.vigie.request.RequestsRecounted;

/** Hears of every change inside its transaction, keeps it there, and wakes the sequencer once it has committed. */
@Component
class ChangeOutbox {

    /** What moves more requests than that is told once. */
    private static final int MOST_ONE_BY_ONE = 200;

    private final LiveEvents events;
    private final ObjectProvider<Sequencer> sequencer;

    /** @param sequencer absent while a command runs: the service finds what it left */
    ChangeOutbox(LiveEvents events, ObjectProvider<Sequencer> sequencer) {
        this.events = events;
        this.sequencer = sequencer;
    }

    @EventListener
    void on(RequestArriving arriving) {
        events.add(arriving);
        wakeAfterCommit();
    }

    @EventListener
    void on(RequestChanged changed) {
        if (changed.received() == null) {
            events.add(changed);
            wakeAfterCommit();
        }
    }

    @EventListener
    void on(RequestsPlacedAnew placed) {
        if (placed.toldOneByOne()) {
            events.add(placed);
            wakeAfterCommit();
        }
    }

    @EventListener
    void on(ScreensReadAnew all) {
        events.add(all);
        wakeAfterCommit();
    }

    @EventListener
    void on(RequestsRecounted recounted) {
        if (recounted.requestIds().size() > MOST_ONE_BY_ONE) {
            events.add(new ScreensReadAnew(recounted.at()));
        } else {
            events.add(recounted);
        }
        wakeAfterCommit();
    }

    private void wakeAfterCommit() {
        Jurisdiction jurisdiction = CurrentJurisdiction.get();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sequencer.ifAvailable(running -> running.wake(jurisdiction.id()));
            }
        });
    }
}
