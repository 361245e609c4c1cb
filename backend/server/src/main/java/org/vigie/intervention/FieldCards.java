package org.vigie.intervention;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.dispatch.Audience;
import org.vigie.dispatch.CardsForViewer;

/** What open phones see of a change: the running job. A request whose job has ended leaves the list. */
@Component
class FieldCards implements CardsForViewer {

    private final FieldJobs jobs;

    FieldCards(FieldJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public Audience audience() {
        return Audience.FIELD;
    }

    @Override
    public Map<UUID, FieldJob> cards(Collection<UUID> requestIds) {
        Map<UUID, FieldJob> cards = new HashMap<>();
        requestIds.forEach(id -> jobs.findRunning(id).ifPresent(job -> cards.put(id, job)));
        return cards;
    }
}
