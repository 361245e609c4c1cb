package org.vigie.territory;

import java.util.UUID;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.vigie.access.OnlyWhenServing;
import org.vigie.access.database.ChannelListener;
import org.vigie.access.database.DirectConnections;

/** Tells the lookup of this process what any process has published, as the database notifies it (trigger of V0113). */
@Component
@OnlyWhenServing
class SectorNews implements SmartLifecycle, ChannelListener.Hearer {

    private static final String CHANNEL = "territory_published";

    private final SectorLocator locator;
    private final ChannelListener listener;

    SectorNews(SectorLocator locator, DirectConnections connections) {
        this.locator = locator;
        this.listener = new ChannelListener(connections, CHANNEL, this);
    }

    @Override
    public void connected() {
        locator.told(true);
    }

    @Override
    public void heard(String jurisdictionId) {
        locator.published(UUID.fromString(jurisdictionId));
    }

    @Override
    public void passed() {
        locator.timePassed();
    }

    @Override
    public void disconnected() {
        locator.told(false);
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
