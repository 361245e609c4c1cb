package org.vigie.webhook;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.vigie.testing.OtherSystem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A system that listens, on a port of its own that stays its own while it is down. It checks signatures as the README tells receivers to. */
final class Receiver implements AutoCloseable {

    /** What came, with what was answered; 0: the connection was cut. */
    record Delivery(String signature, String eventId, String sequence, String text, int status) {

        JsonNode body() {
            return JsonMapper.shared().readTree(text);
        }

        String kind() {
            return body().get("event").asString();
        }

        String request() {
            return body().get("requestId").asString();
        }

        int number() {
            return body().get("sequence").asInt();
        }
    }

    static final int CUT = 0;

    private final List<Delivery> came = new CopyOnWriteArrayList<>();
    private volatile Function<JsonNode, Integer> answers = body -> 204;
    private final OtherSystem server = new OtherSystem(this::hear);

    private void hear(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = answers.apply(JsonMapper.shared().readTree(text));
        came.add(new Delivery(
                exchange.getRequestHeaders().getFirst("Vigie-Signature"),
                exchange.getRequestHeaders().getFirst("Vigie-Event-Id"),
                exchange.getRequestHeaders().getFirst("Vigie-Sequence"),
                text,
                status));
        if (status == CUT) {
            exchange.close();
            return;
        }
        if (status == 302) {
            exchange.getResponseHeaders().set("Location", address() + "elsewhere");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    String address() {
        return server.address() + "/";
    }

    /** @param status for a body; {@link #CUT} closes the connection without a word */
    void answer(Function<JsonNode, Integer> status) {
        answers = status;
    }

    void goDown() {
        server.goDown();
    }

    void comeUp() {
        server.comeUp();
    }

    List<Delivery> all() {
        return List.copyOf(came);
    }

    List<Delivery> taken() {
        return came.stream().filter(delivery -> delivery.status() / 100 == 2).toList();
    }

    /** HMAC-SHA-256 over the seconds, a dot and the body, told by the secret that the administrator was shown. */
    static boolean isSigned(Delivery delivery, String secret) {
        String[] parts = delivery.signature().split("[=,]");
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] expected = mac.doFinal((parts[1] + "." + delivery.text()).getBytes(StandardCharsets.UTF_8));
            StringBuilder hex = new StringBuilder();
            for (byte each : expected) {
                hex.append("%02x".formatted(each));
            }
            return parts[0].equals("t") && parts[2].equals("v1") && parts[3].contentEquals(hex);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
