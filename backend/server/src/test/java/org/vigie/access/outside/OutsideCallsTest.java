package org.vigie.access.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutsideCallsTest {

    private static final OutsideSettings STRICT = new OutsideSettings(true, false, Duration.ofMillis(300));
    private static final OutsideSettings TRIAL = new OutsideSettings(true, true, Duration.ofMillis(300));

    private final AtomicInteger heard = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            heard.incrementAndGet();
            exchange.sendResponseHeaders(200, 0);
            if (exchange.getRequestURI().getPath().equals("/slow")) {
                for (int n = 0; n < 20; n++) {
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                    sleep(150);
                }
            }
            exchange.close();
        });
        server.start();
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String address(String host, String path) {
        return "http://" + host + ":" + server.getAddress().getPort() + path;
    }

    /** A name whose owner says another address when it is looked up again. */
    @Test
    void aNameThatMeansSomethingElseAfterItWasLookedAtIsNotConnectedTo() {
        OutsideAddresses rebound = new OutsideAddresses(STRICT) {
            @Override
            public URI checked(String text) {
                return URI.create(text);
            }
        };
        for (String host : new String[] {"localhost", "127.0.0.1", "[::1]"}) {
            assertThatThrownBy(() -> new OutsideCalls(rebound, STRICT).call(OutsideCalls.Call.get(address(host, "/"))))
                    .as(host)
                    .isInstanceOf(OutsideAddresses.InsideException.class);
        }
        assertThat(heard).hasValue(0);
    }

    @Test
    void whoeverAnswersForEverIsLetGo() {
        OutsideCalls calls = new OutsideCalls(new OutsideAddresses(TRIAL), TRIAL);
        long before = System.nanoTime();
        assertThatThrownBy(() -> calls.call(OutsideCalls.Call.get(address("localhost", "/slow"))))
                .isInstanceOf(IOException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void forTrialsAnAddressInsideMayBeCalled() throws IOException {
        OutsideCalls calls = new OutsideCalls(new OutsideAddresses(TRIAL), TRIAL);
        assertThat(calls.call(OutsideCalls.Call.get(address("localhost", "/"))).isGood())
                .isTrue();
        assertThat(heard).hasValue(1);
    }
}
