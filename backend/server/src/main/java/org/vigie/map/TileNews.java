package org.vigie.map;

import java.util.UUID;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.vigie.access.OnlyWhenServing;
import org.vigie.access.database.ChannelListener;
import org.vigie.access.database.DirectConnections;
import org.vigie.map.cells.Cells;

/** Tells the kept tiles of this process what any process has changed. */
@Component
@OnlyWhenServing
class TileNews implements SmartLifecycle, ChannelListener.Hearer {

    private static final String ALL = "*";

    private final RequestTileCache tiles;
    private final ChannelListener listener;

    TileNews(RequestTileCache tiles, DirectConnections connections) {
        this.tiles = tiles;
        this.listener = new ChannelListener(connections, Cells.CHANNEL, this);
    }

    @Override
    public void connected() {
        tiles.told(true);
    }

    @Override
    public void heard(String news) {
        int blank = news.indexOf(' ');
        UUID jurisdiction = UUID.fromString(news.substring(0, blank));
        String places = news.substring(blank + 1);
        if (places.equals(ALL)) {
            tiles.forget(jurisdiction);
        } else {
            tiles.forget(jurisdiction, ChangedTiles.of(places));
        }
    }

    @Override
    public void disconnected() {
        tiles.told(false);
    }

    @Override
    public void start() {
        listener.start();
    }

    @Override
    public void stop() {
        listener.stop();
    }

    @Override
    public boolean isRunning() {
        return listener.isRunning();
    }
}
