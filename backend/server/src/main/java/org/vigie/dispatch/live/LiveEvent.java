package org.vigie.dispatch.live;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that has committed and has its place in the order.
 *
 * @param id rises with each commit within a jurisdiction; numbers may be missing, changes never are
 * @param requestId null when everything is to be read anew
 * @param change what happened, as in the history
 * @param teamId responsible afterwards
 * @param previousTeamId responsible before, when that changed
 */
record LiveEvent(
        long id,
        @Nullable UUID requestId,
        String change,
        @Nullable UUID teamId,
        @Nullable UUID previousTeamId,
        Visibility visibility) {

    boolean isReload() {
        return requestId == null;
    }

    /** What the public was to see of the request after the change. */
    enum Visibility {
        PUBLISHED,
        /** It may have been seen before and is to be removed. */
        WITHDRAWN,
        /** It never was to be seen: not even that there is one may be told. */
        PRIVATE
    }
}
