package org.vigie.citizen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.LinkTokens;
import org.vigie.access.Refusal;
import org.vigie.access.module.ModuleName;
import org.vigie.access.module.Modules;
import org.vigie.dispatch.Reopenings;
import org.vigie.request.Actor;
import org.vigie.request.Request;
import org.vigie.request.RequestState;
import org.vigie.request.Requests;
import org.vigie.request.TrackingTokens;

/** What whoever asked, or follows, says once a request has ended: that it is not right, or how they were served. */
@Component
public class AfterTheEnd {

    /** What a follower's link is for. */
    static final String FOLLOWER_LINK = "reopen";

    private static final int MAX_CHARACTERS = 1000;
    private static final Set<RequestState> ENDED = EnumSet.of(RequestState.RESOLVED, RequestState.CLOSED);
    private static final Actor FOLLOWER = new Actor(Optional.empty(), "Abonné");

    private final TrackingTokens tracking;
    private final LinkTokens links;
    private final Requests requests;
    private final Reopenings reopenings;
    private final Satisfactions satisfactions;
    private final CitizenSettings settings;
    private final Modules modules;
    private final Clock clock;

    AfterTheEnd(
            TrackingTokens tracking,
            LinkTokens links,
            Requests requests,
            Reopenings reopenings,
            Satisfactions satisfactions,
            CitizenSettings settings,
            Modules modules,
            Clock clock) {
        this.tracking = tracking;
        this.links = links;
        this.requests = requests;
        this.reopenings = reopenings;
        this.satisfactions = satisfactions;
        this.settings = settings;
        this.modules = modules;
        this.clock = clock;
    }

    /** Whether its requester is asked how they were served. */
    public boolean asksSatisfaction(Request request) {
        return ENDED.contains(request.state()) && modules.isOn(ModuleName.REOPENING);
    }

    /** Until when it may be reopened; empty while it is open, when that is over, and where the town does without. */
    public Optional<Instant> reopenableUntil(Request request) {
        return Optional.of(request)
                .filter(this::asksSatisfaction)
                .flatMap(
                        ended -> ended.times().closedAt().or(() -> ended.times().resolvedAt()))
                .map(end -> end.plus(Duration.ofDays(settings.reopenDays())))
                .filter(until -> clock.instant().isBefore(until));
    }

    /**
     * The requester is not content.
     *
     * @throws Refusal not-found, reason-missing, description-too-long; not-reopenable when it is open, refused or too long ago
     */
    @Transactional
    public void reopen(String trackingToken, String reason) {
        reopen(requestId(trackingToken), Actor.REQUESTER, reason);
    }

    /** As {@link #reopen}, by the link that followers are sent when a request has ended. */
    @Transactional
    public void reopenAsFollower(String token, String reason) {
        reopen(links.findId(FOLLOWER_LINK, token).orElseThrow(() -> Refusal.notFound("request")), FOLLOWER, reason);
    }

    /** Whether a follower's link is good now; empty for a token that was not made here. */
    @Transactional(readOnly = true)
    public Optional<Request> findReopenable(String token) {
        return links.findId(FOLLOWER_LINK, token).flatMap(requests::find).filter(request -> !request.isPrivate());
    }

    private void reopen(UUID requestId, Actor by, String reason) {
        checkWords(reason);
        if (reason.isBlank()) {
            throw Refusal.invalid("reason-missing");
        }
        Request before = requests.lock(requestId);
        if (reopenableUntil(before).isEmpty()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "not-reopenable", before.number(), settings.reopenDays());
        }
        reopenings.reopen(before, by, reason, now());
    }

    /**
     * Keeps how the requester was served; their next word takes the place of this one.
     *
     * @param score 1 to 5, 5 is best
     * @throws Refusal not-found, score-out-of-range, description-too-long; not-ended-yet while it is open
     */
    @Transactional
    public void rate(String trackingToken, int score, String words) {
        if (score < 1 || score > 5) {
            throw Refusal.invalid("score-out-of-range");
        }
        checkWords(words);
        Request request = requests.lock(requestId(trackingToken));
        if (!ENDED.contains(request.state())) {
            throw new Refusal(Refusal.Kind.CONFLICT, "not-ended-yet", request.number());
        }
        satisfactions.save(request.id(), new Satisfactions.Satisfaction(score, words.strip()), now());
    }

    private static void checkWords(String words) {
        int characters = words.codePointCount(0, words.length());
        if (characters > MAX_CHARACTERS) {
            throw Refusal.invalid("description-too-long", characters, MAX_CHARACTERS);
        }
    }

    private UUID requestId(String token) {
        return tracking.findRequestId(token)
                .filter(id -> requests.find(id).isPresent())
                .orElseThrow(() -> Refusal.notFound("request"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
