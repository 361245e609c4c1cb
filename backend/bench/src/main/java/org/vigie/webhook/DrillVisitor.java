package org.vigie.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.vigie.bench.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody at a browser, in front of two processes as behind a load balancer: whoever answers will do, and what was not answered is sent
 * again. So nothing may be counted on but what is safe to repeat.
 */
final class DrillVisitor {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int FAULT = 500;

    record Answer(int status, JsonNode body, String revision) {

        String text(String pointer) {
            return body.at(pointer).asString("");
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final List<Node> nodes;
    private final String town;
    private String cookie = "";
    private String csrfToken = "";
    private int turn;

    DrillVisitor(List<Node> nodes, String town) {
        this.nodes = nodes;
        this.town = town;
    }

    DrillVisitor signIn(String email, String password) throws InterruptedException {
        Answer session = send("POST", "session", Map.of(), Map.of("email", email, "password", password));
        csrfToken = session.text("/csrfToken");
        return this;
    }

    Answer get(String path) throws InterruptedException {
        return send("GET", path, Map.of(), null);
    }

    /** @param headers that make it safe to repeat, such as Idempotency-Key or If-Match */
    Answer send(String method, String path, Map<String, String> headers, Object body) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Node node = nodes.get(Math.floorMod(turn, nodes.size()));
            try {
                Answer answer = once(request(node, method, path, headers, body));
                if (answer.status() < FAULT) {
                    return answer;
                }
            } catch (IOException gone) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("nobody has answered for " + PATIENCE, gone);
                }
            }
            turn++;
            Thread.sleep(100);
        }
    }

    private HttpRequest request(Node node, String method, String path, Map<String, String> headers, Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/%s/api/%s".formatted(node.port(), town, path)))
                .timeout(LONGEST_ANSWER)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        headers.forEach(request::header);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return (csrfToken.isEmpty() ? request : request.header("X-CSRF-Token", csrfToken)).build();
    }

    private Answer once(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        answer.headers().allValues("Set-Cookie").stream()
                .map(set -> set.split(";", 2)[0])
                .filter(set -> set.startsWith("vigie-session="))
                .forEach(set -> cookie = set);
        return new Answer(
                answer.statusCode(),
                answer.body().length == 0 ? JSON.missingNode() : JSON.readTree(answer.body()),
                answer.headers().firstValue("ETag").orElse(""));
    }
}
