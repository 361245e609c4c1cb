package org.vigie.forwarding;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.vigie.testing.OtherSystem;

/** Stands between two towns: hands everything through, and swallows the first answers to posts. */
final class UnsteadyLine implements AutoCloseable {

    final AtomicInteger posts = new AtomicInteger();
    private final String behind;
    private final int swallowed;
    private final HttpClient client = HttpClient.newHttpClient();
    private final OtherSystem server = new OtherSystem(this::handThrough);

    /** @param behind scheme, host and port of the service that answers */
    UnsteadyLine(String behind, int swallowed) {
        this.behind = behind;
        this.swallowed = swallowed;
    }

    String address() {
        return server.address();
    }

    private void handThrough(HttpExchange exchange) throws IOException {
        boolean posts = exchange.getRequestMethod().equals("POST");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(behind + exchange.getRequestURI().toString()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        if (posts) {
            request.header("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"));
        }
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (posts && this.posts.incrementAndGet() <= swallowed) {
                exchange.close();
                return;
            }
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
