package org.vigie.dispatch;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Supplies the live stream with what one audience sees of a request. One bean per audience; a later step may serve one. */
public interface CardsForViewer {

    Audience audience();

    /**
     * Called with a jurisdiction open and no transaction, from background threads.
     *
     * @return by request, what is written as JSON; a request that this audience may not see is absent
     */
    Map<UUID, ?> cards(Collection<UUID> requestIds);
}
