package org.vigie.citizen;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.dispatch.Conversation;
import org.vigie.dispatch.DeskCard;
import org.vigie.dispatch.DeskQueue;
import org.vigie.intake.ReportRules;
import org.vigie.intake.photo.Photo;
import org.vigie.intake.photo.Photos;
import org.vigie.intake.photo.PublishedPhotos;
import org.vigie.reply.FormalReplies;
import org.vigie.reply.FormalReply;
import org.vigie.request.Deadline;
import org.vigie.request.Deadlines;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Request;
import org.vigie.request.RequestHistory;
import org.vigie.request.RequestState;
import org.vigie.request.Requester;
import org.vigie.request.Requesters;
import org.vigie.request.Requests;
import org.vigie.request.TrackingTokens;

/** What the requester sees and says behind the tracking link; and who else follows a request. */
@Component
public class Tracking {

    /**
     * A request as its requester sees it.
     *
     * @param steps what happened that everyone may read
     * @param messages between the requester and the service
     * @param letters formal replies that were sent
     * @param reopenableUntil empty while it is open, and when that is over
     * @param satisfaction what they said of it last
     */
    public record Tracked(
            DeskCard card,
            List<HistoryEntry> steps,
            List<HistoryEntry> messages,
            List<FormalReply> letters,
            List<Deadline> promises,
            List<Photo> photos,
            Optional<Requester> requester,
            int followers,
            Optional<Instant> reopenableUntil,
            boolean asksSatisfaction,
            Optional<Satisfactions.Satisfaction> satisfaction) {}

    private final TrackingTokens tokens;
    private final Requests requests;
    private final DeskQueue cards;
    private final RequestHistory history;
    private final Deadlines deadlines;
    private final Photos photos;
    private final PublishedPhotos served;
    private final Requesters requesters;
    private final Followers followers;
    private final Conversation conversation;
    private final FormalReplies letters;
    private final AfterTheEnd afterwards;
    private final Satisfactions satisfactions;

    Tracking(
            TrackingTokens tokens,
            Requests requests,
            DeskQueue cards,
            RequestHistory history,
            Deadlines deadlines,
            Photos photos,
            PublishedPhotos served,
            Requesters requesters,
            Followers followers,
            Conversation conversation,
            FormalReplies letters,
            AfterTheEnd afterwards,
            Satisfactions satisfactions) {
        this.tokens = tokens;
        this.requests = requests;
        this.cards = cards;
        this.history = history;
        this.deadlines = deadlines;
        this.photos = photos;
        this.served = served;
        this.requesters = requesters;
        this.followers = followers;
        this.conversation = conversation;
        this.letters = letters;
        this.afterwards = afterwards;
        this.satisfactions = satisfactions;
    }

    /** @throws Refusal not-found for a token that was not made here */
    @Transactional(readOnly = true)
    public Tracked get(String token) {
        UUID id = requestId(token);
        Request request = requests.get(id);
        List<HistoryEntry> entries = history.list(id);
        return new Tracked(
                cards.find(id).orElseThrow(() -> Refusal.notFound("request")),
                entries.stream().filter(entry -> entry.publicText() != null).toList(),
                entries.stream()
                        .filter(entry -> entry.kind() == HistoryEntry.Kind.MESSAGE)
                        .toList(),
                letters.listSent(id),
                deadlines.list(id),
                photos.ofRequest(id),
                requesters.find(id),
                followers.list(id).size(),
                afterwards.reopenableUntil(request),
                afterwards.asksSatisfaction(request),
                satisfactions.find(id));
    }

    /** A photo of the tracked request, whether it is published or not; empty when it has none of that id. */
    public Optional<PublishedPhotos.Visible> findPhoto(String token, UUID photoId, PublishedPhotos.Size size) {
        return served.findOfRequest(requestId(token), photoId, size);
    }

    /** The PDF of a letter that was sent to the requester; empty for any other. */
    @Transactional(readOnly = true)
    public Optional<byte[]> findLetter(String token, UUID letterId) {
        UUID id = requestId(token);
        return letters.listSent(id).stream()
                .filter(letter -> letter.id().equals(letterId))
                .findFirst()
                .flatMap(letter -> letters.findPdf(id, letterId));
    }

    /** Adds the requester's words. */
    @Transactional
    public void say(String token, String text) {
        conversation.hear(requestId(token), text);
    }

    /**
     * Lets somebody else know how the request goes on.
     *
     * @throws Refusal email-not-understood, or not-found for a request that is not public
     */
    @Transactional
    public void follow(UUID requestId, @Nullable String email, Locale locale) {
        String address = Optional.ofNullable(email).map(String::strip).orElse("");
        ReportRules.checkEmail(address);
        Request request = requests.get(requestId);
        if (!isPublic(request)) {
            throw Refusal.notFound("request");
        }
        followers.add(requestId, address, locale);
    }

    private static boolean isPublic(Request request) {
        return !request.isPrivate()
                && request.state() != RequestState.REJECTED
                && request.state() != RequestState.DUPLICATE;
    }

    private UUID requestId(String token) {
        return tokens.findRequestId(token).orElseThrow(() -> Refusal.notFound("request"));
    }
}
