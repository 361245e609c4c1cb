package org.vigie.dispatch.live.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.AccountTeams;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.OnlyWhenServing;
import org.vigie.access.Refusal;
import org.vigie.access.SignedIn;
import org.vigie.dispatch.Audience;
import org.vigie.dispatch.live.LiveFeed;
import org.vigie.dispatch.live.LiveMessage;
import org.vigie.dispatch.live.Subscription;
import org.vigie.dispatch.live.Viewer;

/** The stream of changes. Each stays on the virtual thread of its request, so a reader that stalls holds up nobody else. */
@RestController
@OnlyWhenServing
class LiveController {

    private static final Logger LOG = LoggerFactory.getLogger(LiveController.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final byte[] ALIVE = ":\n\n".getBytes(StandardCharsets.US_ASCII);
    /** Then the screen comes back, and who it is and what it may see is asked again. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final LiveFeed feed;
    private final AccountTeams teams;
    private final Clock clock;

    LiveController(LiveFeed feed, AccountTeams teams, Clock clock) {
        this.feed = feed;
        this.teams = teams;
        this.clock = clock;
    }

    @GetMapping("/{jurisdiction}/live")
    void live(
            @RequestParam(name = "for", required = false) @Nullable String audience,
            @RequestParam(name = "lastEventId", required = false) @Nullable String inAddress,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String inHeader,
            HttpServletResponse response)
            throws IOException {
        // A browser that comes back by itself repeats the old address, but its header is up to date.
        OptionalLong seen = seen(inHeader == null || inHeader.isBlank() ? inAddress : inHeader);
        try (Subscription subscription = feed.subscribe(viewer(audience), seen)) {
            response.setContentType("text/event-stream;charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            write(subscription, response.getOutputStream());
        }
    }

    private void write(Subscription subscription, OutputStream out) {
        Instant end = clock.instant().plus(LONGEST);
        try {
            while (!subscription.isEnded() && clock.instant().isBefore(end)) {
                LiveMessage message = subscription.next(HEARTBEAT);
                if (subscription.isEnded()) {
                    return;
                }
                out.write(message == null ? ALIVE : message.frame());
                if (!subscription.hasMore()) {
                    out.flush();
                }
            }
        } catch (IOException gone) {
            LOG.trace("a screen has gone", gone);
        } catch (InterruptedException letGo) {
            LOG.trace("let go", letGo);
        } catch (RuntimeException e) {
            // Part of the stream may be out: it ends here and the screen resumes.
            LOG.warn("a stream ended early: {}", e.getMessage());
        } finally {
            // Whoever let us go may have interrupted us; what is still to be done for this request must not be cut off
            // by that.
            LOG.trace("let go: {}", Thread.interrupted());
        }
    }

    private Viewer viewer(@Nullable String audience) {
        return switch (audience == null ? "public" : audience) {
            case "public" -> new Viewer(CurrentJurisdiction.get(), Audience.PUBLIC, Set.of());
            case "desk" -> {
                SignedIn.get();
                yield new Viewer(CurrentJurisdiction.get(), Audience.DESK, Set.of());
            }
            case "field" ->
                new Viewer(
                        CurrentJurisdiction.get(),
                        Audience.FIELD,
                        teams.of(SignedIn.get().accountId()).stream()
                                .map(AccountTeams.TeamName::id)
                                .collect(Collectors.toUnmodifiableSet()));
            default -> throw new Refusal(Refusal.Kind.MALFORMED, "parameter-malformed", "for");
        };
    }

    private static OptionalLong seen(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Math.max(0, Long.parseLong(lastEventId.trim())));
        } catch (NumberFormatException e) {
            throw new Refusal(Refusal.Kind.MALFORMED, "parameter-malformed", "lastEventId");
        }
    }
}
