package org.vigie.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.geo.Wgs84Point;
import org.vigie.intake.Aftermath;
import org.vigie.intake.Siting;
import org.vigie.intake.Treatment;
import org.vigie.intake.TreatmentSentences;
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
import org.vigie.request.rules.Rulings;

/** What a dispatcher corrects or decides on a request; each with its reason, on the revision that was seen. */
@Component
public class Triage {

    private final Requests requests;
    private final Categories categories;
    private final Siting siting;
    private final Treatment treatment;
    private final TreatmentSentences sentences;
    private final Aftermath aftermath;
    private final Rulings rulings;
    private final Pauses pauses;
    private final Clock clock;

    Triage(
            Requests requests,
            Categories categories,
            Siting siting,
            Treatment treatment,
            TreatmentSentences sentences,
            Aftermath aftermath,
            Rulings rulings,
            Pauses pauses,
            Clock clock) {
        this.requests = requests;
        this.categories = categories;
        this.siting = siting;
        this.treatment = treatment;
        this.sentences = sentences;
        this.aftermath = aftermath;
        this.rulings = rulings;
        this.pauses = pauses;
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
        rulings.prioritisedByPerson(requestId);
    }

    /** Moves the pin; sector, team and priority follow by the rules, unless a person had chosen them. */
    @Transactional
    public void move(UUID requestId, int revision, Wgs84Point position, String reason) {
        Request before = requests.getToChange(requestId, revision);
        Place place = siting.at(position, Place.Source.PIN, "");
        Treatment.Outcome outcome = again(before, place, categories.get(before.categoryId()));
        Siting.Site site = siting.site(place, outcome.of().category(), outcome.choice());
        Change change = new Change(before, outcome, site, before.isPrivate() || outcome.isPrivate());
        save(change, HistoryEntry.Kind.MOVED, told(site.explanation(), change, reason));
    }

    /** Files it under another category; service, team, priority and publication follow, the promises made at receipt stay. */
    @Transactional
    public void reclassify(UUID requestId, int revision, String categoryCode, String reason) {
        Request before = requests.getToChange(requestId, revision);
        Category category = categories
                .findOffered(categoryCode)
                .orElseThrow(() -> Refusal.invalid("unknown-category", categoryCode));
        Treatment.Outcome outcome = again(before, before.place(), category);
        Siting.Site site = siting.site(before.place(), category, outcome.choice());
        boolean ruledPrivate =
                rulings.find(requestId).flatMap(Rulings.Kept::privateRule).isPresent();
        Change change = new Change(before, outcome, site, ruledPrivate || outcome.isPrivate());
        save(change, HistoryEntry.Kind.RECLASSIFIED, told(category.name(), change, reason));
    }

    /** What another place or category makes of a request. What a rule kept private is not published by a correction. */
    private record Change(Request before, Treatment.Outcome outcome, Siting.Site site, boolean isPrivate) {

        Request at(Instant now) {
            Category category = outcome.of().category();
            Request placed = before.movedTo(site.place(), site.assignment(), now)
                    .reclassified(category.id(), isPrivate, site.assignment(), now)
                    .withPriority(outcome.priority(), now);
            return site.settle(before, placed, now);
        }

        boolean changesPriority() {
            return before.priority() != outcome.priority();
        }
    }

    private Treatment.Outcome again(Request before, Place place, Category category) {
        return treatment.of(treatment.again(before, place, category, chosenTeam(before)));
    }

    private String told(String first, Change change, String reason) {
        Locale local = Locale.forLanguageTag(CurrentJurisdiction.get().locale());
        boolean ruled = change.outcome().ruling().team().isPresent();
        String team = ruled
                ? ". " + change.site().assignment().reason()
                : ". " + change.site().teamLabel();
        String priority = change.changesPriority() ? ". " + sentences.priority(change.outcome(), local) : "";
        return first + team + priority + (reason.isBlank() ? "" : " : " + reason.strip());
    }

    private void save(Change change, HistoryEntry.Kind kind, String told) {
        Instant now = now();
        Request before = change.before();
        Request after = change.at(now);
        Request saved = requests.save(
                before,
                after,
                Entries.change(kind, before, after)
                        .toAll(theirs(before, after, change.site()))
                        .toStaff(told)
                        .at(now));
        aftermath.keep(saved, change.outcome(), now);
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
