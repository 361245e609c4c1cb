package org.vigie.catalogue.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.access.SettingChange;
import org.vigie.access.SettingChanges;
import org.vigie.access.web.Revision;
import org.vigie.access.web.SettingBody;
import org.vigie.catalogue.StopMessage;
import org.vigie.catalogue.StopMessages;

/** What people are told before they report: works announced, a collection put off. Times are those of the town's own clock. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/stop-messages")
class StopMessageController {

    private static final String SUBJECT = "stop-message/";

    record ListBody(List<StopBody> items) {}

    /**
     * @param texts by language; the town's first language is always there
     * @param from on the town's own clock, as {@code startsAt} in UTC
     */
    record StopBody(
            UUID id,
            StopMessage.State state,
            Map<String, String> texts,
            boolean refuses,
            @Nullable String domain,
            @Nullable String category,
            @Nullable UUID groundId,
            LocalDateTime from,
            LocalDateTime until,
            Instant startsAt,
            Instant endsAt,
            SettingBody setting) {}

    /**
     * @param domain or a category, not both; neither: every category
     * @param groundId or a sector, not both; neither: everywhere
     * @param until not included
     */
    record ChangeBody(
            @NotNull @Size(max = 4) Map<String, @NotNull @Size(max = 500) String> texts,
            boolean refuses,
            @Nullable String domain,
            @Nullable String category,
            @Nullable UUID groundId,
            @Nullable UUID sectorId,
            @NotNull LocalDateTime from,
            @NotNull LocalDateTime until,
            @NotNull @Size(max = 500) String reason) {}

    private final StopMessages stops;
    private final StopTexts texts;
    private final ScopeReading scopes;
    private final SettingChanges changes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StopMessageController(
            StopMessages stops,
            StopTexts texts,
            ScopeReading scopes,
            SettingChanges changes,
            TransactionTemplate transaction,
            Clock clock) {
        this.stops = stops;
        this.texts = texts;
        this.scopes = scopes;
        this.changes = changes;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping
    ListBody list() {
        Instant now = clock.instant();
        Map<String, SettingChange> latest = changes.list(SUBJECT);
        return new ListBody(stops.list().stream()
                .map(stop ->
                        body(stop, now, Optional.ofNullable(latest.get(stop.id().toString()))))
                .toList());
    }

    /** The id is the client's: sent again it is the same message. */
    @PutMapping("/{id}")
    StopBody save(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody ChangeBody body) {
        Instant from = ScopeReading.instant(body.from());
        Instant until = ScopeReading.instant(body.until());
        ScopeReading.checkPeriod(from, Optional.of(until));
        scopes.checkAbout(body.domain(), body.category());
        StopTexts.Read read = texts.read(body.texts());
        transaction.executeWithoutResult(status -> {
            changes.note(SUBJECT + id, revision.number(), body.reason());
            refusePast(id, until);
            stops.save(new StopMessage(
                    id,
                    read.text(),
                    read.translations(),
                    body.refuses(),
                    Optional.ofNullable(body.domain()),
                    Optional.ofNullable(body.category()),
                    scopes.ground(body.groundId(), body.sectorId()),
                    from,
                    until));
        });
        return body(get(id), clock.instant(), changes.find(SUBJECT + id));
    }

    /** Ends it now; one that has not begun is withdrawn. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @RequestParam(defaultValue = "") @Size(max = 500) String reason) {
        StopMessage stop = get(id);
        Instant now = clock.instant();
        if (stop.at(now) == StopMessage.State.PAST) {
            throw new Refusal(Refusal.Kind.CONFLICT, "stop-message-past");
        }
        transaction.executeWithoutResult(status -> {
            changes.note(SUBJECT + id, revision.number(), reason);
            stops.end(stop, now);
        });
    }

    /** What people were told stays as they were told it. */
    private void refusePast(UUID id, Instant until) {
        Instant now = clock.instant();
        if (stops.find(id)
                .filter(stop -> stop.at(now) == StopMessage.State.PAST)
                .isPresent()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "stop-message-past");
        }
        if (!until.isAfter(now)) {
            throw Refusal.invalid("stop-message-over");
        }
    }

    private StopMessage get(UUID id) {
        return stops.find(id).orElseThrow(() -> Refusal.notFound("stop message"));
    }

    private StopBody body(StopMessage stop, Instant now, Optional<SettingChange> latest) {
        return new StopBody(
                stop.id(),
                stop.at(now),
                texts.all(stop),
                stop.refuses(),
                stop.domain().orElse(null),
                stop.category().orElse(null),
                stop.groundId().orElse(null),
                ScopeReading.wall(stop.startsAt()),
                ScopeReading.wall(stop.endsAt()),
                stop.startsAt(),
                stop.endsAt(),
                SettingBody.of(latest));
    }
}
