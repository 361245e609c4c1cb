package org.vigie.request;

import java.util.EnumSet;
import java.util.Set;

/** Where a request stands, and where it may go from there. */
public enum RequestState {
    RECEIVED,
    ASSIGNED,
    IN_PROGRESS,
    RESOLVED,
    CLOSED,
    FORWARDED,
    REJECTED,
    DUPLICATE,
    REOPENED;

    private static final Set<RequestState> OPEN =
            Set.copyOf(EnumSet.of(RECEIVED, ASSIGNED, IN_PROGRESS, REOPENED, FORWARDED));

    public boolean isOpen() {
        return OPEN.contains(this);
    }

    /** The states that may follow this one. */
    public Set<RequestState> next() {
        return switch (this) {
            case RECEIVED, REOPENED -> EnumSet.of(ASSIGNED, IN_PROGRESS, RESOLVED, FORWARDED, REJECTED, DUPLICATE);
            case ASSIGNED -> EnumSet.of(IN_PROGRESS, RESOLVED, FORWARDED, REJECTED, DUPLICATE);
            case IN_PROGRESS -> EnumSet.of(ASSIGNED, RESOLVED, FORWARDED, REJECTED, DUPLICATE);
            case RESOLVED -> EnumSet.of(CLOSED, REOPENED);
            case FORWARDED -> EnumSet.of(ASSIGNED, RESOLVED, CLOSED, REJECTED);
            case CLOSED, REJECTED, DUPLICATE -> EnumSet.of(REOPENED);
        };
    }
}
