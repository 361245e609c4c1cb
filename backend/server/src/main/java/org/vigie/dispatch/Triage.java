package org.vigie.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.geo.Wgs84Point;
import org.vigie.intake.Siting;
import org.vigie.request.Assignment;
import org.vigie.request.Entries;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Pause;
import org.vigie.request.Pauses;
import org.vigie.request.Place;
import org.vigie.request.Priority;
import org.vigie.request.Request;
import org.vigie.request.RequestState;
import org.vigie.request.Requests;

/** What a dispatcher corrects or decides on a request; each with its reason, on the revision that was seen. */
@Component
public class Triage {

    private final Requests requests;
    private final Categories categories;
    private final Siting siting;
    private final Pauses pauses;
    private final Clock clock;

    Triage(Requests requests, Categories categories, Siting siting, Pauses pauses, Clock clock) {
        this.requests = requests;
        this.pauses = pauses;
        this.categories = categories;
        this.siting = siting;
        this.clock = clock;
    }

    /**
     * Moves the request to another state.
     *
     * @param publicText told to the requester and the public; may be empty
     * @throws Refusal transition-not-allowed; reason-missing when it is closed, rejected, forwarded or reopened without words
     */
    @Transactional
    public void transition(UUID requestId, int revision, RequestState to, Explanation why) {
        Request before = requests.getToChange(requestId, revision);
        boolean needsWords = switch (to) {
            case REJECTED, FORWARDED, DUPLICATE, REOPENED, RESOLVED, CLOSED -> true;
            default -> false;
        };
        if (needsWords && why.reason().isBlank() && why.publicText().isBlank()) {
            throw Refusal.invalid("reason-missing");
        }
        Instant now = now();
        Request after = before.to(to, now);
        requests.save(
                before,
                after,
                Entries.change(entryFor(to), before, after)
                        .toAll(why.publicText().strip())
                        .toStaff(why.reason())
                        .at(now));
    }

    /** Why, for staff, and what the public reads of it. */
    public record Explanation(String reason, String publicText) {}

    @Transactional
    public void prioritise(UUID requestId, int revision, Priority priority, String reason) {
        Request before = requests.getToChange(requestId, revision);
        Instant now = now();
        String told = priority + (reason.isBlank() ? "" : " : " + reason.strip());
        requests.save(
                before,
                before.withPriority(priority, now),
                Entries.of(HistoryEntry.Kind.PRIORITY).toStaff(told).at(now));
    }

    /** Moves the pin; sector and team follow, unless a dispatcher had chosen the team. */
    @Transactional
    public void move(UUID requestId, int revision, Wgs84Point position, String reason) {
        Request before = requests.getToChange(requestId, revision);
        Instant now = now();
        Place place = siting.at(position, Place.Source.PIN, "");
        Siting.Site site = siting.site(
                place, categories.get(before.categoryId()), chosenTeam(before), before.priority() == Priority.URGENT);
        Request after = site.settle(before, before.movedTo(place, site.assignment(), now), now);
        String told = site.explanation() + ". " + site.teamLabel() + (reason.isBlank() ? "" : " : " + reason.strip());
        requests.save(
                before,
                after,
                Entries.change(HistoryEntry.Kind.MOVED, before, after)
                        .toAll(theirs(before, after, site))
                        .toStaff(told)
                        .at(now));
    }

    /** Files it under another category; service, team and publication follow, the promises made at receipt stay. */
    @Transactional
    public void reclassify(UUID requestId, int revision, String categoryCode, String reason) {
        Request before = requests.getToChange(requestId, revision);
        Category category = categories
                .findOffered(categoryCode)
                .orElseThrow(() -> Refusal.invalid("unknown-category", categoryCode));
        Instant now = now();
        Siting.Site site = siting.site(before.place(), category, chosenTeam(before));
        Request after = site.settle(
                before, before.reclassified(category.id(), category.isPrivate(), site.assignment(), now), now);
        String told = category.name() + ". " + site.teamLabel() + (reason.isBlank() ? "" : " : " + reason.strip());
        requests.save(
                before,
                after,
                Entries.change(HistoryEntry.Kind.RECLASSIFIED, before, after)
                        .toAll(theirs(before, after, site))
                        .toStaff(told)
                        .at(now));
    }

    /**
     * Stops its clocks for a reason.
     *
     * @throws Refusal request-is-paused, request-is-not-open
     */
    @Transactional
    public void pause(UUID requestId, int revision, Pause.Reason reason, String words) {
        pauses.pause(requests.getToChange(requestId, revision), reason, words, now());
    }

    /** @throws Refusal request-is-not-paused */
    @Transactional
    public void resume(UUID requestId, int revision, String words) {
        pauses.resume(requests.getToChange(requestId, revision), words, now());
    }

    /** Whoever asked is told to whom it goes from here. */
    private static String theirs(Request before, Request after, Siting.Site site) {
        boolean newly = before.state() != after.state() && after.state() == RequestState.FORWARDED;
        return newly ? site.competenceExplanation() : "";
    }

    private static Optional<UUID> chosenTeam(Request request) {
        return request.assignment().rule() == Assignment.Rule.DISPATCHER
                ? Optional.of(request.assignment().teamId())
                : Optional.empty();
    }

    private static HistoryEntry.Kind entryFor(RequestState state) {
        return switch (state) {
            case RECEIVED -> HistoryEntry.Kind.RECEIVED;
            case ASSIGNED -> HistoryEntry.Kind.ASSIGNED;
            case IN_PROGRESS -> HistoryEntry.Kind.STARTED;
            case RESOLVED -> HistoryEntry.Kind.RESOLVED;
            case CLOSED -> HistoryEntry.Kind.CLOSED;
            case FORWARDED -> HistoryEntry.Kind.FORWARDED;
            case REJECTED -> HistoryEntry.Kind.REJECTED;
            case DUPLICATE -> HistoryEntry.Kind.DUPLICATE;
            case REOPENED -> HistoryEntry.Kind.REOPENED;
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
