package org.vigie.forwarding;

/** Another system did not answer, or not what can be read. */
final class RemoteFault extends Exception {

    /** Nobody was there. */
    static final int NO_ANSWER = 0;
    /** It was answered well, and what was asked for is not known there yet. */
    static final int NOT_YET = 1;

    private static final int LONGEST = 500;

    private final int status;

    /** @param status of HTTP; {@link #NO_ANSWER} when there was none */
    RemoteFault(int status, String message) {
        super(message.substring(0, Math.min(message.length(), LONGEST)));
        this.status = status;
    }

    int status() {
        return status;
    }

    boolean isAnswered() {
        return status != NO_ANSWER;
    }

    /** As the desk shows it. */
    String told() {
        return String.valueOf(getMessage());
    }
}
