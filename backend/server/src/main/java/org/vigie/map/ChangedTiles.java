package org.vigie.map;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.vigie.geo.TileAddress;

/** Places where something has changed, told as tiles of one zoom, and with them every tile that shows them. */
final class ChangedTiles {

    static final int ZOOM = 16;

    private final Set<TileAddress> upToZoom = new HashSet<>();
    private final Set<TileAddress> withNeighbours = new HashSet<>();

    /** @param places column/row, with blanks between them */
    static ChangedTiles of(String places) {
        ChangedTiles changed = new ChangedTiles();
        Arrays.stream(places.split(" ")).map(place -> place.split("/", 2)).forEach(place -> {
            changed.add(Integer.parseInt(place[0]), Integer.parseInt(place[1]));
        });
        return changed;
    }

    private void add(int x, int y) {
        for (int zoom = ZOOM; zoom >= 0; zoom--) {
            upToZoom.add(new TileAddress(zoom, x >> (ZOOM - zoom), y >> (ZOOM - zoom)));
        }
        int last = (1 << ZOOM) - 1;
        for (int column = Math.max(0, x - 1); column <= Math.min(last, x + 1); column++) {
            for (int row = Math.max(0, y - 1); row <= Math.min(last, y + 1); row++) {
                withNeighbours.add(new TileAddress(ZOOM, column, row));
            }
        }
    }

    /** Beyond that zoom a tile also shows what lies just outside it, perhaps in its neighbour. */
    boolean concerns(TileAddress tile) {
        int deeper = tile.zoom() - ZOOM;
        return deeper <= 0
                ? upToZoom.contains(tile)
                : withNeighbours.contains(new TileAddress(ZOOM, tile.x() >> deeper, tile.y() >> deeper));
    }
}
