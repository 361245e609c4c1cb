package org.vigie.intervention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.AccountTeams;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.dispatch.DeskCard;
import org.vigie.dispatch.DeskQueue;
import org.vigie.dispatch.RequestProcesses;
import org.vigie.geo.Distances;
import org.vigie.geo.Wgs84Point;
import org.vigie.intake.photo.PhotoRef;
import org.vigie.intake.photo.Photos;
import org.vigie.request.Requester;
import org.vigie.request.Requesters;
import org.vigie.team.Team;
import org.vigie.team.Teams;

/** The jobs of one person's teams. */
@Component
public class FieldJobs {

    private final Jobs jobs;
    private final DeskQueue requests;
    private final Photos photos;
    private final Requesters requesters;
    private final Teams teams;
    private final Completeness completeness;
    private final RequestProcesses processes;
    private final Clock clock;

    FieldJobs(
            Jobs jobs,
            DeskQueue requests,
            Photos photos,
            Requesters requesters,
            Teams teams,
            Completeness completeness,
            RequestProcesses processes,
            Clock clock) {
        this.jobs = jobs;
        this.requests = requests;
        this.photos = photos;
        this.requesters = requesters;
        this.teams = teams;
        this.completeness = completeness;
        this.processes = processes;
        this.clock = clock;
    }

    /** Nearest first when the position is known, else by the next promise; with those that ended today when asked. */
    @Transactional(readOnly = true)
    public List<FieldJob> list(UUID accountId, Optional<Wgs84Point> from, boolean withEnded) {
        Map<UUID, AccountTeams.TeamName> mine =
                teams.of(accountId).stream().collect(Collectors.toMap(AccountTeams.TeamName::id, Function.identity()));
        Optional<Instant> since = withEnded ? Optional.of(midnight()) : Optional.empty();
        Comparator<FieldJob> byDue = Comparator.comparing(
                job -> Objects.requireNonNullElse(job.request().card().ring().dueAt(), Instant.MAX));
        Comparator<FieldJob> byDistance =
                Comparator.comparing(job -> Objects.requireNonNullElse(job.distanceMetres(), Double.MAX_VALUE));
        return jobs.list(mine.keySet(), since).stream()
                .map(job -> toFieldJob(job, Objects.requireNonNull(mine.get(job.teamId())), from))
                .sorted(from.isPresent() ? byDistance.thenComparing(byDue) : byDue)
                .toList();
    }

    /** The running ones nearest to a position, by metres on the ellipsoid. */
    @Transactional(readOnly = true)
    public List<FieldJob> nearest(UUID accountId, Wgs84Point from, int most) {
        Map<UUID, AccountTeams.TeamName> mine =
                teams.of(accountId).stream().collect(Collectors.toMap(AccountTeams.TeamName::id, Function.identity()));
        return jobs.nearest(mine.keySet(), from, most).stream()
                .map(job -> toFieldJob(job, Objects.requireNonNull(mine.get(job.teamId())), Optional.of(from)))
                .sorted(Comparator.comparing(job -> Objects.requireNonNullElse(job.distanceMetres(), Double.MAX_VALUE)))
                .toList();
    }

    /** @throws Refusal not-found when it is no job of this person's teams */
    @Transactional(readOnly = true)
    public FieldJob get(UUID jobId, UUID accountId) {
        Job job = jobs.get(jobId);
        AccountTeams.TeamName team = teams.of(accountId).stream()
                .filter(mine -> mine.id().equals(job.teamId()))
                .findAny()
                .orElseThrow(() -> Refusal.notFound("job"));
        return toFieldJob(job, team, Optional.empty());
    }

    /** The running job of a request, for the live stream of the team that has it. */
    @Transactional(readOnly = true)
    public Optional<FieldJob> findRunning(UUID requestId) {
        return jobs.findRunning(requestId).map(job -> {
            Team team = teams.get(job.teamId());
            return toFieldJob(job, new AccountTeams.TeamName(team.id(), team.code(), team.name()), Optional.empty());
        });
    }

    private FieldJob toFieldJob(Job job, AccountTeams.TeamName team, Optional<Wgs84Point> from) {
        DeskCard card = requests.find(job.requestId()).orElseThrow(() -> Refusal.notFound("request"));
        return new FieldJob(
                job.id(),
                job.step(),
                job.offeredAt(),
                job.acceptedAt().orElse(null),
                job.enRouteAt().orElse(null),
                job.onSiteAt().orElse(null),
                job.endedAt().orElse(null),
                job.note(),
                team,
                completeness.of(job.requestId()),
                job.visitNumber(),
                distance(from, card.position()),
                new FieldJob.FieldRequest(
                        card,
                        photos.ofRequest(job.requestId()).stream()
                                .map(PhotoRef::of)
                                .toList(),
                        phone(job.requestId()),
                        processes.find(job.requestId()).orElse(null)));
    }

    private static @Nullable Double distance(Optional<Wgs84Point> from, @Nullable Wgs84Point to) {
        return to == null ? null : from.map(here -> Distances.metres(here, to)).orElse(null);
    }

    private @Nullable String phone(UUID requestId) {
        return requesters.find(requestId).flatMap(Requester::phone).orElse(null);
    }

    private Instant midnight() {
        var zone = CurrentJurisdiction.get().zone();
        return LocalDate.ofInstant(clock.instant(), zone).atStartOfDay(zone).toInstant();
    }
}
