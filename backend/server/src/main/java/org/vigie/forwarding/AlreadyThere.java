package org.vigie.forwarding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.vigie.forwarding.RemoteServers.Line;
import org.vigie.request.Request;

/** Whether a report that was posted and not answered is there, told by the other side's own list. */
@Component
class AlreadyThere {

    /** Clocks differ by that much at most. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);
    /** A list of so many may be a page of a longer one. */
    private static final int A_PAGE = 50;

    enum Known {
        THERE,
        NOT_THERE,
        /** The list cannot tell. */
        NOT_TOLD
    }

    /** @param number when it is there */
    record Found(Known known, String number) {}

    private final RemoteServers servers;
    private final Clock clock;

    AlreadyThere(RemoteServers servers, Clock clock) {
        this.servers = servers;
        this.clock = clock;
    }

    /**
     * A list that is answered tells nothing of services that are taken in batches, whose requests stand in it later or never.
     *
     * @param service as the other side knows it
     * @throws RemoteFault when it cannot be asked just now
     */
    Found find(Line line, String service, Request request, Instant postedAt) throws RemoteFault {
        Map<String, String> span = new TreeMap<>(Map.of(
                "service_code", service,
                "start_date", moment(postedAt.minus(CLOCKS_DIFFER)),
                "end_date", moment(clock.instant().plus(CLOCKS_DIFFER))));
        List<Map<String, String>> listed = servers.read(line, "requests", span);
        for (Map<String, String> each : listed) {
            String number = each.getOrDefault("service_request_id", "");
            if (!number.isEmpty() && Reference.isOf(request, each.getOrDefault("description", ""))) {
                return new Found(Known.THERE, number);
            }
        }
        boolean tellsAll = listed.size() < A_PAGE && isListedAtOnce(line, service);
        return new Found(tellsAll ? Known.NOT_THERE : Known.NOT_TOLD, "");
    }

    private boolean isListedAtOnce(Line line, String service) throws RemoteFault {
        return servers.read(line, "services", Map.of()).stream()
                .filter(each -> service.equals(each.get("service_code")))
                .anyMatch(each -> "realtime".equals(each.get("type")));
    }

    static String moment(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }
}
