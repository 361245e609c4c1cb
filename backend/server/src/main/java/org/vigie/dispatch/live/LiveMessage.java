package org.vigie.dispatch.live;

/**
 * A server-sent event, encoded once for everybody who gets it.
 *
 * @param id of the change, for the screen to resume from; 0 for what is told in passing and not repeated
 */
@SuppressWarnings("ArrayRecordComponent") // Sent as it is and never compared.
public record LiveMessage(long id, byte[] frame) {

    boolean isPassing() {
        return id == 0;
    }
}
