package org.vigie.request;

/** How a request came in. */
public enum Channel {
    WEB,
    APP,
    PHONE,
    COUNTER,
    EMAIL,
    LETTER,
    CHAT,
    SOCIAL,
    COUNCIL,
    /** Seen by our own patroller (self-report). */
    PATROL,
    OPEN311,
    IMPORT;

    /** Whether whoever asks sees number and promises on a screen of their own at once, which is an acknowledgement. */
    public boolean showsReceipt() {
        return switch (this) {
            case WEB, APP, CHAT, OPEN311, PATROL, IMPORT -> true;
            case PHONE, COUNTER, EMAIL, LETTER, SOCIAL, COUNCIL -> false;
        };
    }
}
