package org.vigie.dispatch.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.dispatch.Audience;
import org.vigie.dispatch.CardsForViewer;
import tools.jackson.databind.json.JsonMapper;

/** Turns events into what each audience reads. Called with the jurisdiction open. */
@Component
class LiveMessages {

    /** @param card null, and said so, when the request is no longer visible to this viewer */
    record Change(
            String change,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Object card,

            UUID id) {}

    /** One event for one audience: with its card, and as a removal. */
    record Encoded(LiveEvent event, LiveMessage card, LiveMessage removal) {

        @Nullable
        LiveMessage to(Viewer viewer) {
            return switch (viewer.of(event)) {
                case CARD -> card;
                case REMOVAL -> removal;
                case NOTHING -> null;
            };
        }
    }

    private final Map<Audience, CardsForViewer> cards = new EnumMap<>(Audience.class);
    private final JsonMapper json;

    LiveMessages(List<CardsForViewer> suppliers, JsonMapper json) {
        suppliers.forEach(supplier -> cards.put(supplier.audience(), supplier));
        this.json = json;
    }

    boolean serves(Audience audience) {
        return cards.containsKey(audience);
    }

    /** Cards are read after the events, so none is older than its event. */
    List<Encoded> encode(List<LiveEvent> events, Audience audience) {
        CardsForViewer supplier = cards.get(audience);
        if (supplier == null || events.isEmpty()) {
            return List.of();
        }
        Map<UUID, ?> visible = supplier.cards(requests(events, audience));
        List<Encoded> encoded = new ArrayList<>(events.size());
        for (LiveEvent event : events) {
            encoded.add(encode(event, visible));
        }
        return encoded;
    }

    private static Set<UUID> requests(List<LiveEvent> events, Audience audience) {
        Set<UUID> requests = new LinkedHashSet<>();
        for (LiveEvent event : events) {
            UUID request = event.requestId();
            if (request != null
                    && (audience != Audience.PUBLIC || event.visibility() != LiveEvent.Visibility.PRIVATE)) {
                requests.add(request);
            }
        }
        return requests;
    }

    private Encoded encode(LiveEvent event, Map<UUID, ?> visible) {
        UUID request = event.requestId();
        if (request == null) {
            LiveMessage all = reload(event.id());
            return new Encoded(event, all, all);
        }
        LiveMessage removal = message(event, request, null);
        Object card = visible.get(request);
        return new Encoded(event, card == null ? removal : message(event, request, card), removal);
    }

    private LiveMessage message(LiveEvent event, UUID request, @Nullable Object card) {
        String data = json.writeValueAsString(new Change(event.change(), card, request));
        return new LiveMessage(event.id(), frame(event.id(), "request", data));
    }

    static LiveMessage hello(long id, long retryMillis) {
        byte[] frame = frame(id, "hello", "{\"lastEventId\":" + id + "}");
        byte[] retry = ("retry: " + retryMillis + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] both = java.util.Arrays.copyOf(retry, retry.length + frame.length);
        System.arraycopy(frame, 0, both, retry.length, frame.length);
        return new LiveMessage(id, both);
    }

    static LiveMessage reload(long id) {
        return new LiveMessage(id, frame(id, "reload", "{\"lastEventId\":" + id + "}"));
    }

    private static byte[] frame(long id, String event, String data) {
        return ("id: " + id + "\nevent: " + event + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
