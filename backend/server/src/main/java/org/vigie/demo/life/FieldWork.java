package org.vigie.demo.life;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.request.RequestState;

/** The jobs that a request has been to its team, as far as they have come. */
final class FieldWork {

    private final Plan plan;
    private final Instant now;
    private final OrderedIds ids;

    FieldWork(Plan plan, Instant now) {
        this.plan = plan;
        this.now = now;
        this.ids = new OrderedIds(plan.random().split());
    }

    /**
     * None when nobody needs to come.
     *
     * @param state of the request
     * @param changedAt when it came into it
     */
    List<Case.Job> jobs(RequestState state, Instant changedAt) {
        if (!plan.arrival().category().kind().needsIntervention()) {
            return List.of();
        }
        return Stream.concat(worked().stream(), waiting(state, changedAt).stream())
                .toList();
    }

    private Optional<Case.Job> worked() {
        return switch (plan.ending()) {
            case DONE -> Optional.of(job(plan.endedAt()));
            case REOPENED -> Optional.of(job(plan.firstEndedAt()));
            default -> Optional.empty();
        };
    }

    private Case.Job job(Instant end) {
        return new Case.Job(
                ids.next(plan.arrival().at()),
                step(end),
                plan.arrival().at(),
                past(plan.takenAt()),
                past(plan.startedAt()),
                past(plan.onSiteAt()),
                past(end),
                "");
    }

    private String step(Instant end) {
        if (past(end).isPresent()) {
            return "DONE";
        }
        if (past(plan.onSiteAt()).isPresent()) {
            return "ON_SITE";
        }
        if (past(plan.startedAt()).isPresent()) {
            return "EN_ROUTE";
        }
        return past(plan.takenAt()).isPresent() ? "ACCEPTED" : "OFFERED";
    }

    /** What nobody has taken yet is offered all the same: it may be refused or doubled later, or has to be repaired once more. */
    private Optional<Case.Job> waiting(RequestState state, Instant changedAt) {
        boolean isOffered = state == RequestState.REOPENED
                || state == RequestState.RECEIVED
                        && plan.ending() != Plan.Ending.DONE
                        && plan.ending() != Plan.Ending.REOPENED;
        return isOffered
                ? Optional.of(new Case.Job(
                        ids.next(changedAt),
                        "OFFERED",
                        changedAt,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        ""))
                : Optional.empty();
    }

    private Optional<Instant> past(Instant at) {
        return at.isAfter(now) ? Optional.empty() : Optional.of(at);
    }
}
