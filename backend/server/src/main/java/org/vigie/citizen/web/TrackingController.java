package org.vigie.citizen.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.RequestKind;
import org.vigie.catalogue.calendar.Length;
import org.vigie.citizen.Tracking;
import org.vigie.dispatch.DeskCard;
import org.vigie.geo.Wgs84Point;
import org.vigie.intake.photo.PhotoRef;
import org.vigie.reply.FormalReply;
import org.vigie.request.Deadline;
import org.vigie.request.HistoryEntry;
import org.vigie.request.RequestState;
import org.vigie.request.Requester;
import org.vigie.request.Ring;

/** The requester's page, behind a link that cannot be guessed, and following somebody else's request. */
@RestController
@RequestMapping("/{jurisdiction}/api")
class TrackingController {

    record TrackedBody(
            @JsonUnwrapped CardBody card,
            String description,
            List<StepBody> steps,
            List<PromiseBody> promises,
            List<PhotoRef> photos,
            ContactBody contact,
            List<MessageBody> messages,
            List<LetterBody> letters,
            int followers,
            @Nullable Instant reopenableUntil,
            boolean asksSatisfaction,
            @Nullable SatisfactionBody satisfaction) {}

    record SatisfactionBody(int score, String text) {}

    /** The card without what is for staff. */
    record CardBody(
            UUID id,
            String number,
            RequestKind kind,
            RequestState state,
            String category,
            String title,
            String glyph,
            String domain,
            String address,
            DeskCard.@Nullable SectorName sector,
            String service,
            @Nullable Wgs84Point position,
            Instant receivedAt,
            Instant changedAt,
            @Nullable Instant resolvedAt,
            Ring ring) {}

    record StepBody(
            Instant at, HistoryEntry.Kind entry, @Nullable RequestState state, String text) {}

    record PromiseBody(
            Commitment commitment,
            Instant startsAt,
            Instant dueAt,
            @Nullable Instant metAt,
            int amount,
            Length.Unit unit,
            @Nullable Instant pausedAt) {}

    record ContactBody(
            @Nullable String emailMasked, @Nullable String phoneMasked) {}

    record MessageBody(Instant at, String from, String author, String text) {}

    /** A formal reply that was sent, with the address of its PDF. */
    record LetterBody(UUID id, Instant at, String subject, String text, String pdf) {}

    record TextBody(@NotNull String text) {}

    record FollowerBody(@NotBlank String email) {}

    private final Tracking tracking;

    TrackingController(Tracking tracking) {
        this.tracking = tracking;
    }

    /** Whoever has the link may read it; no cache between may keep it. */
    @GetMapping("/track/{token}")
    ResponseEntity<TrackedBody> get(@PathVariable String token) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body(tracking.get(token), token));
    }

    private static TrackedBody body(Tracking.Tracked tracked, String token) {
        String door = "/" + CurrentJurisdiction.get().code() + "/api/track/" + token;
        return new TrackedBody(
                card(tracked.card()),
                tracked.card().description(),
                tracked.steps().stream().map(TrackingController::step).toList(),
                tracked.promises().stream().map(TrackingController::promise).toList(),
                tracked.photos().stream()
                        .map(photo -> PhotoRef.below(door, photo))
                        .toList(),
                contact(tracked.requester()),
                tracked.messages().stream()
                        .map(entry -> message(entry, tracked.card().service()))
                        .toList(),
                tracked.letters().stream().map(letter -> letter(letter, door)).toList(),
                tracked.followers(),
                tracked.reopenableUntil().orElse(null),
                tracked.asksSatisfaction(),
                tracked.satisfaction()
                        .map(said -> new SatisfactionBody(said.score(), said.words()))
                        .orElse(null));
    }

    @PostMapping("/track/{token}/messages")
    @ResponseStatus(HttpStatus.CREATED)
    void say(@PathVariable String token, @Valid @RequestBody TextBody body) {
        tracking.say(token, body.text());
    }

    @PostMapping("/requests/{id}/followers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void follow(@PathVariable UUID id, @Valid @RequestBody FollowerBody body, Locale locale) {
        tracking.follow(id, body.email(), locale);
    }

    private static CardBody card(DeskCard card) {
        return new CardBody(
                card.id(),
                card.number(),
                card.kind(),
                card.state(),
                card.category(),
                card.title(),
                card.glyph(),
                card.domain(),
                card.address(),
                card.sector(),
                card.service(),
                card.position(),
                card.receivedAt(),
                card.changedAt(),
                card.resolvedAt(),
                card.ring());
    }

    private static StepBody step(HistoryEntry entry) {
        return new StepBody(entry.at(), entry.kind(), entry.to(), Objects.requireNonNullElse(entry.publicText(), ""));
    }

    private static PromiseBody promise(Deadline deadline) {
        return new PromiseBody(
                deadline.commitment(),
                deadline.startsAt(),
                deadline.dueAt(),
                deadline.metAt().orElse(null),
                deadline.promise().length().amount(),
                deadline.promise().length().unit(),
                deadline.pausedAt().orElse(null));
    }

    /** The service speaks as a service: no agent is named to the requester. */
    private static MessageBody message(HistoryEntry entry, String service) {
        boolean fromRequester = entry.isFromRequester();
        return new MessageBody(
                entry.at(),
                fromRequester ? "REQUESTER" : "SERVICE",
                fromRequester ? "" : service,
                Objects.requireNonNullElse(entry.staffText(), ""));
    }

    private static LetterBody letter(FormalReply letter, String door) {
        return new LetterBody(
                letter.id(),
                letter.sending().sentAt().orElseThrow(),
                letter.text().subject(),
                letter.text().body(),
                door + "/letters/" + letter.id() + ".pdf");
    }

    /** Enough for the requester to know it is theirs, too little for whoever found the link. */
    private static ContactBody contact(Optional<Requester> requester) {
        return new ContactBody(
                requester
                        .flatMap(Requester::email)
                        .map(email -> email.replaceAll("^(.).*(@.*)$", "$1…$2"))
                        .orElse(null),
                requester
                        .flatMap(Requester::phone)
                        .map(phone -> "… " + phone.substring(Math.max(0, phone.length() - 2)))
                        .orElse(null));
    }
}
