package org.vigie.intervention.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.AccountTeams;
import org.vigie.access.Refusal;
import org.vigie.access.SignedIn;
import org.vigie.geo.Wgs84Point;
import org.vigie.intervention.FieldJob;
import org.vigie.intervention.FieldJobs;
import org.vigie.intervention.FieldSteps;
import org.vigie.intervention.Job;
import org.vigie.intervention.StepReceipts;
import org.vigie.intervention.WorkReport;
import org.vigie.team.Teams;

/** The jobs of the signed-in person's teams, what they report, and where they are. */
@RestController
@RequestMapping("/{jurisdiction}/api/field")
class FieldController {

    private static final int MOST_NEAREST = 100;

    record JobsBody(List<AccountTeams.TeamName> teams, List<FieldJob> items) {}

    record StepBody(
            @NotNull UUID receiptId,
            @NotNull Job.Step step,
            @NotNull Instant at,
            @Nullable @Size(max = 4000) String note,
            @Nullable @Size(max = 6) List<UUID> photos,
            @Nullable @Size(max = 500) String cause,

            @Nullable @DecimalMin("0") @Digits(integer = 9, fraction = 3)
            BigDecimal quantity,

            @Nullable @Size(max = 20) String quantityUnit) {

        FieldSteps.FieldStep toStep() {
            return new FieldSteps.FieldStep(
                    receiptId,
                    step,
                    at,
                    Objects.requireNonNullElse(note, ""),
                    Objects.requireNonNullElse(photos, List.of()),
                    new WorkReport(
                            Objects.requireNonNullElse(cause, "").strip(),
                            Optional.ofNullable(quantity),
                            Objects.requireNonNullElse(quantityUnit, "").strip()));
        }
    }

    record ReceiptBody(UUID receiptId, Instant receivedAt, FieldJob job) {}

    record PositionBody(
            @NotNull Wgs84Point position, @Nullable Double headingDegrees) {}

    private final FieldJobs jobs;
    private final FieldSteps steps;
    private final Teams teams;
    private final Clock clock;

    FieldController(FieldJobs jobs, FieldSteps steps, Teams teams, Clock clock) {
        this.jobs = jobs;
        this.steps = steps;
        this.teams = teams;
        this.clock = clock;
    }

    /** With {@code nearest} only so many running ones, the nearest to the position. */
    @GetMapping("/jobs")
    JobsBody list(
            @RequestParam @Nullable Double lon,
            @RequestParam @Nullable Double lat,
            @RequestParam(defaultValue = "false") boolean ended,
            @RequestParam @Nullable Integer nearest) {
        UUID account = SignedIn.get().accountId();
        Optional<Wgs84Point> from = position(lon, lat);
        if (nearest == null) {
            return new JobsBody(teams.of(account), jobs.list(account, from, ended));
        }
        if (from.isEmpty() || ended || nearest < 1 || nearest > MOST_NEAREST) {
            throw new Refusal(Refusal.Kind.MALFORMED, "parameter-malformed", "nearest");
        }
        return new JobsBody(teams.of(account), jobs.nearest(account, from.get(), nearest));
    }

    @GetMapping("/jobs/{id}")
    FieldJob get(@PathVariable UUID id) {
        return jobs.get(id, SignedIn.get().accountId());
    }

    @PostMapping("/jobs/{id}/steps")
    ReceiptBody report(@PathVariable UUID id, @Valid @RequestBody StepBody body) {
        UUID account = SignedIn.get().accountId();
        StepReceipts.StepReceipt receipt = steps.report(id, account, body.toStep());
        return new ReceiptBody(receipt.receiptId(), receipt.receivedAt(), jobs.get(id, account));
    }

    @PostMapping("/position")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(@Valid @RequestBody PositionBody body) {
        Instant now = clock.instant();
        Double heading = body.headingDegrees() == null ? null : ((body.headingDegrees() % 360) + 360) % 360;
        for (AccountTeams.TeamName team : teams.of(SignedIn.get().accountId())) {
            teams.seen(team.id(), body.position(), heading, now);
        }
    }

    private static Optional<Wgs84Point> position(@Nullable Double longitude, @Nullable Double latitude) {
        if ((longitude == null) != (latitude == null)) {
            throw new Refusal(Refusal.Kind.MALFORMED, "position-incomplete");
        }
        return longitude == null || latitude == null
                ? Optional.empty()
                : Optional.of(new Wgs84Point(longitude, latitude));
    }
}
