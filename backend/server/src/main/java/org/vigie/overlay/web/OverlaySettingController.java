package org.vigie.overlay.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
import org.vigie.overlay.Overlay;
import org.vigie.overlay.OverlayAddresses;
import org.vigie.overlay.Overlays;
import org.vigie.overlay.capabilities.ServiceOffers;
import org.vigie.overlay.web.OfferBodies.AskBody;
import org.vigie.overlay.web.OfferBodies.OfferBody;
import org.vigie.overlay.web.OverlayBodies.ChangeBody;
import org.vigie.overlay.web.OverlayBodies.DeskListBody;
import org.vigie.overlay.web.OverlayBodies.DeskOverlayBody;
import org.vigie.overlay.web.OverlayBodies.OverlayBody;

/** All overlays, staff's too, for the desk's map; administrators add and change them. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/overlays")
class OverlaySettingController {

    private static final String SUBJECT = "overlay/";

    private final Overlays overlays;
    private final OverlayAddresses addresses;
    private final ServiceOffers services;
    private final SettingChanges changes;
    private final TransactionTemplate transaction;

    OverlaySettingController(
            Overlays overlays,
            OverlayAddresses addresses,
            ServiceOffers services,
            SettingChanges changes,
            TransactionTemplate transaction) {
        this.overlays = overlays;
        this.addresses = addresses;
        this.services = services;
        this.changes = changes;
        this.transaction = transaction;
    }

    @GetMapping
    DeskListBody list() {
        Map<String, SettingChange> latest = changes.list(SUBJECT);
        return new DeskListBody(overlays.list().stream()
                .map(overlay -> new DeskOverlayBody(
                        OverlayBody.of(overlay),
                        SettingBody.of(
                                Optional.ofNullable(latest.get(overlay.id().toString())))))
                .toList());
    }

    /** The id is the caller's: a new one is a new overlay. */
    @PutMapping("/{id}")
    DeskOverlayBody save(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody ChangeBody body) {
        if (body.minZoom() > body.maxZoom()) {
            throw Refusal.invalid("overlay-zooms-reversed");
        }
        Overlay overlay = body.toOverlay(id);
        addresses.check(overlay);
        transaction.executeWithoutResult(status -> {
            changes.note(SUBJECT + id, revision.number(), body.reason());
            overlays.save(overlay);
        });
        return new DeskOverlayBody(OverlayBody.of(overlay), SettingBody.of(changes.find(SUBJECT + id)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @RequestParam(defaultValue = "") @Size(max = 500) String reason) {
        if (overlays.find(id).isEmpty()) {
            throw Refusal.notFound("overlay");
        }
        transaction.executeWithoutResult(status -> {
            changes.note(SUBJECT + id, revision.number(), reason);
            overlays.remove(id);
        });
    }

    /** Asks the service now: its layers, each as the overlay would be kept. Nothing is changed. */
    @PostMapping("/capabilities")
    OfferBody capabilities(@Valid @RequestBody AskBody body) {
        return OfferBody.of(services.ask(body.kind(), body.address()));
    }
}
