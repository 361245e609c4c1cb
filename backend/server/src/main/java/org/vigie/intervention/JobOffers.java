package org.vigie.intervention;

import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.request.Request;
import org.vigie.request.RequestArriving;
import org.vigie.request.RequestChanged;
import org.vigie.request.RequestState;
import org.vigie.request.Requests;
import org.vigie.request.RequestsPlacedAnew;

/** Keeps each open request that needs somebody on site offered to exactly the team that is responsible. */
@Component
class JobOffers {

    private final Jobs jobs;
    private final Requests requests;

    JobOffers(Jobs jobs, Requests requests) {
        this.jobs = jobs;
        this.requests = requests;
    }

    /** Only what is open and a team's to do is placed anew. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(RequestsPlacedAnew placed) {
        jobs.handOver(
                placed.moved().stream()
                        .filter(RequestsPlacedAnew.Moved::changesTeam)
                        .toList(),
                placed.at());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(RequestArriving arriving) {
        if (isWanted(arriving.request())) {
            jobs.offerFirst(arriving);
        }
    }

    private static boolean isWanted(Request request) {
        return request.kind().needsIntervention()
                && request.state().isOpen()
                && request.state() != RequestState.FORWARDED;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(RequestChanged change) {
        if (change.received() != null) {
            return;
        }
        Request request = requests.get(change.requestId());
        boolean wanted = isWanted(request);
        Optional<Job> running = jobs.findRunning(change.requestId());
        boolean rightTeam = running.map(Job::teamId)
                .filter(request.assignment().teamId()::equals)
                .isPresent();
        if (running.isPresent() && !(wanted && rightTeam)) {
            jobs.withdraw(change.requestId(), change.entry().at());
        }
        if (wanted && !rightTeam) {
            jobs.offer(
                    change.requestId(),
                    request.assignment().teamId(),
                    change.entry().at());
        }
    }
}
