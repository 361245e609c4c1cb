package org.vigie.intervention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.AccountTeams;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.dispatch.DeskCard;
import org.vigie.dispatch.DeskQueue;
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
    private final Clock clock;

    FieldJobs(Jobs jobs, DeskQueue requests, Photos photos, Requesters requesters, Teams teams, Clock clock) {
        this.jobs = jobs;
        this.requests = requests;
        this.photos = photos;
        this.requesters = requesters;
        this.teams = teams;
        this.clock = clock;
    }

    /** Nearest first when the position is known, else by the next promise; with those that ended today when asked. */
    @Transactional(readOnly = true)
    public List<FieldJob> list(UUID accountId, Optional<Wgs84Point> from, boolean withEnded) {
        List<UUID> mine =
                teams.of(accountId).stream().map(AccountTeams.TeamName::id).toList();
        Optional<Instant> since = withEnded ? Optional.of(midnight()) : Optional.empty();
        Comparator<FieldJob> byDue = Comparator.comparing(
                job -> Objects.requireNonNullElse(job.request().card().ring().dueAt(), Instant.MAX));
        Comparator<FieldJob> byDistance =
                Comparator.comparing(job -> Objects.requireNonNullElse(job.distanceMetres(), Double.MAX_VALUE));
        return jobs.list(mine, since).stream()
                .map(job -> toFieldJob(job, from))
                .sorted(from.isPresent() ? byDistance.thenComparing(byDue) : byDue)
                .toList();
    }

    /** @throws Refusal not-found when it is no job of this person's teams */
    @Transactional(readOnly = true)
    public FieldJob get(UUID jobId, UUID accountId) {
        Job job = jobs.get(jobId);
        if (teams.of(accountId).stream().noneMatch(team -> team.id().equals(job.teamId()))) {
            throw Refusal.notFound("job");
        }
        return toFieldJob(job, Optional.empty());
    }

    /** The running job of a request, for the live stream of the team that has it. */
    @Transactional(readOnly = true)
    public Optional<FieldJob> findRunning(UUID requestId) {
        return jobs.findRunning(requestId).map(job -> toFieldJob(job, Optional.empty()));
    }

    private FieldJob toFieldJob(Job job, Optional<Wgs84Point> from) {
        DeskCard card = requests.find(job.requestId()).orElseThrow(() -> Refusal.notFound("request"));
        Team team = teams.get(job.teamId());
        return new FieldJob(
                job.id(),
                job.step(),
                job.offeredAt(),
                job.acceptedAt().orElse(null),
                job.enRouteAt().orElse(null),
                job.onSiteAt().orElse(null),
                job.endedAt().orElse(null),
                job.note(),
                new AccountTeams.TeamName(team.id(), team.code(), team.name()),
                distance(from, card.position()),
                new FieldJob.FieldRequest(
                        card,
                        photos.ofRequest(job.requestId()).stream()
                                .map(PhotoRef::of)
                                .toList(),
                        phone(job.requestId())));
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
