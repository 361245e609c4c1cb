package org.vigie.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.vigie.access.Jurisdiction;
import org.vigie.map.PublishedCity;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestJurisdictions;

/** Two who read slowly keep nobody out for longer than the settings let them, and who reads as people do is left alone. */
@ServiceTest
@Import(PublishedCity.class)
@TestPropertySource(properties = {"vigie.downloads.patience=2s", "vigie.downloads.least-taken=7MB"})
@ExtendWith(OutputCaptureExtension.class)
class SlowReaderTest {

    /** Several times what the buffers between service and reader hold. */
    private static final int MANY = 40_000;

    @LocalServerPort
    int port;

    @Autowired
    PublishedCity published;

    @Autowired
    TestJurisdictions jurisdictions;

    private String address = "";

    @BeforeEach
    void fill() {
        Jurisdiction town = jurisdictions.square();
        published.catalogue(town);
        published.manyRequests(town, MANY);
        address = "/" + town.code() + "/open-data/requests.";
    }

    /** A reader with so little room that what it does not take stays with the service. */
    private final class Slow implements AutoCloseable {

        private final Socket socket = new Socket();
        private final Thread reading;
        private volatile boolean hurries;
        private volatile boolean ended;
        private volatile long taken;

        Slow(String type) throws IOException {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            String ask = "GET " + address + type + " HTTP/1.1\r\nHost: x\r\n\r\n";
            socket.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
            reading = Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try {
                InputStream in = socket.getInputStream();
                int read = 0;
                while (read >= 0) {
                    taken += read;
                    Thread.sleep(hurries ? 0 : 10);
                    read = in.read(new byte[10_240]);
                }
            } catch (IOException | InterruptedException cut) {
                // As good as its end.
            }
            ended = true;
        }

        /** Reads what lies in the buffers; the connection must end then. */
        void awaitEnd() {
            hurries = true;
            await().atMost(Duration.ofSeconds(30)).until(() -> ended);
            assertThat(taken).as("a part, which does not end as a whole does").isPositive();
        }

        @Override
        public void close() throws IOException {
            reading.interrupt();
            socket.close();
        }
    }

    private HttpResponse<String> read(String type) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address + type))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static long cutOff(CapturedOutput log) {
        return log.getAll()
                .lines()
                .filter(line -> line.contains("was cut off: its reader took"))
                .count();
    }

    @Test
    void theyAreCutOffTheirPlacesAreFreeAndTheLogHasALineForEach(CapturedOutput log) throws Exception {
        try (Slow one = new Slow("csv");
                Slow two = new Slow("geojson")) {
            await().until(() -> read("csv").statusCode() == 429);

            await().atMost(Duration.ofSeconds(30)).until(() -> read("csv").statusCode() == 200);

            assertThat(read("csv").body().lines())
                    .as("who reads as they can is not cut off")
                    .hasSize(MANY + 1);
            await().atMost(Duration.ofSeconds(30)).until(() -> cutOff(log) == 2);
            one.awaitEnd();
            two.awaitEnd();
        }
        assertThat(cutOff(log)).isEqualTo(2);
        assertThat(log.getAll())
                .doesNotContain("\tat org.vigie.download", "Servlet.service()", "Failure in @ExceptionHandler");
    }

    @Test
    void aFileThatWasMadeWholeIsCutOffAsWell(CapturedOutput log) throws Exception {
        try (Slow one = new Slow("xlsx")) {
            await().atMost(Duration.ofSeconds(60)).until(() -> cutOff(log) == 1);
            one.awaitEnd();
        }
        assertThat(log.getAll()).doesNotContain("\tat org.vigie.download", "Servlet.service()");
    }
}
