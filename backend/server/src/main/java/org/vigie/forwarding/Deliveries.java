package org.vigie.forwarding;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.vigie.forwarding.Forwarding.Stage;
import org.vigie.forwarding.RemoteServers.Line;
import org.vigie.forwarding.RemoteServers.Posted;
import org.vigie.request.Request;

/** One attempt: posts a report, or asks first whether it is there, or what number a token stands for. */
@Component
class Deliveries {

    private static final int NOT_FOUND = 404;

    /** @param it as it was before this attempt */
    record Due(Forwarding it, Line line, List<Map.Entry<String, String>> form, Request request) {

        String service() {
            return form.stream()
                    .filter(field -> field.getKey().equals("service_code"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
        }
    }

    private final RemoteServers servers;
    private final AlreadyThere alreadyThere;
    private final Clock clock;

    Deliveries(RemoteServers servers, AlreadyThere alreadyThere, Clock clock) {
        this.servers = servers;
        this.alreadyThere = alreadyThere;
        this.clock = clock;
    }

    Posted deliver(Due due) {
        if (due.it().stage() == Stage.TOKEN) {
            return number(due);
        }
        boolean mustAsk = due.it().maybeThere() && !due.line().connection().knowsRepetitions();
        return mustAsk ? askFirst(due) : servers.post(due.line(), due.form());
    }

    private Posted askFirst(Due due) {
        try {
            AlreadyThere.Found found = alreadyThere.find(
                    due.line(),
                    due.service(),
                    due.request(),
                    due.it().firstPostedAt().orElseGet(clock::instant));
            return switch (found.known()) {
                case THERE -> new Posted(Posted.Result.NUMBER, found.number(), "");
                case NOT_THERE -> servers.post(due.line(), due.form());
                case NOT_TOLD ->
                    new Posted(Posted.Result.NOT_TOLD, "", due.it().lastError().orElse(""));
            };
        } catch (RemoteFault fault) {
            return new Posted(unanswered(fault), "", fault.told());
        }
    }

    /** A server that has no list, or refuses to be asked so, will not tell later either. */
    private static Posted.Result unanswered(RemoteFault fault) {
        if (!fault.isAnswered()) {
            return Posted.Result.NOT_SENT;
        }
        return switch (fault.status()) {
            case 400, 404, 405, 410, 501 -> Posted.Result.NOT_TOLD;
            default -> Posted.Result.UNCERTAIN;
        };
    }

    private Posted number(Due due) {
        String token = due.it().token().orElseThrow();
        try {
            return servers.read(due.line(), "tokens/" + RemoteServers.encoded(token), Map.of()).stream()
                    .map(record -> record.getOrDefault("service_request_id", ""))
                    .filter(number -> !number.isEmpty())
                    .findFirst()
                    .map(number -> new Posted(Posted.Result.NUMBER, number, ""))
                    .orElseGet(() -> new Posted(Posted.Result.NOT_NOW, "", ""));
        } catch (RemoteFault fault) {
            Posted.Result result = fault.isAnswered() ? Posted.Result.NOT_NOW : Posted.Result.NOT_SENT;
            // That it is not known yet is no fault.
            return new Posted(result, "", fault.status() == NOT_FOUND ? "" : fault.told());
        }
    }
}
