package org.vigie.request.rules;

import java.util.Optional;
import org.vigie.request.Channel;
import org.vigie.request.Requester;

/** Who asks, as far as rules may know it: never a name. */
public enum RequesterKind {
    /** Left neither name nor contact. */
    ANONYMOUS,
    /** Said who they are. */
    KNOWN,
    /** Our own patroller. */
    STAFF;

    /** @param requester empty when nobody said who they are */
    public static RequesterKind of(Channel channel, Optional<Requester> requester) {
        if (channel == Channel.PATROL) {
            return STAFF;
        }
        return requester.filter(who -> !who.isEmpty()).isPresent() ? KNOWN : ANONYMOUS;
    }
}
