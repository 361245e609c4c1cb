package org.vigie.intervention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.intake.photo.Photo;
import org.vigie.intake.photo.Photos;
import org.vigie.request.Entries;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Request;
import org.vigie.request.RequestState;
import org.vigie.request.Requests;
import org.vigie.team.Teams;

/** What the team in the field reports, step by step. */
@Component
public class FieldSteps {

    /** A phone's clock may be off; further than this it is not believed. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private static final Duration LONGEST_OFFLINE = Duration.ofDays(7);

    /**
     * One step.
     *
     * @param receiptId made by the phone; the same one again is the same step
     * @param at when it happened, by the phone's clock
     * @param work told with the end of the job
     */
    public record FieldStep(
            UUID receiptId, Job.Step step, Instant at, String note, List<UUID> photos, WorkReport work) {}

    private final Jobs jobs;
    private final StepReceipts receipts;
    private final Requests requests;
    private final Photos photos;
    private final Teams teams;
    private final Completeness completeness;
    private final Clock clock;

    FieldSteps(
            Jobs jobs,
            StepReceipts receipts,
            Requests requests,
            Photos photos,
            Teams teams,
            Completeness completeness,
            Clock clock) {
        this.jobs = jobs;
        this.receipts = receipts;
        this.requests = requests;
        this.photos = photos;
        this.teams = teams;
        this.completeness = completeness;
        this.clock = clock;
    }

    /**
     * @param accountId of the team member who reports
     * @throws Refusal not-found, not-your-team, job-withdrawn, step-out-of-order, note-missing; report-incomplete when it lacks what
     *     its kind of work needs: nothing of the step is kept then, and the phone may complete and send it again
     */
    @Transactional
    public StepReceipts.StepReceipt report(UUID jobId, UUID accountId, FieldStep step) {
        Job before = jobs.lock(jobId);
        if (teams.of(accountId).stream().noneMatch(team -> team.id().equals(before.teamId()))) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "not-your-team");
        }
        Optional<StepReceipts.StepReceipt> seen = receipts.find(step.receiptId());
        if (seen.isPresent()) {
            return seen.get();
        }
        if (step.step() == Job.Step.IMPOSSIBLE && step.note().isBlank()) {
            throw Refusal.invalid("note-missing");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant at = believable(step.at(), now);
        Job after = before.at(step.step(), at, step.note());
        jobs.save(after);
        photos.attach(before.requestId(), step.photos(), purpose(step.step()), true);
        if (step.step() == Job.Step.DONE) {
            completeness.check(before, step);
            jobs.keep(jobId, step.work());
        }
        tellRequest(after, step, at);
        return receipts.add(step.receiptId(), jobId, step.step(), now);
    }

    private static Photo.Purpose purpose(Job.Step step) {
        return step == Job.Step.DONE ? Photo.Purpose.AFTER : Photo.Purpose.BEFORE;
    }

    private static Instant believable(Instant told, Instant now) {
        boolean tooOld = told.isBefore(now.minus(LONGEST_OFFLINE));
        boolean inTheFuture = told.isAfter(now.plus(CLOCK_TOLERANCE));
        return tooOld || inTheFuture ? now : told.isAfter(now) ? now : told.truncatedTo(ChronoUnit.MICROS);
    }

    private void tellRequest(Job job, FieldStep step, Instant at) {
        Request before = requests.lock(job.requestId());
        Request after = follow(before, step.step(), at);
        Entries entry = Entries.change(entry(step.step()), before, after).toAll(publicText(step));
        if (step.step() == Job.Step.IMPOSSIBLE) {
            entry = Entries.change(entry(step.step()), before, after).toStaff(step.note());
        }
        requests.save(before, after, entry.at(at));
    }

    /** A team's note on a job that is done is the answer that everyone reads; before that it stays with staff. */
    private static String publicText(FieldStep step) {
        return step.step() == Job.Step.DONE ? step.note().strip() : "";
    }

    private static Request follow(Request request, Job.Step step, Instant at) {
        return switch (step) {
            case ACCEPTED ->
                request.state() == RequestState.IN_PROGRESS
                        ? request.touched(at)
                        : request.assignedTo(request.assignment(), at);
            case EN_ROUTE, ON_SITE ->
                request.state() == RequestState.IN_PROGRESS
                        ? request.touched(at)
                        : request.to(RequestState.IN_PROGRESS, at);
            case DONE -> request.to(RequestState.RESOLVED, at);
            case IMPOSSIBLE -> request.touched(at);
            case OFFERED, WITHDRAWN -> throw new Refusal(Refusal.Kind.CONFLICT, "step-out-of-order", step, step);
        };
    }

    private static HistoryEntry.Kind entry(Job.Step step) {
        return switch (step) {
            case ACCEPTED, OFFERED, WITHDRAWN -> HistoryEntry.Kind.ACCEPTED;
            case EN_ROUTE -> HistoryEntry.Kind.EN_ROUTE;
            case ON_SITE -> HistoryEntry.Kind.ON_SITE;
            case DONE -> HistoryEntry.Kind.RESOLVED;
            case IMPOSSIBLE -> HistoryEntry.Kind.IMPOSSIBLE;
        };
    }
}
