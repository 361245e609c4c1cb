package org.vigie.reply;

/** Where a formal reply stands. */
public enum ReplyState {
    /** Being written, or returned with remarks. */
    DRAFT,
    /** Approvals are awaited. */
    SUBMITTED,
    /** Every approval is given, the signature is awaited. */
    APPROVED,
    /** Signed; the message that brings it is on its way. */
    SIGNED,
    /** Signed; somebody prints and posts it. */
    TO_POST,
    SENT,
    ABANDONED;

    /** Whether the text may still be changed. */
    public boolean isOpen() {
        return this == DRAFT || this == SUBMITTED || this == APPROVED;
    }

    /** Whether somebody's decision is awaited. */
    public boolean isWaiting() {
        return this == SUBMITTED || this == APPROVED;
    }

    public boolean isSigned() {
        return this == SIGNED || this == TO_POST || this == SENT;
    }
}
