package org.vigie.dispatch.live.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import org.vigie.dispatch.live.Subscription;
import org.vigie.dispatch.live.Viewer;

/** Opens the stream of changes. */
@RestController
@OnlyWhenServing
class LiveController {

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
            HttpServletRequest request,
            HttpServletResponse response) {
        // A browser that comes back by itself repeats the old address, but its header is up to date.
        OptionalLong seen = seen(inHeader == null || inHeader.isBlank() ? inAddress : inHeader);
        Subscription subscription = feed.subscribe(viewer(audience), seen);
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        StreamFilter.hand(request, new ScreenStream(CurrentJurisdiction.get(), subscription, clock));
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
