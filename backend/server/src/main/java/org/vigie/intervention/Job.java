package org.vigie.intervention;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.vigie.access.Refusal;

/** One team's work on one request, as far as it has come. */
public record Job(
        UUID id,
        UUID requestId,
        UUID teamId,
        Step step,
        Instant offeredAt,
        Optional<Instant> acceptedAt,
        Optional<Instant> enRouteAt,
        Optional<Instant> onSiteAt,
        Optional<Instant> endedAt,
        String note,
        int visitNumber) {

    /** How far a job has come. A step may be skipped forward; nobody goes back. */
    public enum Step {
        OFFERED,
        ACCEPTED,
        EN_ROUTE,
        ON_SITE,
        DONE,
        IMPOSSIBLE,
        /** Given to another team, or ended at the desk. */
        WITHDRAWN;

        boolean isRunning() {
            return ordinal() < DONE.ordinal();
        }
    }

    /** @throws Refusal job-withdrawn when it is no longer this team's, step-out-of-order when it is already further */
    Job at(Step next, Instant when, String addedNote) {
        if (step == Step.WITHDRAWN) {
            throw new Refusal(Refusal.Kind.CONFLICT, "job-withdrawn");
        }
        if (!step.isRunning() || next.ordinal() <= step.ordinal() || next == Step.WITHDRAWN) {
            throw new Refusal(Refusal.Kind.CONFLICT, "step-out-of-order", step, next);
        }
        boolean ends = !next.isRunning();
        return new Job(
                id,
                requestId,
                teamId,
                next,
                offeredAt,
                acceptedAt.or(() -> Optional.of(when)),
                next == Step.EN_ROUTE ? Optional.of(when) : enRouteAt,
                next == Step.ON_SITE || next == Step.DONE && onSiteAt.isEmpty() ? Optional.of(when) : onSiteAt,
                ends ? Optional.of(when) : endedAt,
                addedNote.isBlank() ? note : addedNote.strip(),
                visitNumber);
    }
}
