package org.vigie.dispatch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.SignedIn;
import org.vigie.access.web.Revision;
import org.vigie.dispatch.Conversation;
import org.vigie.dispatch.HandOvers;
import org.vigie.dispatch.InternalThreads;
import org.vigie.dispatch.Triage;
import org.vigie.geo.Wgs84Point;
import org.vigie.request.Pause;
import org.vigie.request.Priority;
import org.vigie.request.RequestState;

/** One request at the desk, and what is done to it. Every change answers with the request as it stands afterwards. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/requests/{id}")
class DeskRequestController {

    record AssignmentBody(
            @NotNull UUID teamId,
            @Nullable @Size(max = 1000) String reason) {}

    record TransitionBody(
            @NotNull RequestState to,
            @Nullable @Size(max = 1000) String reason,
            @Nullable @Size(max = 4000) String publicText) {}

    record PriorityBody(
            @NotNull Priority priority,
            @Nullable @Size(max = 1000) String reason) {}

    record PositionBody(
            @NotNull Wgs84Point position,
            @Nullable @Size(max = 1000) String reason) {}

    record CategoryBody(
            @NotNull String category,
            @Nullable @Size(max = 1000) String reason) {}

    record PauseBody(
            @NotNull Pause.Reason reason,
            @Nullable @Size(max = 1000) String text) {}

    record ResumeBody(@Nullable @Size(max = 1000) String text) {}

    record TextBody(@NotNull String text) {}

    /** @param waits nothing is counted until the answer */
    record MessageBody(@NotNull String text, @Nullable Boolean waits) {}

    record ReadBody(@NotNull @Size(max = 1000) List<@NotNull UUID> messages) {}

    private final DeskDetails details;
    private final HandOvers handOvers;
    private final Triage triage;
    private final Conversation conversation;
    private final InternalThreads threads;

    DeskRequestController(
            DeskDetails details,
            HandOvers handOvers,
            Triage triage,
            Conversation conversation,
            InternalThreads threads) {
        this.details = details;
        this.handOvers = handOvers;
        this.triage = triage;
        this.conversation = conversation;
        this.threads = threads;
    }

    @GetMapping
    ResponseEntity<DeskDetailBody> get(@PathVariable UUID id) {
        return answer(id);
    }

    @PostMapping("/assignment")
    ResponseEntity<DeskDetailBody> assign(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody AssignmentBody body) {
        handOvers.assign(id, revision.number(), body.teamId(), text(body.reason()));
        return answer(id);
    }

    @PostMapping("/transitions")
    ResponseEntity<DeskDetailBody> transition(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody TransitionBody body) {
        triage.transition(
                id, revision.number(), body.to(), new Triage.Explanation(text(body.reason()), text(body.publicText())));
        return answer(id);
    }

    @PostMapping("/priority")
    ResponseEntity<DeskDetailBody> prioritise(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody PriorityBody body) {
        triage.prioritise(id, revision.number(), body.priority(), text(body.reason()));
        return answer(id);
    }

    @PostMapping("/position")
    ResponseEntity<DeskDetailBody> move(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody PositionBody body) {
        triage.move(id, revision.number(), body.position(), text(body.reason()));
        return answer(id);
    }

    @PostMapping("/category")
    ResponseEntity<DeskDetailBody> reclassify(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody CategoryBody body) {
        triage.reclassify(id, revision.number(), body.category(), text(body.reason()));
        return answer(id);
    }

    @PostMapping("/notes")
    ResponseEntity<DeskDetailBody> note(@PathVariable UUID id, @Valid @RequestBody TextBody body) {
        conversation.note(id, body.text());
        return answer(id);
    }

    /** No change of the request: nobody's revision gets old by it. */
    @PostMapping("/readings")
    ResponseEntity<DeskDetailBody> read(@PathVariable UUID id, @Valid @RequestBody ReadBody body) {
        threads.read(id, body.messages(), SignedIn.get().accountId());
        return answer(id);
    }

    @PostMapping("/messages")
    ResponseEntity<DeskDetailBody> say(@PathVariable UUID id, @Valid @RequestBody MessageBody body) {
        if (Boolean.TRUE.equals(body.waits())) {
            conversation.ask(id, body.text());
        } else {
            conversation.say(id, body.text());
        }
        return answer(id);
    }

    @PostMapping("/pause")
    ResponseEntity<DeskDetailBody> pause(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody PauseBody body) {
        triage.pause(id, revision.number(), body.reason(), text(body.text()));
        return answer(id);
    }

    @PostMapping("/resume")
    ResponseEntity<DeskDetailBody> resume(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody ResumeBody body) {
        triage.resume(id, revision.number(), text(body.text()));
        return answer(id);
    }

    private ResponseEntity<DeskDetailBody> answer(UUID id) {
        DeskDetailBody detail = details.of(id);
        return ResponseEntity.ok().eTag(Revision.eTag(detail.card().revision())).body(detail);
    }

    private static String text(@Nullable String words) {
        return Objects.requireNonNullElse(words, "");
    }
}
