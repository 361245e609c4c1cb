package org.vigie.notification;

import java.io.IOException;

/** Takes a message out of the house. */
interface Carrier {

    /** @throws IOException when it was not taken, whatever the reason */
    void carry(Message message) throws IOException;
}
