package org.vigie.demo.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person's way to Vigie: over HTTP, as their browser goes, with a session of their own once they are signed in. */
final class Visitor {

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int FAULT_OF_THE_SERVICE = 500;
    private static final int REFUSED = 400;

    /** What is common to all of them. */
    record World(HttpClient http, URI city, Stopwatch stopwatch, JsonMapper json) {}

    /** @param body missing node when there is none, or none in JSON */
    record Answer(int status, JsonNode body, String eTag) {

        boolean isDone() {
            return status < REFUSED;
        }

        String text(String pointer) {
            return body.at(pointer).asString("");
        }
    }

    private final World world;
    private String cookie = "";
    private String csrfToken = "";

    Visitor(World world) {
        this.world = world;
    }

    /** @throws IllegalStateException when the service does not let them in */
    Visitor signIn(String email, String password) {
        Answer session = post("/api/session", Map.of("email", email, "password", password));
        if (!session.isDone()) {
            throw new IllegalStateException(email + " could not sign in: " + session.body());
        }
        csrfToken = session.text("/csrfToken");
        return this;
    }

    Answer get(String path) {
        return send(path, request(path).GET());
    }

    Answer post(String path, Object body) {
        return send(path, request(path).POST(json(body)));
    }

    /** @param key under which it may be sent again */
    Answer submit(String path, Object body, String key) {
        return send(path, request(path).header("Idempotency-Key", key).POST(json(body)));
    }

    /** @param seen the revision that the change is made to */
    Answer change(String path, Object body, Answer seen) {
        return send(path, request(path).header("If-Match", seen.eTag()).POST(json(body)));
    }

    Answer put(String path, Object body) {
        return send(path, request(path).PUT(json(body)));
    }

    /** @param id that it gets, so that sent again it is the same */
    boolean photo(UUID id, byte[] jpeg) {
        String path = "/api/photos/" + id;
        HttpRequest.Builder request = request(path).setHeader("Content-Type", "image/jpeg");
        return send(path, request.PUT(HttpRequest.BodyPublishers.ofByteArray(jpeg)))
                .isDone();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(world.city() + path))
                .timeout(LONGEST)
                .header("Accept-Language", "fr")
                .header("Content-Type", "application/json");
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return csrfToken.isEmpty() ? request : request.header("X-CSRF-Token", csrfToken);
    }

    private HttpRequest.BodyPublisher json(Object body) {
        return HttpRequest.BodyPublishers.ofString(world.json().writeValueAsString(body));
    }

    private Answer send(String path, HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        String endpoint = request.method() + " " + nameOf(path);
        long begun = System.nanoTime();
        try {
            HttpResponse<byte[]> answer = world.http().send(request, HttpResponse.BodyHandlers.ofByteArray());
            world.stopwatch().took(endpoint, System.nanoTime() - begun);
            keepSession(answer);
            return judged(endpoint, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Answer judged(String endpoint, HttpResponse<byte[]> response) {
        Answer answer = new Answer(
                response.statusCode(),
                parsed(response.body()),
                response.headers().firstValue("ETag").orElse(""));
        if (answer.status() >= FAULT_OF_THE_SERVICE) {
            world.stopwatch().failed(endpoint, answer.status());
        } else if (answer.status() >= REFUSED) {
            String type = answer.text("/type");
            world.stopwatch().refused(endpoint, type.substring(type.lastIndexOf('/') + 1));
        }
        return answer;
    }

    private JsonNode parsed(byte @Nullable [] body) {
        try {
            return world.json().readTree(body == null ? new byte[0] : body);
        } catch (JacksonException notJson) {
            return world.json().missingNode();
        }
    }

    private void keepSession(HttpResponse<?> answer) {
        answer.headers().allValues("Set-Cookie").stream()
                .map(set -> set.split(";", 2)[0])
                .filter(set -> set.startsWith("vigie-session="))
                .forEach(set -> cookie = set);
    }

    /** The same for all requests, jobs and links. */
    private static String nameOf(String path) {
        return path.split("\\?", 2)[0]
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "{id}")
                .replaceAll("/track/[^/]+", "/track/{token}")
                .replaceAll("/\\d+/\\d+/\\d+\\.mvt", "/{z}/{x}/{y}.mvt");
    }
}
