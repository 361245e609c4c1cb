package org.vigie.dispatch.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One open screen. The feed puts messages in and never waits; the screen's own thread takes them out. Whoever is too slow is let go
 * and resumes from the last number it saw.
 *
 * <p>It is registered before it reads what it has missed: a change is in what it reads, or comes through the queue, or both, and then
 * counts once.
 */
public final class Subscription implements AutoCloseable {

    static final int QUEUE = 1_000;
    private static final int CATCH_UP = 200;
    /** Screens that a restart cut off come back spread over some seconds. */
    private static final int SHORTEST_RETRY_MILLIS = 500;

    private static final int LONGEST_RETRY_MILLIS = 3_000;
    private static final LiveMessage END = new LiveMessage(Long.MAX_VALUE, new byte[0]);

    private final Viewer viewer;
    private final LiveFeed feed;
    private final OptionalLong seen;
    /** Takes memory for what is in it: nearly always nothing. */
    private final BlockingQueue<LiveMessage> queue = new LinkedBlockingQueue<>(QUEUE);

    private final Deque<LiveMessage> ready = new ArrayDeque<>();
    private volatile boolean ended;
    private boolean closed;
    private final Object taking = new Object();
    /** The thread that is writing what it took; null while it takes, when interrupting it would break its database connection. */
    private @Nullable Thread writer;

    private boolean greeted;
    private boolean catchingUp;
    private long readTo;

    Subscription(Viewer viewer, OptionalLong seen, LiveFeed feed) {
        this.viewer = viewer;
        this.seen = seen;
        this.feed = feed;
    }

    Viewer viewer() {
        return viewer;
    }

    public boolean isEnded() {
        return ended;
    }

    /** Something is at hand that will be written without waiting. */
    public boolean hasMore() {
        return !ready.isEmpty() || catchingUp || !queue.isEmpty();
    }

    /**
     * The next thing to be written. To be called by one thread, with the jurisdiction open.
     *
     * @return null when nothing came for that long, or the subscription has ended
     */
    public @Nullable LiveMessage next(Duration longest) throws InterruptedException {
        synchronized (taking) {
            if (ended) {
                return null;
            }
            writer = null;
        }
        try {
            return taken(longest);
        } finally {
            synchronized (taking) {
                writer = Thread.currentThread();
            }
        }
    }

    private @Nullable LiveMessage taken(Duration longest) throws InterruptedException {
        if (!greeted) {
            greeted = true;
            greet();
        }
        while (!ended) {
            if (!ready.isEmpty()) {
                return ready.poll();
            }
            if (catchingUp) {
                catchUp();
                continue;
            }
            LiveMessage message = queue.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (message == null || message == END) {
                return null;
            }
            if (message.isPassing()) {
                return message;
            }
            if (message.id() > readTo) {
                readTo = message.id();
                return message;
            }
        }
        return null;
    }

    private void greet() {
        LiveEvents.Standing standing = feed.events().standing(seen.orElse(0));
        boolean resumes = seen.isPresent() && standing.complete();
        readTo = resumes ? seen.getAsLong() : standing.newest();
        catchingUp = resumes;
        long retry = ThreadLocalRandom.current().nextLong(SHORTEST_RETRY_MILLIS, LONGEST_RETRY_MILLIS);
        ready.add(LiveMessages.hello(readTo, retry));
        if (seen.isPresent() && !resumes) {
            ready.add(LiveMessages.reload(readTo));
        }
    }

    private void catchUp() {
        List<LiveEvent> missed = feed.events().after(readTo, CATCH_UP);
        for (LiveMessages.Encoded encoded : feed.messages().encode(missed, viewer.audience())) {
            LiveMessage message = encoded.to(viewer);
            if (message != null) {
                ready.add(message);
            }
        }
        readTo = missed.isEmpty() ? readTo : missed.get(missed.size() - 1).id();
        catchingUp = missed.size() == CATCH_UP;
    }

    /** @return false when the screen is too slow: it must be let go */
    boolean offer(LiveMessage message) {
        return queue.offer(message);
    }

    /** From any thread; also frees a reader that is stuck writing to somebody who no longer reads. */
    void end() {
        synchronized (taking) {
            ended = true;
            if (!queue.offer(END) && writer != null) {
                writer.interrupt();
            }
        }
    }

    @Override
    public void close() {
        synchronized (taking) {
            ended = true;
            writer = null;
            if (closed) {
                return;
            }
            closed = true;
        }
        feed.remove(this);
    }
}
