package org.vigie.forwarding;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.testing.OtherSystem;
import tools.jackson.databind.json.JsonMapper;

/** A GeoReport v2 server of another authority: takes what comes and answers as it is told to, on a port that stays its own. */
final class RemoteStub implements AutoCloseable {

    static final int CUT = 0;

    /**
     * What to answer to a post.
     *
     * @param taken whether it keeps the report, whatever it answers
     * @param status {@link #CUT} closes the connection without a word
     * @param body empty: the number that it has
     */
    record Reply(boolean taken, int status, String body) {

        static final Reply TAKEN = new Reply(true, 200, "");

        static Reply refused(int status, String body) {
            return new Reply(false, status, body);
        }
    }

    final List<Map<String, String>> posts = new CopyOnWriteArrayList<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    /** By number, as it answers them. */
    final Map<String, Map<String, String>> requests = java.util.Collections.synchronizedMap(new LinkedHashMap<>());

    final List<Map<String, String>> updates = new CopyOnWriteArrayList<>();
    /** What it was told of requests. */
    final List<Map<String, String>> told = new CopyOnWriteArrayList<>();

    /** What it asks of whoever reports something of a service, as it answers it; for all others it is not known. */
    final Map<String, String> definitions = new ConcurrentHashMap<>();

    volatile boolean speaksUpdates;
    /** What it answers to what it is told, where it speaks updates. */
    volatile int hearing = 200;

    volatile String idAttribute = "";
    volatile String tokenFor = "";
    volatile Function<Map<String, String>, Reply> answers = form -> Reply.TAKEN;

    private final OtherSystem server = new OtherSystem(this::hear);

    String address() {
        return server.address() + "/open311/v2";
    }

    void goDown() {
        server.goDown();
    }

    void comeUp() {
        server.comeUp();
    }

    /** Changes what it says of a request. */
    void says(String number, String status, String notes) {
        request(number).put("status", status);
        request(number).put("status_notes", notes);
    }

    Map<String, String> request(String number) {
        return Objects.requireNonNull(requests.get(number));
    }

    void update(String id, String number, String status, String at, String text) {
        updates.add(Map.of(
                "update_id", id,
                "service_request_id", number,
                "status", status,
                "updated_datetime", at,
                "description", text));
    }

    private void hear(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        if (exchange.getRequestMethod().equals("POST")) {
            String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (path.contains("/servicerequestupdates.")) {
                told.add(decoded(text));
                send(exchange, speaksUpdates ? hearing : 404, "[]");
            } else {
                post(exchange, text);
            }
            return;
        }
        asked.add(path + "?" + query);
        Map<String, String> wanted = decoded(query);
        boolean xml = path.endsWith(".xml");
        if (path.contains("/services.")) {
            send(exchange, 200, written(services(), xml, "services", "service"));
        } else if (path.contains("/services/")) {
            String service = path.replaceAll("^.*/services/|\\.(json|xml)$", "");
            send(
                    exchange,
                    definitions.containsKey(service) ? 200 : 404,
                    definitions.getOrDefault(service, "[{\"code\":404}]"));
        } else if (path.contains("/tokens/")) {
            String number = tokenFor;
            send(
                    exchange,
                    number.isEmpty() ? 404 : 200,
                    written(
                            List.of(number.isEmpty() ? Map.of("code", "404") : Map.of("service_request_id", number)),
                            xml,
                            "service_requests",
                            "request"));
        } else if (path.contains("/servicerequestupdates.")) {
            send(
                    exchange,
                    speaksUpdates ? 200 : 404,
                    written(updates, xml, "service_request_updates", "request_update"));
        } else {
            List<String> numbers =
                    Arrays.asList(wanted.getOrDefault("service_request_id", "").split(","));
            List<Map<String, String>> listed = new ArrayList<>(requests.values());
            listed.removeIf(each -> wanted.containsKey("service_request_id")
                    ? !numbers.contains(each.get("service_request_id"))
                    : !each.getOrDefault("service_code", "").equals(wanted.get("service_code")));
            send(exchange, 200, written(listed, xml, "service_requests", "request"));
        }
    }

    private static List<Map<String, String>> services() {
        return List.of(
                Map.of(
                        "service_code",
                        "POT",
                        "service_name",
                        "Potholes",
                        "type",
                        "realtime",
                        "group",
                        "Roads",
                        "metadata",
                        "true"),
                Map.of("service_code", "LATER", "service_name", "Housing", "type", "batch", "group", "Homes"));
    }

    private void post(HttpExchange exchange, String text) throws IOException {
        Map<String, String> form = decoded(text);
        Reply reply = answers.apply(form);
        posts.add(form);
        String number = reply.taken() ? take(form) : "";
        if (reply.status() == CUT) {
            exchange.close();
            return;
        }
        if (reply.status() == 302) {
            exchange.getResponseHeaders().set("Location", address() + "/elsewhere");
        }
        boolean xml = exchange.getRequestURI().getPath().endsWith(".xml");
        send(
                exchange,
                reply.status(),
                !reply.body().isEmpty() || !reply.taken()
                        ? reply.body()
                        : written(List.of(Map.of("service_request_id", number)), xml, "service_requests", "request"));
    }

    private synchronized String take(Map<String, String> form) {
        String external = form.getOrDefault("attribute[" + idAttribute + "]", "");
        for (Map<String, String> known : requests.values()) {
            if (!external.isEmpty() && external.equals(known.get("external"))) {
                return known.getOrDefault("service_request_id", "");
            }
        }
        String number = "R-" + (requests.size() + 1);
        Map<String, String> kept = new LinkedHashMap<>(Map.of(
                "service_request_id",
                number,
                "external",
                external,
                "service_code",
                form.getOrDefault("service_code", ""),
                "status",
                "open",
                "status_notes",
                "",
                "description",
                form.getOrDefault("description", ""),
                "updated_datetime",
                "2026-01-01T10:00:00Z"));
        requests.put(number, kept);
        return number;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        } catch (IOException gone) {
            // Whoever asked has waited long enough, or read enough.
        }
        exchange.close();
    }

    private static String written(List<Map<String, String>> records, boolean xml, String root, String item) {
        if (!xml) {
            return JsonMapper.shared().writeValueAsString(records);
        }
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><" + root + ">"
                + records.stream()
                        .map(record -> "<" + item + ">"
                                + record.entrySet().stream()
                                        .map(each -> "<" + each.getKey() + ">" + each.getValue() + "</" + each.getKey()
                                                + ">")
                                        .collect(Collectors.joining())
                                + "</" + item + ">")
                        .collect(Collectors.joining())
                + "</" + root + ">";
    }

    private static Map<String, String> decoded(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    @Override
    public void close() {
        server.close();
    }
}
