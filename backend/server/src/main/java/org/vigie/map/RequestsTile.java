package org.vigie.map;

import org.vigie.access.CurrentJurisdiction;
import org.vigie.geo.TileAddress;

/** Which tile of requests, and of which of them: the same again is the same tile. */
public final class RequestsTile {

    private final RequestTileCache.Key key;

    private RequestsTile(RequestTileCache.Key key) {
        this.key = key;
    }

    /** In the open jurisdiction. */
    public static RequestsTile of(TileAddress address, RequestFilter filter) {
        return new RequestsTile(
                new RequestTileCache.Key(CurrentJurisdiction.get().id(), address, filter.toJson()));
    }

    RequestTileCache.Key key() {
        return key;
    }
}
