package org.vigie.citizen;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.notification.Outbox;
import org.vigie.notification.OutgoingMessage;
import org.vigie.request.Deadlines;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Request;
import org.vigie.request.RequestArriving;
import org.vigie.request.RequestChanged;
import org.vigie.request.RequestState;
import org.vigie.request.Requester;
import org.vigie.request.RequesterKnown;
import org.vigie.request.Requesters;
import org.vigie.request.Requests;

/** Tells the requester and the followers each state that a request enters, and the requester each word of the service: once each. */
@Component
class TrackingMails {

    /**
     * @param what a state that was entered, or MESSAGE
     * @param detail in the words of whoever did it; may be empty
     * @param occasion is told once to each recipient
     */
    private record News(String what, String detail, String occasion) {}

    private record Letter(String recipient, String body, Locale locale) {}

    private final Requests requests;
    private final Requesters requesters;
    private final Deadlines deadlines;
    private final Followers followers;
    private final MailWords words;
    private final Outbox outbox;

    TrackingMails(
            Requests requests,
            Requesters requesters,
            Deadlines deadlines,
            Followers followers,
            MailWords words,
            Outbox outbox) {
        this.requests = requests;
        this.requesters = requesters;
        this.deadlines = deadlines;
        this.followers = followers;
        this.words = words;
        this.outbox = outbox;
    }

    /** Kept with the request itself: see {@link RequesterKnown}. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void acknowledge(RequesterKnown known) {
        RequestArriving arriving = known.arriving();
        MailWords.About about = new MailWords.About(arriving.request(), arriving.promises());
        News news = new News(RequestState.RECEIVED.name(), "", "RECEIVED");
        letter(about, news, known.requester())
                .ifPresent(letter -> outbox.send(message(about.request(), news, letter), arriving.exchange()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(RequestChanged change) {
        if (change.entry().kind() == HistoryEntry.Kind.MESSAGE) {
            tellOfMessage(change);
        } else if (change.entered() != null && change.entered() != RequestState.RECEIVED) {
            tellOfState(change, change.entered());
        }
    }

    private void tellOfState(RequestChanged change, RequestState entered) {
        Request request = requests.get(change.requestId());
        String detail = Objects.requireNonNullElse(change.entry().publicText(), "");
        News news =
                new News(entered.name(), detail, entered + "/" + change.entry().id());
        Optional<String> told = tellRequester(request, news);
        if (!request.isPrivate()) {
            followers.list(request.id()).stream()
                    .filter(follower ->
                            told.filter(follower.email()::equalsIgnoreCase).isEmpty())
                    .forEach(follower -> tell(request, news, follower));
        }
    }

    /** What the requester wrote is not told back to them. */
    private void tellOfMessage(RequestChanged change) {
        HistoryEntry entry = change.entry();
        if (!entry.isFromRequester()) {
            String text = Objects.requireNonNullElse(entry.staffText(), "");
            tellRequester(requests.get(change.requestId()), new News("MESSAGE", text, "MESSAGE/" + entry.id()));
        }
    }

    /** @return the address that it goes to */
    private Optional<String> tellRequester(Request request, News news) {
        Optional<Requester> requester =
                requesters.find(request.id()).filter(known -> known.email().isPresent());
        requester
                .flatMap(known -> letter(about(request), news, known))
                .ifPresent(letter -> send(request, news, letter));
        return requester.flatMap(Requester::email);
    }

    private Optional<Letter> letter(MailWords.About about, News news, Requester requester) {
        return requester.email().filter(OutgoingMessage::isAddress).map(email -> {
            Locale locale = Locale.forLanguageTag(requester.locale());
            return new Letter(email, words.toRequester(about, news.what(), news.detail(), locale), locale);
        });
    }

    private MailWords.About about(Request request) {
        return new MailWords.About(request, deadlines.list(request.id()));
    }

    private void tell(Request request, News news, Followers.Follower follower) {
        Locale locale = Locale.forLanguageTag(follower.locale());
        send(
                request,
                news,
                new Letter(follower.email(), words.toFollower(about(request), news.what(), locale), locale));
    }

    private void send(Request request, News news, Letter letter) {
        if (OutgoingMessage.isAddress(letter.recipient())) {
            outbox.send(message(request, news, letter));
        }
    }

    private OutgoingMessage message(Request request, News news, Letter letter) {
        return new OutgoingMessage(
                "request/" + request.id() + "/" + news.occasion(),
                letter.recipient(),
                words.subject(request, news.what(), letter.locale()),
                letter.body(),
                letter.locale());
    }
}
