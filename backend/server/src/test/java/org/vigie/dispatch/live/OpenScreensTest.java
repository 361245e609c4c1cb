package org.vigie.dispatch.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.vigie.access.Jurisdiction;
import org.vigie.access.Refusal;
import org.vigie.dispatch.Audience;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestJurisdictions;

/** How many screens a process carries, what each takes, and how soon one that was closed is noticed. */
@ServiceTest
class OpenScreensTest {

    private static final int SCREENS = 300;
    private static final int MOST_KILOBYTES_A_SCREEN = 120;

    @LocalServerPort
    int port;

    @Autowired
    TestJurisdictions jurisdictions;

    @Autowired
    ScreenPlaces places;

    @Test
    void whoeverClosesSoonIsNoticedWithinSeconds() throws Exception {
        int before = places.taken();
        List<Socket> screens = open(jurisdictions.square(), 20);
        assertThat(places.taken()).isGreaterThanOrEqualTo(20);
        close(screens);

        Awaitility.await().atMost(Duration.ofSeconds(8)).until(() -> places.taken() <= before);
    }

    @Test
    void aScreenTakesLittleMemory() throws Exception {
        Jurisdiction town = jurisdictions.square();
        List<Socket> first = open(town, SCREENS);
        close(first);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> places.taken() == 0);
        long before = usedKilobytes();
        List<Socket> screens = open(town, SCREENS);
        long after = usedKilobytes();
        close(screens);

        assertThat((after - before) / SCREENS).isLessThan(MOST_KILOBYTES_A_SCREEN);
    }

    @Test
    void oneTooManyIsSentAwayAndToldWhenToAskAgain() throws Exception {
        String town = jurisdictions.square().code();
        int taken = takeAll(Audience.DESK);
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + town + "/live"))
                                    .header("Accept-Language", "en")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("30");
            assertThat(answer.body()).contains("/problems/too-many-screens", "reload the page");
        } finally {
            for (int i = 0; i < taken; i++) {
                places.giveBack();
            }
        }
    }

    @Test
    void theLastTenthIsForThoseWhoWorkWithIt() {
        ScreenPlaces few = new ScreenPlaces(new LiveSettings(20));
        for (int i = 0; i < 18; i++) {
            few.take(Audience.PUBLIC);
        }
        assertThatThrownBy(() -> few.take(Audience.PUBLIC)).isInstanceOf(Refusal.class);
        few.take(Audience.DESK);
        few.take(Audience.FIELD);
        assertThatThrownBy(() -> few.take(Audience.DESK)).isInstanceOf(Refusal.class);
        few.giveBack();
        few.take(Audience.DESK);
    }

    private int takeAll(Audience audience) {
        for (int taken = 0; ; taken++) {
            try {
                places.take(audience);
            } catch (Refusal full) {
                return taken;
            }
        }
    }

    /** Each has been told where the stream stands. */
    private List<Socket> open(Jurisdiction town, int count) throws IOException {
        List<Socket> screens = new ArrayList<>();
        byte[] request = ("GET /" + town.code()
                        + "/live HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < count; i++) {
            Socket screen = new Socket("127.0.0.1", port);
            screen.getOutputStream().write(request);
            screens.add(screen);
        }
        for (Socket screen : screens) {
            awaitHello(screen.getInputStream());
        }
        return screens;
    }

    private static void awaitHello(InputStream answer) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf("event: hello") < 0) {
            int next = answer.read();
            assertThat(next).as(read.toString()).isNotNegative();
            read.append((char) next);
        }
    }

    private static void close(List<Socket> screens) throws IOException {
        for (Socket screen : screens) {
            screen.close();
        }
    }

    private static long usedKilobytes() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024;
    }
}
