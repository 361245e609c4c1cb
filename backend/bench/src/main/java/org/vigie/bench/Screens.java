package org.vigie.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Screens that read server-sent events, all on one thread. The n-th event of each is the n-th that was published since they began to count:
 * so nothing but their number is read, and the client costs little beside the server.
 */
final class Screens implements AutoCloseable {

    private static final byte[] MARK = "data:".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 1 << 16;

    private static final class Screen {
        private int matched;
        private int events;
    }

    private final Selector selector = Selector.open();
    private final List<SocketChannel> channels = new ArrayList<>();
    private final List<Screen> screens = new ArrayList<>();
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong gone = new AtomicLong();
    private final long[] published;
    private final long[] nanos;
    private final Thread thread;
    private volatile boolean counting;
    private volatile boolean over;
    private volatile long lastAt;

    /** @param most that will be published */
    Screens(int count, int port, String path, int most) throws IOException, InterruptedException {
        this.published = new long[most];
        this.nanos = new long[count * most];
        byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nAccept: text/event-stream\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < count; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.write(ByteBuffer.wrap(request));
            channel.configureBlocking(false);
            Screen screen = new Screen();
            channel.register(selector, SelectionKey.OP_READ, screen);
            channels.add(channel);
            screens.add(screen);
        }
        this.thread = Thread.ofPlatform().daemon().name("screens").start(this::work);
        settle();
    }

    /** Greetings and what else comes at the beginning are over. */
    private void settle() throws InterruptedException {
        long before = -1;
        for (int quiet = 0; quiet < 5; ) {
            Thread.sleep(200);
            long now = screens.stream().mapToLong(screen -> screen.events).sum();
            quiet = now == before ? quiet + 1 : 0;
            before = now;
        }
        screens.forEach(screen -> screen.events = 0);
        counting = true;
    }

    /** To be called before the n-th is published, by one thread. */
    void publishing(int n) {
        published[n] = System.nanoTime();
    }

    /** Waits for all that are still on their way; those that never came have failed. */
    Sample await(int publishedCount, long longestMillis) throws InterruptedException {
        long expected = (long) publishedCount * screens.size();
        long begun = System.nanoTime();
        while (delivered.get() < expected && System.nanoTime() - begun < longestMillis * 1_000_000) {
            Thread.sleep(20);
        }
        long all = Math.min(delivered.get(), nanos.length);
        long[] sorted = Arrays.copyOf(nanos, (int) all);
        Arrays.sort(sorted);
        double seconds = (lastAt - published[0]) / 1e9;
        return new Sample(
                all / seconds,
                Clients.percentile(sorted, 0.5) / 1e6,
                Clients.percentile(sorted, 0.99) / 1e6,
                0,
                Math.max(0, expected - all) + gone.get());
    }

    private void work() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        byte[] bytes = new byte[BUFFER];
        try {
            while (!over) {
                selector.select(100);
                long now = System.nanoTime();
                for (SelectionKey key : selector.selectedKeys()) {
                    buffer.clear();
                    int read = ((SocketChannel) key.channel()).read(buffer);
                    if (read < 0) {
                        key.cancel();
                        gone.incrementAndGet();
                        continue;
                    }
                    buffer.flip().get(bytes, 0, read);
                    scan((Screen) key.attachment(), bytes, read, now);
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException | RuntimeException e) {
            if (!over) {
                gone.incrementAndGet();
                System.err.println("screens: " + e);
            }
        }
    }

    private void scan(Screen screen, byte[] bytes, int length, long now) {
        int matched = screen.matched;
        for (int i = 0; i < length; i++) {
            matched = bytes[i] == MARK[matched] ? matched + 1 : bytes[i] == MARK[0] ? 1 : 0;
            if (matched == MARK.length) {
                matched = 0;
                event(screen, now);
            }
        }
        screen.matched = matched;
    }

    private void event(Screen screen, long now) {
        int n = screen.events++;
        if (counting && n < published.length && published[n] != 0) {
            int at = (int) delivered.getAndIncrement();
            if (at < nanos.length) {
                nanos[at] = now - published[n];
            }
            lastAt = now;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        over = true;
        thread.join(2000);
        for (SocketChannel channel : channels) {
            channel.close();
        }
        selector.close();
    }
}
