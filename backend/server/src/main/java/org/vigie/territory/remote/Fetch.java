package org.vigie.territory.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.vigie.access.Refusal;

/** One answer at a time, bounded in size and time. Redirections are not followed: the guard would not see where they lead. */
final class Fetch {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int MOST_BYTES = 64 << 20;

    private final NetworkGuard guard;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(15))
            .build();

    Fetch(NetworkGuard guard) {
        this.guard = guard;
    }

    /** @throws Refusal as the guard does, and remote-unreachable, remote-answer, remote-page-too-large */
    byte[] get(URI address) {
        guard.check(address);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "application/geo+json, application/json")
                .timeout(LONGEST)
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    Optional<String> elsewhere = answer.headers().firstValue("Location");
                    throw Refusal.invalid("remote-answer", address, answer.statusCode(), elsewhere.orElse("-"));
                }
                return read(body, address);
            }
        } catch (IOException e) {
            throw Refusal.invalid("remote-unreachable", address, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading " + address, e);
        }
    }

    /** The client's own limit of time ends with the headers. */
    private static byte[] read(InputStream body, URI address) throws IOException {
        CompletableFuture<Void> late = CompletableFuture.runAsync(
                () -> close(body), CompletableFuture.delayedExecutor(LONGEST.toSeconds(), TimeUnit.SECONDS));
        try {
            byte[] read = body.readNBytes(MOST_BYTES + 1);
            if (read.length > MOST_BYTES) {
                throw Refusal.invalid("remote-page-too-large", address, MOST_BYTES >> 20);
            }
            return read;
        } finally {
            late.cancel(false);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException alreadyGone) {
            // Whoever reads it is told.
        }
    }
}
