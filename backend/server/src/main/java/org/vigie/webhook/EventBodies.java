package org.vigie.webhook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.dispatch.DeskQueue;
import org.vigie.map.PublishedRequests;
import org.vigie.request.HistoryEntry;
import org.vigie.request.RequestHistory;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a hook reads of an event, as it may be read now: a request that was published when something happened and is not any more says
 * nothing but that.
 */
@Component
class EventBodies {

    /**
     * The document that is sent.
     *
     * @param request as the public page's list shows it, or as the desk's does; absent when it is withdrawn
     * @param text for everybody; absent when there is none
     */
    record Body(
            String id,
            String event,
            String jurisdiction,
            Webhook.Content content,
            int sequence,
            Instant happenedAt,
            String requestId,
            @Nullable String state,
            @Nullable String text,
            @Nullable String staffText,
            @Nullable Object request) {}

    private final PublishedRequests published;
    private final DeskQueue desk;
    private final RequestHistory history;
    private final JdbcClient reader;
    private final TransactionTemplate reading;
    private final JsonMapper json;

    EventBodies(
            PublishedRequests published,
            DeskQueue desk,
            RequestHistory history,
            @Qualifier("mapReader") JdbcClient reader,
            @Qualifier("mapReader") TransactionTemplate reading,
            JsonMapper json) {
        this.published = published;
        this.desk = desk;
        this.history = history;
        this.reader = reader;
        this.reading = reading;
        this.json = json;
    }

    /** @return empty when the hook may read nothing of the request */
    Optional<byte[]> find(Webhook hook, WaitingEvent event) {
        return switch (hook.content()) {
            case PUBLIC ->
                published
                        .card(event.requestId())
                        .map(card -> body(hook, event, publicWords(event), null, withDescription(event, card)));
            case STAFF ->
                desk.list(List.of(event.requestId())).stream().findFirst().map(card -> {
                    Optional<HistoryEntry> entry = entry(event);
                    return body(
                            hook,
                            event,
                            entry.map(HistoryEntry::publicText).orElse(null),
                            entry.map(HistoryEntry::staffText).orElse(null),
                            card);
                });
        };
    }

    /** Tells that there is nothing to be read any more. */
    byte[] withdrawal(Webhook hook, WaitingEvent event) {
        return json.writeValueAsBytes(new Body(
                event.id().toString(),
                EventKind.WITHDRAWN.name(),
                CurrentJurisdiction.get().code(),
                hook.content(),
                event.sequence(),
                event.happenedAt(),
                event.requestId().toString(),
                null,
                null,
                null,
                null));
    }

    private byte[] body(
            Webhook hook, WaitingEvent event, @Nullable String text, @Nullable String staffText, Object request) {
        return json.writeValueAsBytes(new Body(
                event.id().toString(),
                event.kind().name(),
                CurrentJurisdiction.get().code(),
                hook.content(),
                event.sequence(),
                event.happenedAt(),
                event.requestId().toString(),
                event.entered().orElse(null),
                blankToNull(text),
                blankToNull(staffText),
                request));
    }

    private Object withDescription(WaitingEvent event, Object card) {
        Map<String, Object> all = new LinkedHashMap<>(json.convertValue(card, Map.class));
        published
                .detail(event.requestId().toString())
                .ifPresent(detail -> all.put("description", detail.description()));
        return all;
    }

    private @Nullable String publicWords(WaitingEvent event) {
        return Objects.requireNonNull(reading.execute(status -> reader.sql(
                                "select text from map.request_step where entry_id = :entry and request_id = :request")
                        .param("entry", event.entryId())
                        .param("request", event.requestId())
                        .query(String.class)
                        .optional()))
                .orElse(null);
    }

    private Optional<HistoryEntry> entry(WaitingEvent event) {
        return history.list(event.requestId()).stream()
                .filter(entry -> entry.id().equals(event.entryId()))
                .findFirst();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
