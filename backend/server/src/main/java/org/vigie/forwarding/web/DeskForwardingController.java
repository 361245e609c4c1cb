package org.vigie.forwarding.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.web.Revision;
import org.vigie.dispatch.Triage;
import org.vigie.forwarding.ConnectionTerms;
import org.vigie.forwarding.Connections;
import org.vigie.forwarding.FollowingByHand;
import org.vigie.forwarding.ForwardingDesk;
import org.vigie.forwarding.HandingOn;
import org.vigie.forwarding.web.ConnectionBodies.ForwardingBody;

/** Whose a request is instead of ours, how far it has come on its way there, and what is done about it. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/requests/{id}/forwarding")
class DeskForwardingController {

    /**
     * @param items newest first
     * @param organisations that it may be handed on to
     */
    record RequestForwardingBody(List<ForwardingBody> items, List<ReceiverBody> organisations) {}

    /** @param connected it is sent there by itself */
    record ReceiverBody(UUID id, String name, boolean connected) {}

    record HandOnBody(
            @NotNull UUID organisationId,
            @Nullable @Size(max = 1000) String reason,
            @Nullable @Size(max = 4000) String publicText) {}

    /** @param unseen also where their list does not show that number */
    record NumberBody(@NotBlank @Size(max = 200) String number, boolean unseen) {}

    private final ForwardingDesk desk;
    private final HandingOn handingOn;
    private final FollowingByHand byHand;
    private final Connections connections;
    private final ConnectionTerms terms;
    private final ForwardingReading reading;

    DeskForwardingController(
            ForwardingDesk desk,
            HandingOn handingOn,
            FollowingByHand byHand,
            Connections connections,
            ConnectionTerms terms,
            ForwardingReading reading) {
        this.desk = desk;
        this.handingOn = handingOn;
        this.byHand = byHand;
        this.connections = connections;
        this.terms = terms;
        this.reading = reading;
    }

    @GetMapping
    RequestForwardingBody get(@PathVariable UUID id) {
        return new RequestForwardingBody(
                desk.listOf(id).stream().map(reading::body).toList(),
                terms.organisations().stream()
                        .map(each -> new ReceiverBody(each.id(), each.name(), connections.isOn(each.id())))
                        .toList());
    }

    @PostMapping
    RequestForwardingBody handOn(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody HandOnBody body) {
        handingOn.handOn(
                id,
                revision.number(),
                body.organisationId(),
                new Triage.Explanation(text(body.reason()), text(body.publicText())));
        return get(id);
    }

    /** What was not taken is sent again. */
    @PostMapping("/again")
    RequestForwardingBody again(@PathVariable UUID id) {
        desk.sendAgain(id);
        return get(id);
    }

    /** It is there already, under that number. */
    @PostMapping("/number")
    RequestForwardingBody follow(@PathVariable UUID id, @Valid @RequestBody NumberBody body) {
        byHand.follow(id, body.number(), body.unseen());
        return get(id);
    }

    private static String text(@Nullable String words) {
        return Objects.requireNonNullElse(words, "");
    }
}
