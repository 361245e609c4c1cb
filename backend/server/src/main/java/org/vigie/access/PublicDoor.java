package org.vigie.access;

/** What anybody may do without signing in, and how often is bounded: {@link LimitSettings}. */
public enum PublicDoor {
    REPORT("too-many-reports"),
    PHOTO("too-many-photo-uploads"),
    SEARCH("too-many-searches"),
    MESSAGE("too-many-messages"),
    FOLLOW("too-many-follows"),
    FEATURES("too-many-features");

    private final String problem;

    PublicDoor(String problem) {
        this.problem = problem;
    }

    /** Name of the refusal. */
    String problem() {
        return problem;
    }
}
