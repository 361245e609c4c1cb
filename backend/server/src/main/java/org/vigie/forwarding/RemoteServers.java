package org.vigie.forwarding;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.springframework.stereotype.Component;
import org.vigie.access.Refusal;
import org.vigie.access.outside.OutsideCalls;

/** Calls GeoReport v2 servers, each call once. What goes wrong is told without the key that was sent along. */
@Component
class RemoteServers {

    /** Of an answer no more is read; what is as long was cut off. */
    private static final int LONGEST_ANSWER = 2_000_000;

    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

    /** Where to call, with what key. */
    record Line(Connection connection, Optional<RemoteKey> key) {

        String hidden(String words) {
            return key.map(secret -> secret.hiddenIn(words)).orElse(words);
        }
    }

    /**
     * What came of posting.
     *
     * @param value number or token
     * @param error empty when it was taken
     */
    record Posted(Result result, String value, String error) {

        enum Result {
            NUMBER,
            TOKEN,
            /** Understood and refused: the same again would be refused again. */
            REFUSED,
            /** Not taken now: too much, not ready, or not with that key. */
            NOT_NOW,
            /** It never got there. */
            NOT_SENT,
            /** It may have been taken. */
            UNCERTAIN,
            /** It may have been taken, and the other side's list cannot tell. */
            NOT_TOLD
        }

        boolean isAnswered() {
            return result != Result.NOT_SENT && !(result == Result.UNCERTAIN && !error.startsWith("HTTP"));
        }
    }

    private final OutsideCalls calls;

    RemoteServers(OutsideCalls calls) {
        this.calls = calls;
    }

    /** @param form names and values, without the key */
    Posted post(Line line, List<Map.Entry<String, String>> form) {
        try {
            return posted(line, send(line, "requests", form));
        } catch (IOException | Refusal failed) {
            Posted.Result result = neverGotThere(failed) ? Posted.Result.NOT_SENT : Posted.Result.UNCERTAIN;
            return new Posted(result, "", fault(line, failed).told());
        }
    }

    /** Says something to which no number is the answer. */
    void tell(Line line, String document, List<Map.Entry<String, String>> form) throws RemoteFault {
        OutsideCalls.Answer answer;
        try {
            answer = send(line, document, form);
        } catch (IOException | Refusal failed) {
            throw fault(line, failed);
        }
        if (!answer.isGood()) {
            throw new RemoteFault(answer.status(), error(line, answer));
        }
    }

    private OutsideCalls.Answer send(Line line, String document, List<Map.Entry<String, String>> form)
            throws IOException {
        StringBuilder body = new StringBuilder();
        form.forEach(field -> add(body, field.getKey(), field.getValue()));
        jurisdiction(line, body);
        line.key().ifPresent(key -> add(body, "api_key", key.text()));
        return calls.call(new OutsideCalls.Call(
                "POST", address(line, document), Map.of(), FORM, body.toString().getBytes(StandardCharsets.US_ASCII)));
    }

    private static Posted posted(Line line, OutsideCalls.Answer answer) {
        String error = error(line, answer);
        if (!answer.isGood()) {
            return new Posted(
                    switch (answer.status()) {
                        case 401, 403, 408, 425, 429, 503 -> Posted.Result.NOT_NOW;
                        default -> answer.status() >= 500 ? Posted.Result.UNCERTAIN : Posted.Result.REFUSED;
                    },
                    "",
                    error);
        }
        try {
            for (Map<String, String> record : RemoteDocument.read(answer.body())) {
                String number = record.getOrDefault("service_request_id", "");
                String token = record.getOrDefault("token", "");
                if (!number.isEmpty() || !token.isEmpty()) {
                    return number.isEmpty()
                            ? new Posted(Posted.Result.TOKEN, token, "")
                            : new Posted(Posted.Result.NUMBER, number, "");
                }
            }
        } catch (IOException unreadable) {
            return new Posted(Posted.Result.UNCERTAIN, "", "HTTP " + answer.status() + ": " + unreadable.getMessage());
        }
        return new Posted(Posted.Result.UNCERTAIN, "", "HTTP " + answer.status() + " without a number");
    }

    /**
     * @param document such as {@code services}
     * @param query names and values
     */
    List<Map<String, String>> read(Line line, String document, Map<String, String> query) throws RemoteFault {
        return read(line, document, query, RemoteDocument::read);
    }

    /** What is asked of whoever reports something of that service. */
    RemoteDefinition definition(Line line, String service) throws RemoteFault {
        return read(line, "services/" + encoded(service).replace("+", "%20"), Map.of(), RemoteDefinition::read);
    }

    /** What an answer says. */
    private interface Reading<T> {
        T of(byte[] body) throws IOException;
    }

    private <T> T read(Line line, String document, Map<String, String> query, Reading<T> reading) throws RemoteFault {
        StringBuilder asked = new StringBuilder();
        jurisdiction(line, asked);
        query.forEach((name, value) -> add(asked, name, value));
        OutsideCalls.Answer answer;
        try {
            answer = calls.call(OutsideCalls.Call.get(address(line, document) + (asked.isEmpty() ? "" : "?" + asked)));
        } catch (IOException | Refusal failed) {
            throw fault(line, failed);
        }
        if (!answer.isGood()) {
            throw new RemoteFault(answer.status(), error(line, answer));
        }
        if (answer.body().length >= LONGEST_ANSWER) {
            throw new RemoteFault(answer.status(), "HTTP " + answer.status() + ": an answer of more than 2 MB");
        }
        try {
            return reading.of(answer.body());
        } catch (IOException unreadable) {
            throw new RemoteFault(answer.status(), "HTTP " + answer.status() + ": " + unreadable.getMessage());
        }
    }

    /** What the other side says itself, where it can be read. */
    private static String error(Line line, OutsideCalls.Answer answer) {
        String told = "HTTP " + answer.status();
        try {
            for (Map<String, String> record : RemoteDocument.read(answer.body())) {
                String words = record.getOrDefault("description", "");
                told += words.isEmpty() ? "" : ": " + words;
            }
        } catch (IOException unreadable) {
            // The status alone is told.
        }
        String hidden = line.hidden(told);
        return hidden.substring(0, Math.min(hidden.length(), 500));
    }

    private static RemoteFault fault(Line line, Exception failed) {
        String told = failed instanceof Refusal refusal
                ? refusal.name()
                : failed.getClass().getSimpleName() + ": " + failed.getMessage();
        return new RemoteFault(RemoteFault.NO_ANSWER, line.hidden(told));
    }

    private static boolean neverGotThere(Exception failed) {
        return failed instanceof Refusal
                || failed instanceof ConnectException
                || failed instanceof UnknownHostException
                || failed instanceof ConnectTimeoutException
                || failed instanceof ConnectionRequestTimeoutException
                || failed instanceof SSLHandshakeException;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String address(Line line, String document) {
        return line.connection().address() + "/" + document + "."
                + line.connection().format().ending();
    }

    private static void jurisdiction(Line line, StringBuilder form) {
        if (!line.connection().remoteJurisdiction().isEmpty()) {
            add(form, "jurisdiction_id", line.connection().remoteJurisdiction());
        }
    }

    private static void add(StringBuilder form, String name, String value) {
        form.append(form.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
