package org.vigie.dispatch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.web.Revision;
import org.vigie.dispatch.Acknowledgements;
import org.vigie.dispatch.ownership.Ownership;
import org.vigie.dispatch.transmission.Transmissions;

/** Who follows a request, which service says yes to it, and that whoever asked was told. Each answers with the request as it stands. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/requests/{id}")
class FollowingController {

    record OwnerBody(
            @NotNull UUID accountId,
            @Nullable @Size(max = 1000) String reason) {}

    record TransmissionBody(
            @NotNull UUID serviceId,
            @Nullable UUID teamId,
            @Nullable @Size(max = 1000) String reason) {}

    record RefusalBody(@Nullable @Size(max = 1000) String reason) {}

    record AcknowledgementBody(
            @NotNull Acknowledgements.Way way,
            @Nullable @Size(max = 1000) String text) {}

    private final DeskDetails details;
    private final Ownership ownership;
    private final Transmissions transmissions;
    private final Acknowledgements acknowledgements;

    FollowingController(
            DeskDetails details, Ownership ownership, Transmissions transmissions, Acknowledgements acknowledgements) {
        this.details = details;
        this.ownership = ownership;
        this.transmissions = transmissions;
        this.acknowledgements = acknowledgements;
    }

    @PostMapping("/owner")
    ResponseEntity<DeskDetailBody> pass(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody OwnerBody body) {
        ownership.pass(id, revision.number(), body.accountId(), text(body.reason()));
        return answer(id);
    }

    @PostMapping("/transmission")
    ResponseEntity<DeskDetailBody> transmit(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody TransmissionBody body) {
        transmissions.transmit(
                id,
                revision.number(),
                new Transmissions.Destination(body.serviceId(), Optional.ofNullable(body.teamId())),
                text(body.reason()));
        return answer(id);
    }

    @PostMapping("/acceptance")
    ResponseEntity<DeskDetailBody> accept(
            @PathVariable UUID id, @RequestHeader(HttpHeaders.IF_MATCH) Revision revision) {
        transmissions.accept(id, revision.number());
        return answer(id);
    }

    @PostMapping("/refusal")
    ResponseEntity<DeskDetailBody> refuse(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody RefusalBody body) {
        transmissions.refuse(id, revision.number(), text(body.reason()));
        return answer(id);
    }

    @PostMapping("/acknowledgement")
    ResponseEntity<DeskDetailBody> acknowledge(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody AcknowledgementBody body) {
        acknowledgements.acknowledge(id, revision.number(), body.way(), text(body.text()));
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
