package org.vigie.dispatch.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Promise;
import org.vigie.dispatch.Callers;
import org.vigie.dispatch.DeskCard;
import org.vigie.dispatch.DeskQueue;
import org.vigie.dispatch.InternalThreads;
import org.vigie.dispatch.RequestProcesses;
import org.vigie.dispatch.RunningJobs;
import org.vigie.dispatch.TeamSuggestions;
import org.vigie.dispatch.transmission.ServiceSide;
import org.vigie.intake.PlaceSentences;
import org.vigie.intake.photo.PhotoRef;
import org.vigie.intake.photo.Photos;
import org.vigie.notification.Messages;
import org.vigie.request.Deadline;
import org.vigie.request.Deadlines;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Pauses;
import org.vigie.request.Request;
import org.vigie.request.RequestAssets;
import org.vigie.request.RequestHistory;
import org.vigie.request.Requesters;
import org.vigie.request.Requests;
import org.vigie.request.Ring;
import org.vigie.team.Teams;
import org.vigie.territory.asset.Assets;

/** Puts together what the desk shows of one request. */
@Component
class DeskDetails {

    private final Requests requests;
    private final DeskQueue queue;
    private final RequestHistory history;
    private final InternalThreads threads;
    private final Deadlines deadlines;
    private final Pauses pauses;
    private final Requesters requesters;
    private final Callers callers;
    private final Photos photos;
    private final Messages sent;
    private final RunningJobs jobs;
    private final Teams teams;
    private final TeamSuggestions suggestions;
    private final PlaceSentences places;
    private final ServiceSide serviceSide;
    private final RequestProcesses processes;
    private final RequestAssets reported;
    private final Assets assets;
    private final Clock clock;

    DeskDetails(
            Requests requests,
            DeskQueue queue,
            RequestHistory history,
            InternalThreads threads,
            Deadlines deadlines,
            Pauses pauses,
            Requesters requesters,
            Callers callers,
            Photos photos,
            Messages sent,
            RunningJobs jobs,
            Teams teams,
            TeamSuggestions suggestions,
            PlaceSentences places,
            ServiceSide serviceSide,
            RequestProcesses processes,
            RequestAssets reported,
            Assets assets,
            Clock clock) {
        this.requests = requests;
        this.queue = queue;
        this.history = history;
        this.threads = threads;
        this.deadlines = deadlines;
        this.pauses = pauses;
        this.requesters = requesters;
        this.callers = callers;
        this.photos = photos;
        this.sent = sent;
        this.jobs = jobs;
        this.teams = teams;
        this.suggestions = suggestions;
        this.places = places;
        this.serviceSide = serviceSide;
        this.processes = processes;
        this.reported = reported;
        this.assets = assets;
        this.clock = clock;
    }

    /** @throws Refusal not-found */
    @Transactional(readOnly = true)
    DeskDetailBody of(UUID requestId) {
        Request request = requests.get(requestId);
        DeskCard card = queue.find(requestId).orElseThrow(() -> Refusal.notFound("request"));
        List<HistoryEntry> entries = history.list(requestId);
        return new DeskDetailBody(
                card,
                entries.stream()
                        .filter(entry -> !isTalk(entry))
                        .map(DeskDetails::body)
                        .toList(),
                promises(requestId),
                pause(requestId),
                photos.ofRequest(requestId).stream().map(PhotoRef::of).toList(),
                contact(requestId),
                placement(request),
                new DeskDetailBody.AssignmentBody(
                        request.assignment().rule(), request.assignment().reason()),
                messages(requestId, entries),
                notifications(requestId),
                job(requestId),
                List.copyOf(request.state().next()),
                request.assignment().serviceId(),
                serviceSide.of(request, LocaleContextHolder.getLocale()),
                request.state().isOpen() ? suggestions(request) : List.of(),
                processes.find(requestId).orElse(null),
                asset(requestId));
    }

    private static boolean isTalk(HistoryEntry entry) {
        return entry.kind() == HistoryEntry.Kind.MESSAGE || entry.kind() == HistoryEntry.Kind.NOTE;
    }

    private static DeskDetailBody.HistoryBody body(HistoryEntry entry) {
        return new DeskDetailBody.HistoryBody(
                entry.at(),
                entry.kind(),
                entry.from(),
                entry.to(),
                entry.publicText(),
                entry.staffText(),
                entry.actorLabel());
    }

    private List<DeskDetailBody.MessageBody> messages(UUID requestId, List<HistoryEntry> entries) {
        Map<UUID, List<InternalThreads.Reading>> readings = threads.readings(requestId);
        return entries.stream()
                .filter(DeskDetails::isTalk)
                .map(entry -> message(entry, readings))
                .toList();
    }

    private static DeskDetailBody.MessageBody message(
            HistoryEntry entry, Map<UUID, List<InternalThreads.Reading>> readings) {
        DeskDetailBody.From from = entry.kind() == HistoryEntry.Kind.NOTE
                ? DeskDetailBody.From.INTERNAL
                : entry.isFromRequester() ? DeskDetailBody.From.REQUESTER : DeskDetailBody.From.SERVICE;
        return new DeskDetailBody.MessageBody(
                entry.id(),
                entry.at(),
                from,
                entry.actorLabel(),
                Optional.ofNullable(entry.staffText()).orElse(""),
                from == DeskDetailBody.From.INTERNAL ? readings.getOrDefault(entry.id(), List.of()) : null);
    }

    private List<DeskDetailBody.PromiseBody> promises(UUID requestId) {
        Instant now = clock.instant();
        return deadlines.list(requestId).stream()
                .map(deadline -> promise(deadline, now))
                .toList();
    }

    private static DeskDetailBody.PromiseBody promise(Deadline deadline, Instant now) {
        Promise promise = deadline.promise();
        return new DeskDetailBody.PromiseBody(
                deadline.commitment(),
                deadline.startsAt(),
                deadline.dueAt(),
                deadline.metAt().orElse(null),
                Optional.ofNullable(Ring.of(deadline, now).left()).orElse(0.0),
                promise.length().amount(),
                promise.length().unit(),
                promise.calendar().id().map(id -> promise.calendar().name()).orElse(null),
                deadline.warnsAt().orElse(null),
                deadline.pausedAt().orElse(null));
    }

    private DeskDetailBody.@Nullable PauseBody pause(UUID requestId) {
        return pauses.find(requestId)
                .map(pause -> new DeskDetailBody.PauseBody(pause.reason(), pause.pausedAt()))
                .orElse(null);
    }

    private DeskDetailBody.@Nullable ContactBody contact(UUID requestId) {
        return requesters
                .find(requestId)
                .map(requester -> new DeskDetailBody.ContactBody(
                        requester.name(),
                        requester.email().orElse(null),
                        requester.phone().orElse(null),
                        requester.locale(),
                        requester.type(),
                        named(requester.organisationName()),
                        callers.countThisYear(requester, yearBegin())))
                .orElse(null);
    }

    private DeskDetailBody.@Nullable AssetBody asset(UUID requestId) {
        return reported.find(requestId)
                .map(assets::get)
                .map(asset -> new DeskDetailBody.AssetBody(
                        asset.id(), asset.kind(), asset.code(), asset.name(), asset.retired()))
                .orElse(null);
    }

    private static @Nullable String named(String organisation) {
        return organisation.isEmpty() ? null : organisation;
    }

    private Instant yearBegin() {
        var zone = CurrentJurisdiction.get().zone();
        return LocalDate.ofInstant(clock.instant(), zone)
                .withDayOfYear(1)
                .atStartOfDay(zone)
                .toInstant();
    }

    private DeskDetailBody.PlacementBody placement(Request request) {
        return new DeskDetailBody.PlacementBody(
                request.place().rule(),
                request.place().metresToEdge().orElse(null),
                places.placement(request.place())
                        .flatMap(found -> found.sector())
                        .map(sector -> sector.version())
                        .orElse(null),
                places.of(request.place(), LocaleContextHolder.getLocale()));
    }

    private List<DeskDetailBody.NotificationBody> notifications(UUID requestId) {
        return sent.listByOccasion("request/" + requestId + "/").stream()
                .map(message -> new DeskDetailBody.NotificationBody(
                        message.createdAt(),
                        message.recipient(),
                        message.subject(),
                        message.sentAt().orElse(null),
                        message.lastFailure().orElse(null)))
                .toList();
    }

    private DeskDetailBody.@Nullable JobBody job(UUID requestId) {
        return jobs.find(requestId)
                .map(job -> new DeskDetailBody.JobBody(
                        job.jobId(),
                        job.step(),
                        DeskDetailBody.TeamBody.of(teams.get(job.teamId())),
                        job.offeredAt(),
                        job.acceptedAt(),
                        job.enRouteAt(),
                        job.onSiteAt(),
                        job.endedAt(),
                        job.note()))
                .orElse(null);
    }

    private List<DeskDetailBody.SuggestionBody> suggestions(Request request) {
        return suggestions.list(request).stream()
                .map(suggestion -> new DeskDetailBody.SuggestionBody(
                        DeskDetailBody.TeamBody.of(suggestion.team()),
                        suggestion.reason(),
                        suggestion.distanceMetres(),
                        suggestion.load(),
                        suggestion.capacity(),
                        suggestion.seenAt()))
                .toList();
    }
}
