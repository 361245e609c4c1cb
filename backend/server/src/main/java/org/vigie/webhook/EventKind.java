package org.vigie.webhook;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.vigie.request.HistoryEntry;
import org.vigie.request.RequestChanged;
import org.vigie.request.RequestState;

/** What a hook may listen to, in the order in which a change that is several of them is told as one. */
public enum EventKind {
    CREATED,
    STATE_CHANGED,
    MOVED,
    RECLASSIFIED,
    /** Words for everybody, alone or with another change. */
    ANSWERED,
    /** Words for staff or between the requester and the service: for staff content alone. */
    NOTED,
    /** Whatever else the history tells staff: priority, owner, escalation. */
    UPDATED,
    /** It is no longer published. Told to whoever was told of it, whatever they listen to. */
    WITHDRAWN;

    private static final Set<HistoryEntry.Kind> WORDS_FOR_STAFF =
            Set.of(HistoryEntry.Kind.MESSAGE, HistoryEntry.Kind.NOTE);

    /** Whose it is now is told by the request itself; it is no answer. */
    private static final Set<HistoryEntry.Kind> NO_ANSWER =
            Set.of(HistoryEntry.Kind.RECEIVED, HistoryEntry.Kind.ASSIGNED, HistoryEntry.Kind.TRANSMITTED);

    /** As which of the wanted the change is told; empty for none. */
    static Optional<EventKind> of(RequestChanged change, Set<EventKind> wanted) {
        return Arrays.stream(values())
                .filter(wanted::contains)
                .filter(kind -> kind.fits(change))
                .findFirst();
    }

    static boolean withdraws(RequestChanged change) {
        RequestState entered = change.entered();
        return change.hidden() || entered == RequestState.REJECTED || entered == RequestState.DUPLICATE;
    }

    private boolean fits(RequestChanged change) {
        HistoryEntry.Kind entry = change.entry().kind();
        return switch (this) {
            case CREATED -> entry == HistoryEntry.Kind.RECEIVED;
            case STATE_CHANGED -> change.entered() != null && entry != HistoryEntry.Kind.RECEIVED;
            case MOVED -> entry == HistoryEntry.Kind.MOVED || entry == HistoryEntry.Kind.LOCATED;
            case RECLASSIFIED -> entry == HistoryEntry.Kind.RECLASSIFIED;
            case ANSWERED -> !NO_ANSWER.contains(entry) && hasPublicWords(change.entry());
            case NOTED -> WORDS_FOR_STAFF.contains(entry);
            case UPDATED -> entry != HistoryEntry.Kind.RECEIVED;
            case WITHDRAWN -> false;
        };
    }

    private static boolean hasPublicWords(HistoryEntry entry) {
        String words = entry.publicText();
        return words != null && !words.isBlank();
    }

    /** Whether it tells of what only staff may read. */
    boolean isForStaff() {
        return this == NOTED || this == UPDATED;
    }
}
