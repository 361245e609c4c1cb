package org.vigie.request;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.vigie.access.Refusal;
import org.vigie.catalogue.RequestKind;

/**
 * A request as it stands. Immutable: each transition answers with the request that follows, or refuses.
 *
 * @param number what people read: 2026-004217
 * @param isPrivate never published
 * @param ownerAccountId the front-office agent who follows it
 * @param revision raised by every change; updates carry the one they read
 */
public record Request(
        UUID id,
        String number,
        RequestKind kind,
        RequestState state,
        UUID categoryId,
        String description,
        Channel channel,
        Priority priority,
        boolean isPrivate,
        Place place,
        Assignment assignment,
        Optional<UUID> ownerAccountId,
        Times times,
        int revision) {

    public static final int MAX_DESCRIPTION_CHARACTERS = 4000;

    /** When it came in, changed last, was resolved and closed. */
    public record Times(
            Instant receivedAt, Instant changedAt, Optional<Instant> resolvedAt, Optional<Instant> closedAt) {
        Times changed(Instant at) {
            return new Times(receivedAt, at, resolvedAt, closedAt);
        }
    }

    /** @throws Refusal transition-not-allowed when that state may not follow this one */
    public Request to(RequestState next, Instant at) {
        if (!state.next().contains(next)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "transition-not-allowed", state, next, state.next());
        }
        return with(next, stamped(next, at));
    }

    private Times stamped(RequestState next, Instant at) {
        return switch (next) {
            case RESOLVED -> new Times(times.receivedAt(), at, Optional.of(at), Optional.empty());
            case CLOSED, REJECTED, DUPLICATE -> new Times(times.receivedAt(), at, times.resolvedAt(), Optional.of(at));
            case REOPENED -> new Times(times.receivedAt(), at, Optional.empty(), Optional.empty());
            default -> times.changed(at);
        };
    }

    /** Hands it to a team; a received or reopened one becomes assigned. */
    public Request assignedTo(Assignment next, Instant at) {
        if (!state.isOpen()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "request-is-not-open", number);
        }
        RequestState after = state == RequestState.IN_PROGRESS ? RequestState.IN_PROGRESS : RequestState.ASSIGNED;
        return new Request(
                id,
                number,
                kind,
                after,
                categoryId,
                description,
                channel,
                priority,
                isPrivate,
                place,
                next,
                ownerAccountId,
                times.changed(at),
                revision);
    }

    /** Moves it and gives it to whoever that place falls to; a closed request never moves. */
    public Request movedTo(Place next, Assignment nextAssignment, Instant at) {
        if (!state.isOpen()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "request-is-not-open", number);
        }
        return new Request(
                id,
                number,
                kind,
                state,
                categoryId,
                description,
                channel,
                priority,
                isPrivate,
                next,
                nextAssignment,
                ownerAccountId,
                times.changed(at),
                revision);
    }

    /** Files it under another category, with what follows for who is responsible and whether it is published. */
    public Request reclassified(UUID nextCategoryId, boolean nextIsPrivate, Assignment nextAssignment, Instant at) {
        if (!state.isOpen()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "request-is-not-open", number);
        }
        return new Request(
                id,
                number,
                kind,
                state,
                nextCategoryId,
                description,
                channel,
                priority,
                nextIsPrivate,
                place,
                nextAssignment,
                ownerAccountId,
                times.changed(at),
                revision);
    }

    public Request withPriority(Priority next, Instant at) {
        return new Request(
                id,
                number,
                kind,
                state,
                categoryId,
                description,
                channel,
                next,
                isPrivate,
                place,
                assignment,
                ownerAccountId,
                times.changed(at),
                revision);
    }

    /** Is offered to a team, which has not said yes; what was forwarded is the service's own again. */
    public Request offeredTo(Assignment next, Instant at) {
        return state == RequestState.FORWARDED ? assignedTo(next, at) : movedTo(place, next, at);
    }

    /** What had everything but its number. */
    public Request numbered(String given) {
        return new Request(
                id,
                given,
                kind,
                state,
                categoryId,
                description,
                channel,
                priority,
                isPrivate,
                place,
                assignment,
                ownerAccountId,
                times,
                revision);
    }

    /** Somebody else follows it from now on. */
    public Request followedBy(Optional<UUID> nextOwner, Instant at) {
        return new Request(
                id,
                number,
                kind,
                state,
                categoryId,
                description,
                channel,
                priority,
                isPrivate,
                place,
                assignment,
                nextOwner,
                times.changed(at),
                revision);
    }

    /** Something was added to its history and nothing else. */
    public Request touched(Instant at) {
        return with(state, times.changed(at));
    }

    private Request with(RequestState nextState, Times nextTimes) {
        return new Request(
                id,
                number,
                kind,
                nextState,
                categoryId,
                description,
                channel,
                priority,
                isPrivate,
                place,
                assignment,
                ownerAccountId,
                nextTimes,
                revision);
    }
}
