package org.vigie.forwarding;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.forwarding.RemoteServers.Line;

/** Asks the other side what may be reported there, so that categories can be mapped and both sides see whether they understand each other. */
@Component
public class ConnectionTrial {

    private static final int MOST_SERVICES = 2_000;

    /**
     * @param isPublic what is reported stands in its list at once
     * @param asks something is asked of whoever reports that
     */
    public record Service(String code, String name, String group, boolean isPublic, boolean asks) {}

    /**
     * What is asked of whoever reports something of a service.
     *
     * @param error absent when it answered
     */
    public record Asked(
            List<Attribute> attributes, @Nullable String error) {}

    /** @param datatype in their words */
    public record Attribute(String code, String description, String datatype, boolean isRequired) {}

    /** Whether it tells updates, and knows the key for them. */
    public enum Updates {
        SPOKEN,
        NOT_SPOKEN,
        KEY_REFUSED
    }

    /**
     * @param error absent when it answered
     * @param updates absent when it did not
     */
    public record Result(
            List<Service> services,
            @Nullable String error,
            @Nullable Updates updates) {}

    private final Connections connections;
    private final RemoteKeys keys;
    private final RemoteServers servers;
    private final TransactionTemplate transaction;

    ConnectionTrial(Connections connections, RemoteKeys keys, RemoteServers servers, TransactionTemplate transaction) {
        this.connections = connections;
        this.keys = keys;
        this.servers = servers;
        this.transaction = transaction;
    }

    /** @throws org.vigie.access.Refusal not-found when there is no such connection */
    public Result of(UUID organisationId) {
        Line line = line(organisationId);
        try {
            List<Service> services = servers.read(line, "services", Map.of()).stream()
                    .filter(each -> !each.getOrDefault("service_code", "").isEmpty())
                    .limit(MOST_SERVICES)
                    .map(ConnectionTrial::service)
                    .toList();
            return new Result(services, null, updates(line));
        } catch (RemoteFault fault) {
            return new Result(List.of(), fault.told(), null);
        }
    }

    private static Service service(Map<String, String> told) {
        String code = told.getOrDefault("service_code", "");
        return new Service(
                code,
                told.getOrDefault("service_name", code),
                told.getOrDefault("group", ""),
                told.getOrDefault("type", "realtime").equals("realtime"),
                "true".equals(told.get("metadata")));
    }

    /** @throws org.vigie.access.Refusal not-found when there is no such connection */
    public Asked asked(UUID organisationId, String service) {
        try {
            return new Asked(
                    servers.definition(line(organisationId), service).attributes().stream()
                            .map(each ->
                                    new Attribute(each.code(), each.description(), each.datatype(), each.isRequired()))
                            .toList(),
                    null);
        } catch (RemoteFault fault) {
            return new Asked(List.of(), fault.told());
        }
    }

    private Line line(UUID organisationId) {
        return Objects.requireNonNull(
                transaction.execute(status -> new Line(connections.get(organisationId), keys.find(organisationId))));
    }

    private Updates updates(Line line) {
        Map<String, String> query = new TreeMap<>(Map.of("start_date", "2100-01-01T00:00:00Z"));
        Optional.of(line).flatMap(Line::key).ifPresent(key -> query.put("api_key", key.text()));
        try {
            servers.read(line, "servicerequestupdates", query);
            return Updates.SPOKEN;
        } catch (RemoteFault fault) {
            return fault.status() == 401 || fault.status() == 403 ? Updates.KEY_REFUSED : Updates.NOT_SPOKEN;
        }
    }
}
