package org.vigie.dispatch.live;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.OnlyWhenServing;
import org.vigie.access.database.ChannelListener;
import org.vigie.access.database.DirectConnections;
import org.vigie.territory.draft.SectorDraftChanged;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells every open desk, in whichever process, that a draft of the sectors is open somewhere or has changed. Told with the commit and
 * not kept: whoever was away reads the draft anew, and an edit on an old revision is refused.
 */
@Component
class DraftNews {

    private static final String CHANNEL = "vigie_draft";

    /** What a desk reads. */
    record News(
            UUID jurisdictionId, UUID id, int revision, SectorDraftChanged.What what, UUID accountId, String name) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DraftNews(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(SectorDraftChanged changed) {
        News news = new News(
                CurrentJurisdiction.get().id(),
                changed.draftId(),
                changed.revision(),
                changed.what(),
                changed.accountId(),
                changed.name());
        jdbc.sql("select pg_notify(:channel, :news)")
                .param("channel", CHANNEL)
                .param("news", json.writeValueAsString(news))
                .query(rows -> {});
    }

    /** Hands out what is heard. */
    @Component
    @OnlyWhenServing
    static class Hearing implements SmartLifecycle, ChannelListener.Hearer {

        private final LiveFeed feed;
        private final JsonMapper json;
        private final ChannelListener listener;

        Hearing(LiveFeed feed, JsonMapper json, DirectConnections connections) {
            this.feed = feed;
            this.json = json;
            this.listener = new ChannelListener(connections, CHANNEL, this);
        }

        @Override
        public void connected() {
            // What was said meanwhile is not repeated.
        }

        @Override
        public void heard(String payload) {
            News news = json.readValue(payload, News.class);
            byte[] frame = ("event: sector-draft\ndata: " + payload + "\n\n").getBytes(StandardCharsets.UTF_8);
            feed.pass(news.jurisdictionId(), new LiveMessage(0, frame));
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
}
