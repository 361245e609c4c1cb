package org.vigie.citizen;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.notification.Outbox;
import org.vigie.notification.OutgoingMessage;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Request;
import org.vigie.request.RequestChanged;
import org.vigie.request.RequestHistory;
import org.vigie.request.RequestState;
import org.vigie.request.Requester;
import org.vigie.request.RequesterKnown;
import org.vigie.request.Requesters;
import org.vigie.request.Requests;

/** Tells the requester and the followers each state that a request enters, and the requester each word of the service: once each. */
@Component
@EnableConfigurationProperties(CitizenSettings.class)
class TrackingMails {

    private record Recipient(String email, Locale locale) {}

    private final Requests requests;
    private final Requesters requesters;
    private final Followers followers;
    private final RequestHistory history;
    private final MailWords words;
    private final Outbox outbox;

    TrackingMails(
            Requests requests,
            Requesters requesters,
            Followers followers,
            RequestHistory history,
            MailWords words,
            Outbox outbox) {
        this.requests = requests;
        this.requesters = requesters;
        this.followers = followers;
        this.history = history;
        this.words = words;
        this.outbox = outbox;
    }

    /** Sent when the contact is stored, which is just after the request is: see {@link RequesterKnown}. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void acknowledge(RequesterKnown known) {
        Request request = requests.get(known.requestId());
        requester(request)
                .ifPresent(recipient ->
                        send(request, RequestState.RECEIVED.name(), "", recipient, RequestState.RECEIVED.name()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(RequestChanged change) {
        if (change.entry() == HistoryEntry.Kind.MESSAGE) {
            tellOfMessage(change);
        } else if (change.entered() != null && change.entered() != RequestState.RECEIVED) {
            tellOfState(change, change.entered());
        }
    }

    private void tellOfState(RequestChanged change, RequestState entered) {
        Request request = requests.get(change.requestId());
        String detail = lastEntry(request).map(HistoryEntry::publicText).orElse("");
        String occasion = entered + "/" + change.at();
        requester(request).ifPresent(recipient -> send(request, entered.name(), detail, recipient, occasion));
        if (!request.isPrivate()) {
            for (Recipient follower : followersOf(request)) {
                send(request, entered.name(), detail, follower, occasion);
            }
        }
    }

    private void tellOfMessage(RequestChanged change) {
        Request request = requests.get(change.requestId());
        lastEntry(request)
                .filter(entry -> entry.actorAccountId() != null)
                .ifPresent(entry -> requester(request)
                        .ifPresent(recipient -> send(
                                request,
                                "MESSAGE",
                                Optional.ofNullable(entry.staffText()).orElse(""),
                                recipient,
                                "MESSAGE/" + entry.id())));
    }

    private Optional<HistoryEntry> lastEntry(Request request) {
        return Optional.of(history.list(request.id()).getLast());
    }

    private Optional<Recipient> requester(Request request) {
        return requesters
                .find(request.id())
                .flatMap(requester -> requester.email().map(email -> recipient(email, requester)));
    }

    private static Recipient recipient(String email, Requester requester) {
        return new Recipient(email, Locale.forLanguageTag(requester.locale()));
    }

    private List<Recipient> followersOf(Request request) {
        return followers.list(request.id()).stream()
                .map(follower -> new Recipient(follower.email(), Locale.forLanguageTag(follower.locale())))
                .toList();
    }

    private void send(Request request, String what, String detail, Recipient recipient, String occasion) {
        if (OutgoingMessage.isAddress(recipient.email())) {
            outbox.send(new OutgoingMessage(
                    "request/" + request.id() + "/" + occasion,
                    recipient.email(),
                    words.subject(request, what, recipient.locale()),
                    words.body(request, what, detail, recipient.locale()),
                    recipient.locale()));
        }
    }
}
