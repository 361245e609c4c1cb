package org.vigie.dispatch.live.web;

import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.dispatch.live.LiveMessage;
import org.vigie.dispatch.live.Subscription;

/** Writes to one screen, on a virtual thread of its own, so that a reader that stalls holds up nobody else. */
final class ScreenStream implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ScreenStream.class);
    private static final byte[] ALIVE = ":\n\n".getBytes(StandardCharsets.US_ASCII);
    /** Whoever has closed is noticed by the second thing that is written to them: the sooner, the younger the stream. */
    private static final Duration FIRST_HEARTBEAT = Duration.ofSeconds(1);

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /** Then the screen comes back, and who it is and what it may see is asked again. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Jurisdiction jurisdiction;
    private final Subscription subscription;
    private final Clock clock;

    ScreenStream(Jurisdiction jurisdiction, Subscription subscription, Clock clock) {
        this.jurisdiction = jurisdiction;
        this.subscription = subscription;
        this.clock = clock;
    }

    /** Returns at once. The connection is left to the stream until it ends. */
    void begin(AsyncContext connection) {
        connection.setTimeout(0);
        Thread.ofVirtual().name("screen").start(() -> {
            try (subscription) {
                OutputStream out = connection.getResponse().getOutputStream();
                CurrentJurisdiction.callInside(jurisdiction, () -> write(out));
            } catch (IOException gone) {
                LOG.trace("a screen has gone", gone);
            } catch (InterruptedException letGo) {
                LOG.trace("let go", letGo);
            } catch (Exception e) {
                // Part of the stream may be out: it ends here and the screen resumes.
                LOG.warn("a stream ended early: {}", e.getMessage());
            } finally {
                complete(connection);
            }
        });
    }

    private boolean write(OutputStream out) throws IOException, InterruptedException {
        Instant end = clock.instant().plus(LONGEST);
        Duration pause = FIRST_HEARTBEAT;
        while (!subscription.isEnded() && clock.instant().isBefore(end)) {
            LiveMessage message = subscription.next(pause);
            if (subscription.isEnded()) {
                return false;
            }
            if (message == null) {
                out.write(ALIVE);
                pause = pause.compareTo(HEARTBEAT.dividedBy(2)) > 0 ? HEARTBEAT : pause.multipliedBy(2);
            } else {
                out.write(message.frame());
            }
            if (!subscription.hasMore()) {
                out.flush();
            }
        }
        return true;
    }

    private static void complete(AsyncContext connection) {
        // Whoever let us go may have interrupted us; what is still to be done must not be cut off by that.
        LOG.trace("let go: {}", Thread.interrupted());
        try {
            connection.complete();
        } catch (IllegalStateException alreadyEnded) {
            LOG.trace("the connection was ended before", alreadyEnded);
        }
    }

    @Override
    public void close() {
        subscription.close();
    }
}
