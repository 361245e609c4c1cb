package org.vigie.catalogue;

import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;

/** Writes what a category of the jurisdiction that is open promises. */
@Repository
public class PromiseDraft {

    private final CatalogueDraft catalogue;
    private final CatalogueSnapshots snapshots;
    private final ApplicationEventPublisher events;

    PromiseDraft(CatalogueDraft catalogue, CatalogueSnapshots snapshots, ApplicationEventPublisher events) {
        this.catalogue = catalogue;
        this.snapshots = snapshots;
        this.events = events;
    }

    /**
     * Promises exactly that from now on.
     *
     * @param running why requests that run shall have it so, too; empty: they keep what they began with
     * @throws Refusal promise-missing when there is no acknowledgement or no reply: every request gets both
     */
    @Transactional
    public void replace(UUID categoryId, Promises promises, Optional<String> running) {
        if (promises.find(Commitment.ACKNOWLEDGE).isEmpty()
                || promises.find(Commitment.REPLY).isEmpty()) {
            throw Refusal.invalid("promise-missing");
        }
        for (Commitment commitment : Commitment.values()) {
            promises.find(commitment)
                    .ifPresentOrElse(
                            promise -> catalogue.promise(categoryId, commitment, promise),
                            () -> catalogue.withdrawPromise(categoryId, commitment));
        }
        snapshots.forget();
        running.ifPresent(reason -> events.publishEvent(new PromisesChanged(categoryId, promises, reason)));
    }
}
