package org.vigie.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.Commitment;
import org.vigie.intake.ownership.OwnerCandidate;
import org.vigie.intake.ownership.Owners;
import org.vigie.intake.ownership.Turns;
import org.vigie.intake.photo.Photo;
import org.vigie.intake.photo.Photos;
import org.vigie.request.Actor;
import org.vigie.request.Answers;
import org.vigie.request.Arrival;
import org.vigie.request.Assignment;
import org.vigie.request.Deadline;
import org.vigie.request.Deadlines;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Place;
import org.vigie.request.Request;
import org.vigie.request.RequestArriving;
import org.vigie.request.RequestAssets;
import org.vigie.request.RequestNumbers;
import org.vigie.request.RequestState;
import org.vigie.request.Requester;
import org.vigie.request.Requesters;
import org.vigie.request.Requests;

/** The one path from a submission to a stored, located and assigned request. */
@Component
public class Intake {

    private final Categories categories;
    private final Answering answering;
    private final Reception reception;
    private final Requests requests;
    private final Requesters requesters;
    private final RequestAssets assets;
    private final RequestNumbers numbers;
    private final Turns turns;
    private final Owners owners;
    private final Submissions submissions;
    private final Photos photos;
    private final Aftermath aftermath;
    private final Clock clock;

    Intake(
            Categories categories,
            Answering answering,
            Reception reception,
            Requests requests,
            Requesters requesters,
            RequestAssets assets,
            RequestNumbers numbers,
            Turns turns,
            Owners owners,
            Submissions submissions,
            Photos photos,
            Aftermath aftermath,
            Clock clock) {
        this.categories = categories;
        this.answering = answering;
        this.reception = reception;
        this.requests = requests;
        this.requesters = requesters;
        this.assets = assets;
        this.numbers = numbers;
        this.turns = turns;
        this.owners = owners;
        this.submissions = submissions;
        this.photos = photos;
        this.aftermath = aftermath;
        this.clock = clock;
    }

    /**
     * Takes a submission in, or finds the request that the same submission made before.
     *
     * @throws Refusal when something in it is wrong; nothing is kept then
     */
    @Transactional
    public Receipt submit(Submission submission, Submissions.Key key) {
        UUID id = submission.report().id().orElseGet(Ids::next);
        Optional<UUID> before = submissions.claim(key, id);
        if (before.isPresent()) {
            return Receipt.again(requests.get(before.get()));
        }
        ReportRules.check(submission.report());
        Category category = categories
                .findOffered(submission.report().category())
                .orElseThrow(() ->
                        Refusal.invalid("unknown-category", submission.report().category()));
        Answers answers = answering.of(submission, category);
        Reception.Arrival arrival = reception.of(submission, category, answers);
        Request unnumbered = unnumbered(id, submission, category, arrival);
        boolean acknowledged = isAcknowledged(submission);
        List<Deadline> promises = promises(category, unnumbered, acknowledged);
        List<HistoryEntry> entries = firstEntries(unnumbered, arrival, acknowledged);
        Request numbered = numberedAndFollowed(unnumbered, entries);
        Request stored = requests.add(new Arrival(numbered, answers, promises, entries), arriving -> {
            keep(submission.report().requester(), arriving, category);
            aftermath.begin(arriving, arrival.outcome());
        });
        arrival.asset().ifPresent(about -> assets.keep(id, about.id()));
        aftermath.tellFirst(stored, arrival.outcome());
        photos.attach(
                id,
                submission.report().photos(),
                Photo.Purpose.REPORT,
                submission.report().publishPhotos());
        return new Receipt(stored, Optional.of(promises), false);
    }

    private Request numberedAndFollowed(Request request, List<HistoryEntry> entries) {
        Instant receivedAt = request.times().receivedAt();
        Optional<OwnerCandidate> owner = turns.next(request.priority(), receivedAt);
        owner.ifPresent(
                who -> entries.add(rule(receivedAt, HistoryEntry.Kind.OWNED, null, owners.explain(who, receivedAt))));
        int year =
                Year.from(receivedAt.atZone(CurrentJurisdiction.get().zone())).getValue();
        return request.numbered(RequestNumbers.format(year, numbers.next(year)))
                .followedBy(owner.map(OwnerCandidate::accountId), receivedAt);
    }

    private void keep(Requester requester, RequestArriving arriving, Category category) {
        if (!requester.isEmpty()) {
            LocalDate today = LocalDate.ofInstant(
                    arriving.request().times().receivedAt(),
                    CurrentJurisdiction.get().zone());
            requesters.add(arriving, requester, today.plusMonths(answering.contactKeptMonths(category)));
        }
    }

    private Request unnumbered(UUID id, Submission submission, Category category, Reception.Arrival arrival) {
        // The database keeps microseconds: what is answered now must equal what is read later.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Request(
                id,
                "",
                category.kind(),
                arrival.site().received(),
                category.id(),
                submission.report().description().strip(),
                submission.channel(),
                arrival.outcome().priority(),
                arrival.outcome().isPrivate(),
                arrival.site().place(),
                arrival.site().assignment(),
                Optional.empty(),
                new Request.Times(now, now, Optional.empty(), Optional.empty()),
                1);
    }

    /**
     * Whoever sends it sees its number and its promises at once, or reads them in an e-mail: that is the acknowledgement. Whoever called,
     * came or wrote and left no e-mail address is owed one still.
     */
    private static boolean isAcknowledged(Submission submission) {
        Requester requester = submission.report().requester();
        return submission.channel().showsReceipt()
                || requester.isEmpty()
                || requester.email().isPresent();
    }

    private static List<Deadline> promises(Category category, Request request, boolean acknowledged) {
        Instant receivedAt = request.times().receivedAt();
        return Deadlines.from(category.promises(), receivedAt).stream()
                .map(promise -> promise.commitment() == Commitment.ACKNOWLEDGE && acknowledged
                        ? promise.met(Optional.of(receivedAt))
                        : promise)
                .toList();
    }

    private static List<HistoryEntry> firstEntries(Request request, Reception.Arrival arrival, boolean acknowledged) {
        Siting.Site site = arrival.site();
        Instant at = request.times().receivedAt();
        Actor actor = Actor.current();
        List<HistoryEntry> entries = new ArrayList<>();
        entries.add(new HistoryEntry(
                Ids.next(),
                at,
                HistoryEntry.Kind.RECEIVED,
                null,
                RequestState.RECEIVED,
                "",
                null,
                actor.accountId().orElse(null),
                actor.label()));
        if (request.place().rule() != Place.Rule.TO_BE_LOCATED) {
            entries.add(rule(at, HistoryEntry.Kind.LOCATED, null, site.explanation()));
        }
        if (acknowledged) {
            entries.add(rule(at, HistoryEntry.Kind.ACKNOWLEDGED, "", null));
        }
        if (request.assignment().rule() != Assignment.Rule.LAST_RESORT) {
            entries.add(rule(
                    at, HistoryEntry.Kind.ASSIGNED, site.competence().service().name(), why(site)));
        }
        if (!arrival.priorityExplanation().isEmpty()) {
            entries.add(rule(at, HistoryEntry.Kind.PRIORITY, null, arrival.priorityExplanation()));
        }
        if (request.state() == RequestState.FORWARDED) {
            entries.add(forwarded(at, site.competenceExplanation()));
        }
        return entries;
    }

    /** What a rule says names the team; a person's choice says nothing yet. Whose it really is, is told besides. */
    private static String why(Siting.Site site) {
        String team = site.assignment().reason().isEmpty()
                ? site.teamLabel()
                : site.assignment().reason();
        return site.competence().isForwarded() ? team + " " + site.competenceExplanation() : team;
    }

    private static HistoryEntry forwarded(Instant at, String publicText) {
        return new HistoryEntry(
                Ids.next(),
                at,
                HistoryEntry.Kind.FORWARDED,
                RequestState.RECEIVED,
                RequestState.FORWARDED,
                publicText,
                null,
                null,
                Actor.VIGIE.label());
    }

    private static HistoryEntry rule(
            Instant at, HistoryEntry.Kind kind, @Nullable String publicText, @Nullable String staffText) {
        return new HistoryEntry(Ids.next(), at, kind, null, null, publicText, staffText, null, Actor.VIGIE.label());
    }
}
