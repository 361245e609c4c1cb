package org.vigie.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;

/** Everything a connection to server-sent events brought, as bytes. */
public final class EventStream implements AutoCloseable {

    private final HttpResponse<InputStream> answer;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Thread reading;

    private EventStream(HttpResponse<InputStream> answer) {
        this.answer = answer;
        this.reading = Thread.ofVirtual().start(this::read);
    }

    public static EventStream open(URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "text/event-stream")
                .build();
        return new EventStream(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream()));
    }

    /** Waits for the stream to tell where it stands. */
    public void awaitId() {
        Awaitility.await()
                .until(() ->
                        bytes.toString(java.nio.charset.StandardCharsets.UTF_8).contains("id:"));
    }

    /** What came until that much later, headers first. */
    public byte[] readFor(Duration duration) throws IOException {
        LockSupport.parkNanos(duration.toNanos());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(answer.headers().map().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        all.write(bytes.toByteArray());
        return all.toByteArray();
    }

    @Override
    public void close() throws IOException {
        answer.body().close();
        reading.interrupt();
    }

    private void read() {
        try {
            answer.body().transferTo(bytes);
        } catch (IOException closed) {
            // The test has closed it.
        }
    }
}
