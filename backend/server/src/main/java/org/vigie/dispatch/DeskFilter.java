package org.vigie.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.map.RequestArea;
import org.vigie.request.RequestState;

/**
 * What the desk wants to see of the queue. Empty lists mean all; no state means the open ones.
 *
 * @param escalated only those with an open promise that stands on a step of its ladder
 * @param text matches number, address, description, and, for those who may look for people, the requester's name,
 *     organisation, e-mail address and telephone number
 * @param within its polygon and circle count; of what has no place nothing lies in them
 * @param byReceipt newest first; else by the next promise, the most urgent first
 * @param after where the page before ended
 */
public record DeskFilter(
        List<RequestState> states,
        List<String> domains,
        List<String> categories,
        Optional<UUID> teamId,
        boolean late,
        boolean escalated,
        Optional<Instant> dueBefore,
        Optional<String> text,
        Follow follow,
        RequestArea within,
        boolean byReceipt,
        int limit,
        Optional<QueueMark> after) {

    public static final int MOST = 500;

    /**
     * Whose it is to follow, and how far it is with that.
     *
     * @param owners theirs only, what is back with them first; empty: of everybody
     * @param inbox what waits for the yes of a service
     * @param transferred that changed hands more than once
     */
    public record Follow(List<UUID> owners, Optional<Inbox> inbox, boolean transferred, boolean toAcknowledge) {}

    /**
     * @param people who answer for their services; empty: every service is meant
     * @param deputyId for whom they answer besides
     */
    public record Inbox(List<UUID> people, UUID deputyId) {}
}
