package org.vigie.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.Promise;

/**
 * One promise of one request.
 *
 * @param promise as it was when the request came in, or was reopened
 * @param dueAt with everything in it that pauses have taken out so far
 * @param warnsAt when it is warned of first
 * @param pausedAt since when nothing of it is counted; always before it is due
 * @param paused counted time that earlier pauses have taken out
 */
public record Deadline(
        Commitment commitment,
        Promise promise,
        Instant startsAt,
        Instant dueAt,
        Optional<Instant> metAt,
        Optional<Instant> warnsAt,
        Optional<Instant> pausedAt,
        Duration paused) {

    /** A promise that begins now. */
    public static Deadline begin(Commitment commitment, Promise promise, Instant startsAt) {
        return new Deadline(
                commitment,
                promise,
                startsAt,
                promise.dueAt(startsAt, Duration.ZERO),
                Optional.empty(),
                promise.warnsAt(startsAt),
                Optional.empty(),
                Duration.ZERO);
    }

    public boolean isOpen() {
        return metAt.isEmpty();
    }

    public Deadline met(Optional<Instant> at) {
        return new Deadline(commitment, promise, startsAt, dueAt, at, warnsAt, pausedAt, paused);
    }

    /** What is late, kept or paused already stays as it is, and so does what is due at that moment. */
    Deadline pausedFrom(Instant at) {
        return isOpen() && pausedAt.isEmpty() && at.isBefore(dueAt)
                ? new Deadline(commitment, promise, startsAt, dueAt, metAt, warnsAt, Optional.of(at), paused)
                : this;
    }

    /** Goes on; due, and warned of unless it has been, later by what was not counted. */
    Deadline resumed(Instant at) {
        if (pausedAt.isEmpty()) {
            return this;
        }
        Instant since = pausedAt.get();
        return new Deadline(
                commitment,
                promise,
                startsAt,
                promise.time().afterPause(dueAt, since, at),
                metAt,
                warnsAt.map(warns -> promise.time().afterPause(warns, since, at)),
                Optional.empty(),
                paused.plus(promise.time().counted(since, at)));
    }

    /** Counted anew by what its calendar or its category says now. What has been warned of already is not warned of again. */
    Deadline recounted(Promise now, Instant at) {
        Instant due = now.dueAt(startsAt, paused);
        Optional<Instant> warns = warnsAt.filter(before -> !before.isAfter(at))
                .or(() -> now.warnsAt(startsAt).map(first -> now.time().plus(first, paused)))
                .filter(when -> now.warning().isPresent())
                .map(when -> when.isAfter(due) ? due : when);
        return new Deadline(
                commitment, now, startsAt, due, metAt, warns, pausedAt.filter(since -> since.isBefore(due)), paused);
    }
}
