package org.vigie.open311;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.access.Refusal;
import org.vigie.dispatch.Conversation;
import org.vigie.request.Request;
import org.vigie.request.Requests;

/**
 * Hears what a client's residents say of their requests, each once, as words of the requester. The state that the client gives is told to
 * staff where it differs from ours, and changes nothing: the town says what is done.
 */
@Component
public class Hearing {

    /**
     * An update as a client sent it.
     *
     * @param requestNumber of a request that the same client sent
     * @param status in the client's words; may be empty
     */
    public record SentUpdate(
            String updateId, String requestNumber, String status, String text, List<String> mediaUrls) {}

    private final SentRequests sent;
    private final Requests requests;
    private final ClientQuotas quotas;
    private final Conversation conversation;
    private final MessageSource messages;

    Hearing(
            SentRequests sent,
            Requests requests,
            ClientQuotas quotas,
            Conversation conversation,
            MessageSource messages) {
        this.sent = sent;
        this.requests = requests;
        this.quotas = quotas;
        this.conversation = conversation;
        this.messages = messages;
    }

    /** What {@link #hear} would answer, without anything staying. */
    @Transactional
    public UUID tryOut(Client client, SentUpdate update) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return hear(client, update);
    }

    /**
     * @return the id that it has here
     * @throws Refusal not-found for a request that the client did not send
     */
    @Transactional
    public UUID hear(Client client, SentUpdate update) {
        UUID requestId = sent.findByNumber(client, update.requestNumber())
                .orElseThrow(
                        () -> new Refusal(Refusal.Kind.NOT_FOUND, "open311-request-of-nobody", update.requestNumber()));
        Optional<UUID> before = sent.findUpdate(client, update.updateId());
        if (before.isPresent()) {
            return before.get();
        }
        quotas.take(client);
        UUID heard = Ids.next();
        String words = words(client, update, requests.get(requestId));
        if (!words.isEmpty()) {
            conversation.hear(requestId, words);
        }
        sent.keepUpdate(client, update.updateId(), requestId, heard);
        return heard;
    }

    private String words(Client client, SentUpdate update, Request request) {
        Locale local = Locale.forLanguageTag(CurrentJurisdiction.get().locale());
        Stream<String> media = update.mediaUrls().stream()
                .map(url -> messages.getMessage("open311.media-announced", new Object[] {client.name(), url}, local));
        Stream<String> status = Stream.of(update.status())
                .filter(told ->
                        !told.isEmpty() && isOpen(told) != request.state().isOpen())
                .map(told -> messages.getMessage("open311.state-differs", new Object[] {client.name(), told}, local));
        return Stream.of(Stream.of(update.text()), media, status)
                .flatMap(lines -> lines)
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static boolean isOpen(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "closed",
                    "fixed",
                    "duplicate",
                    "no_further_action",
                    "not_councils_responsibility",
                    "internal_referral" -> false;
            default -> true;
        };
    }
}
