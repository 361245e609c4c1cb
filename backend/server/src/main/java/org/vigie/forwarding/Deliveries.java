package org.vigie.forwarding;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
    record Due(Forwarding it, Line line, OutgoingReports.Outgoing report, Request request) {

        String service() {
            return report.form().stream()
                    .filter(field -> field.getKey().equals("service_code"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
        }
    }

    /** @param unfit the questions whose answers their attributes did not take */
    record Delivered(Posted posted, List<String> unfit) {}

    private final RemoteServers servers;
    private final AlreadyThere alreadyThere;
    private final Clock clock;

    Deliveries(RemoteServers servers, AlreadyThere alreadyThere, Clock clock) {
        this.servers = servers;
        this.alreadyThere = alreadyThere;
        this.clock = clock;
    }

    Delivered deliver(Due due) {
        if (due.it().stage() == Stage.TOKEN) {
            return new Delivered(number(due), List.of());
        }
        boolean mustAsk = due.it().maybeThere() && !due.line().connection().knowsRepetitions();
        return mustAsk ? askFirst(due) : post(due);
    }

    /** How answers are written is asked anew each time: what is asked there may have changed since they were named. */
    private Delivered post(Due due) {
        OutgoingAnswers.Written answers = OutgoingAnswers.Written.NOTHING;
        if (!due.report().answers().isEmpty()) {
            try {
                answers = OutgoingAnswers.written(due.report().answers(), definition(due));
            } catch (RemoteFault fault) {
                Posted.Result result = fault.isAnswered() ? Posted.Result.NOT_NOW : Posted.Result.NOT_SENT;
                return new Delivered(new Posted(result, "", fault.told()), List.of());
            }
        }
        List<Map.Entry<String, String>> form = Stream.concat(due.report().form().stream(), answers.fields().stream())
                .toList();
        return new Delivered(servers.post(due.line(), form), answers.unfit());
    }

    /** A server that asks nothing of whoever reports this takes no answers. */
    private RemoteDefinition definition(Due due) throws RemoteFault {
        try {
            return servers.definition(due.line(), due.service());
        } catch (RemoteFault fault) {
            if (fault.status() == NOT_FOUND) {
                return RemoteDefinition.NONE;
            }
            throw fault;
        }
    }

    private Delivered askFirst(Due due) {
        try {
            AlreadyThere.Found found = alreadyThere.find(
                    due.line(),
                    due.service(),
                    due.request(),
                    due.it().firstPostedAt().orElseGet(clock::instant));
            return switch (found.known()) {
                case THERE -> new Delivered(new Posted(Posted.Result.NUMBER, found.number(), ""), List.of());
                case NOT_THERE -> post(due);
                case NOT_TOLD ->
                    new Delivered(
                            new Posted(
                                    Posted.Result.NOT_TOLD,
                                    "",
                                    due.it().lastError().orElse("")),
                            List.of());
            };
        } catch (RemoteFault fault) {
            return new Delivered(new Posted(unanswered(fault), "", fault.told()), List.of());
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
        try {
            return numberOf(servers, due.line(), due.it().token().orElseThrow())
                    .map(number -> new Posted(Posted.Result.NUMBER, number, ""))
                    .orElseGet(() -> new Posted(Posted.Result.NOT_NOW, "", ""));
        } catch (RemoteFault fault) {
            Posted.Result result = fault.isAnswered() ? Posted.Result.NOT_NOW : Posted.Result.NOT_SENT;
            return new Posted(result, "", fault.told());
        }
    }

    /** Empty while it is not known yet, which is no fault. */
    static Optional<String> numberOf(RemoteServers servers, Line line, String token) throws RemoteFault {
        try {
            return servers.read(line, "tokens/" + RemoteServers.encoded(token), Map.of()).stream()
                    .map(record -> record.getOrDefault("service_request_id", ""))
                    .filter(number -> !number.isEmpty())
                    .findFirst();
        } catch (RemoteFault fault) {
            if (fault.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw fault;
        }
    }
}
